/** What the guide's view shows, in the window's address: 'grid', 'turns/SOURCE', 'questions'. */
import type { SourceId } from '../../schema/ids.ts'
import { go } from '../workspace.ts'

export const guideParts = ['grid', 'turns', 'questions'] as const
export type GuidePart = (typeof guideParts)[number]

export interface GuideAddress {
  readonly part: GuidePart
  /** Of 'turns'; null: the first interview that has open turns. */
  readonly source: SourceId | null
}

export function guideIn(asked: string): GuideAddress {
  const [name = '', source = ''] = asked.split('/')
  const part = guideParts.find((each) => each === name) ?? 'grid'
  return { part, source: part === 'turns' && source !== '' ? (source as SourceId) : null }
}

/** Goes to the turns of an interview in the guide. */
export function showTurns(source: SourceId): void {
  go({ view: 'guide', asked: `turns/${source}` })
}
