/** Two interviews and a leaflet, coded by Ada and Boris, to be reviewed. */
import type { z } from 'zod'
import type { Asked, Input } from '../../schema/contract.ts'
import type { CodeId, CoderId, SourceId } from '../../schema/ids.ts'
import { reviewOperations } from '../../schema/operations/review.ts'
import { anIntake, bringIn, offer, type Intake } from './importing.ts'

export const reviewedTexts = [
  'INTERVIEWER: Who pays for the shelter?\nR01: Two embassies pay, in turns.\nINTERVIEWER: Since when?\nR01: Since May. Nobody asks us.\n',
  'INTERVIEWER: Who pays?\nR02: The city pays a little.\nINTERVIEWER: Is that all?\nR02: When the list changes, we change doors.\n',
  'Never give your passport to anybody.\nCall before you go.\n',
] as const

export interface ReviewedStudy extends Intake {
  readonly boris: CoderId
  readonly sources: readonly [SourceId, SourceId, SourceId]
  readonly funding: CodeId
  readonly terms: CodeId
  readonly gaps: CodeId
  readonly doors: CodeId
  readonly code: (coder: CoderId, source: number, words: string, code: CodeId) => void
}

export async function aReviewedStudy(): Promise<ReviewedStudy> {
  const intake = anIntake()
  const { archive, ada } = intake
  const [first, second, leaflet] = await bringIn(intake, [
    offer('R01.txt', reviewedTexts[0]),
    offer('R02.txt', reviewedTexts[1]),
    offer('P01 leaflet.txt', reviewedTexts[2]),
  ])
  const sources = [first!, second!, leaflet!] as const
  const boris = archive.run('coder.create', '', { name: 'Boris' }).id
  const named = (name: string, parent: CodeId | null) => archive.run('code.create', ada, { name, parent }).id
  const funding = named('Funding', null)
  const terms = named('Terms', funding)
  const gaps = named('Gaps', funding)
  const doors = named('Doors', null)
  const code: ReviewedStudy['code'] = (coder, source, words, which) => {
    const start = reviewedTexts[source]!.indexOf(words)
    archive.run('coding.create', coder, { source: sources[source]!, start, end: start + words.length, code: which })
  }
  code(ada, 0, 'Two embassies pay', terms)
  code(ada, 0, 'Since May', gaps)
  code(ada, 1, 'The city pays a little', terms)
  code(ada, 1, 'we change doors', doors)
  code(ada, 2, 'Never give your passport', doors)
  return { ...intake, boris, sources, funding, terms, gaps, doors, code }
}

type Question = Partial<Asked<'review.create'>> & { readonly name: string }
/** A round of review of everything, but for what is said otherwise. */
export const choose = (question: Question): Input<'review.create'> =>
  (reviewOperations['review.create'].input as z.ZodType<Input<'review.create'>>).parse({ kind: 'review', ...question })
