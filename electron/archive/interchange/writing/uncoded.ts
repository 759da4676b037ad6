/** The study for somebody who is to code it alone. */
import type { IncomingProject } from '../incoming.ts'

/**
 * Documents, codebook, cases and guide as they are, and nothing that anybody has made of them: no passages, no
 * memos, no verdicts, no rounds of review, no kept questions and reports, nothing of another program. What the second coder makes comes back by uniting, because
 * documents and codes keep their ids.
 */
export function uncoded(project: IncomingProject): IncomingProject {
  const { aids, review: _, ...rest } = project
  return {
    ...rest,
    passages: [],
    memos: [],
    verdicts: [],
    preserved: [],
    ...(aids ? { aids: { ...aids, queries: [], reports: [] } } : {}),
  }
}
