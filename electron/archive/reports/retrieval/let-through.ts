/**
 * The filter of a search asked of passages: what documents have holds for the passages in them; who speaks
 * and what is answered, for the words that a passage touches; codes, for what it carries itself.
 */
import type { SearchFilter } from '../../../../schema/search.ts'
import type { Reader } from '../../db.ts'
import { scopeOf } from '../../services/search/filters.ts'
import { lineagesOf } from '../selection.ts'
import type { Study } from '../study.ts'
import { answeringTo, speakersOf, spokenBy } from './named.ts'

/** Documents that the filter lets through, and passages; coded or not. */
export interface LetThrough {
  readonly sources: Uint8Array
  readonly passages: Uint8Array
}

export function letThrough(db: Reader, study: Study, filter: SearchFilter): LetThrough {
  const { role, speakers, codes, questions, ...ofDocuments } = filter
  const { numbers } = scopeOf(db, ofDocuments)
  const open = numbers && new Set(numbers)
  const sources = Uint8Array.from(study.sources, ({ number }) => Number(!open || open.has(number)))
  const masks: Uint8Array[] = [Uint8Array.from(study.passages.source, (source) => sources[source] ?? 0)]
  if (role !== undefined || speakers !== undefined) masks.push(spoken(db, study, role, speakers))
  if (codes) masks.push(carrying(study, codes))
  if (questions) masks.push(answeringTo(db, study, questions))
  return { sources, passages: masks.reduce((one, other) => one.map((each, n) => each & (other[n] ?? 0))) }
}

/** A turn that is both in the role and of one of these voices. */
function spoken(db: Reader, study: Study, role: SearchFilter['role'], labels: SearchFilter['speakers']): Uint8Array {
  const wanted = labels && new Set(labels)
  const isMeant = speakersOf(db).map(
    ({ label, is_interviewer }) =>
      (role === undefined || (role === 'interviewer') === (is_interviewer === 1)) && (!wanted || wanted.has(label)),
  )
  return spokenBy(study, isMeant)
}

function carrying(study: Study, codes: readonly string[]): Uint8Array {
  const wanted = new Set(codes.map((code) => study.codeAt.get(code as never) ?? -1))
  const isMeant = lineagesOf(study).map((lineage) => lineage.some((code) => wanted.has(code)))
  const found = new Uint8Array(study.passages.ids.length)
  const { passage, code } = study.codings
  for (let n = 0; n < passage.length; n++) if (isMeant[code[n] ?? -1]) found[passage[n] ?? 0] = 1
  return found
}
