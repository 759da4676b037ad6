/** What hangs on things that are here already: codes in sets, documents in cases, wordings of questions, blanks. */
import { foldValue } from '../../../../schema/attribute-values.ts'
import type { CaseId, CodeId, CodeSetId, GuideQuestionId, SourceId } from '../../../../schema/ids.ts'
import type { GuideWording } from '../../../../schema/guide.ts'
import { sql, type Reader } from '../../db.ts'
import { codeOf } from '../../services/codebook.ts'
import { guideOf } from '../../services/guide-questions.ts'
import type { IncomingCode } from '../incoming.ts'
import { isSilent } from './match-codes.ts'
import { isStricter } from './match-documents.ts'
import type { DocumentTarget, Union } from './union.ts'

export interface Memberships {
  readonly inSets: readonly { readonly set: CodeSetId; readonly code: CodeId }[]
  readonly inCases: readonly { readonly theCase: CaseId; readonly source: SourceId }[]
  readonly wordings: readonly { readonly question: GuideQuestionId; readonly wording: GuideWording }[]
  readonly families: readonly { readonly question: GuideQuestionId; readonly code: CodeId }[]
}

export function newMemberships(db: Reader, union: Union): Memberships {
  const inSets = new Set(db.pluck<string>(sql`SELECT code_set || ' ' || code FROM code_set_member`))
  const inCases = new Set(db.pluck<string>(sql`SELECT the_case || ' ' || source FROM case_member`))
  const { project, sets, cases, codes, documents, questions } = union
  const guide = new Map(guideOf(db).map((question) => [question.id, question]))
  const coming = (project.guide ?? []).flatMap((question) => {
    const target = questions.get(question.ref)
    return target && !target.isNew ? [{ ...question, id: target.id, here: guide.get(target.id) }] : []
  })
  return {
    inSets: project.codeSets.flatMap(({ ref, codes: members }) =>
      members.flatMap((member) => {
        const set = sets.get(ref)?.id
        const code = codes.get(member)?.id
        return set && code && isFirst(inSets, `${set} ${code}`) ? [{ set, code }] : []
      }),
    ),
    inCases: project.cases.flatMap(({ ref, documents: members }) =>
      members.flatMap((member) => {
        const theCase = cases.get(ref)?.id
        const source = documents.get(member)?.id
        return theCase && source && isFirst(inCases, `${theCase} ${source}`) ? [{ theCase, source }] : []
      }),
    ),
    wordings: coming.flatMap(({ id, here, wordings }) => {
      const known = new Set((here?.wordings ?? []).map(({ words }) => foldValue(words)))
      return wordings
        .filter(({ words }) => isFirst(known, foldValue(words)))
        .map((wording) => ({ question: id, wording }))
    }),
    families: coming.flatMap(({ id, here, code }) => {
      const family = code === null ? undefined : codes.get(code)?.id
      return family !== undefined && here?.code === null ? [{ question: id, code: family }] : []
    }),
  }
}

/** Adds the key; answers whether it is new. */
function isFirst(keys: Set<string>, key: string): boolean {
  const before = keys.size
  return keys.add(key).size > before
}

export function gainsMembers(db: Reader, union: Union): boolean {
  const lists = Object.values(newMemberships(db, union)) as readonly (readonly unknown[])[]
  return (
    lists.some((list) => list.length > 0) ||
    [...union.documents.values()].some((target) => !target.isNew && blanksOf(db, target) !== null) ||
    union.project.codes.some((code) => wordingFor(db, union, code) !== null)
  )
}

export type Blanks = Partial<Record<'collectedOn' | 'place' | 'citation' | 'quotationLevel', string>>
/** What is said of a document there and not here; null: nothing. */
export function blanksOf(db: Reader, { id, prepared }: DocumentTarget): Blanks | null {
  const { document } = prepared
  const here = db.get<Required<Blanks>>(sql`
    SELECT collected_on AS collectedOn, place, citation, quotation_level AS quotationLevel FROM source WHERE id = ${id}`)
  if (!here) return null
  const blanks: Blanks = {}
  for (const field of ['collectedOn', 'place', 'citation'] as const)
    if (here[field] === '' && document[field].trim() !== '') blanks[field] = document[field].trim()
  if (document.quotationLevel && isStricter(document.quotationLevel, here.quotationLevel))
    blanks.quotationLevel = document.quotationLevel
  return Object.keys(blanks).length > 0 ? blanks : null
}

/** The wording that a code without one gains; null: none. */
export function wordingFor(
  db: Reader,
  { codes }: Union,
  code: IncomingCode,
): Pick<IncomingCode, 'definition' | 'include' | 'exclude' | 'example'> | null {
  const target = codes.get(code.ref)
  if (!target || target.isNew || target.by === 'choice' || isSilent(code)) return null
  const here = codeOf(db, target.id)
  if (!isSilent(here)) return null
  const { definition, include, exclude, example } = code
  return { definition, include, exclude, example: here.example === '' ? example : here.example }
}
