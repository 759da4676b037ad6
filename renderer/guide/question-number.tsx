import type { GuideQuestion } from '../../schema/guide.ts'
import { useCodes } from '../codebook/use-codebook.ts'

/** The number of a question as a key, underlined in the colour of its family. */
export function QuestionNumber({ question }: { readonly question: GuideQuestion }) {
  const codes = useCodes()
  const family = question.code === null ? undefined : codes.byId.get(question.code)
  return (
    <span className="guide-number" style={{ '--code': family?.colour ?? 'var(--line-2)' } as React.CSSProperties}>
      {question.number}
    </span>
  )
}
