/**
 * What a round may ask about: coded passages with the codings that are meant, or units of documents. What may not
 * leave the archive is told apart at once, so that a draw is made from what can be asked.
 */
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import type { FrozenCoding, HeldReason, ItemUnit, ReviewChoice } from '../../../schema/review.ts'
import { sql, type Reader } from '../db.ts'
import { dangerIn } from '../export/gate.ts'
import { standingsIn } from '../export/standing.ts'
import { countParked } from '../reports/coding-filter.ts'
import { studyOf, type Study } from '../reports/study.ts'
import { subtreeOf } from '../services/codebook.ts'
import { unitsOf } from './units.ts'

export interface Candidate {
  readonly source: SourceId
  /** Into the study's sources. */
  readonly sourceAt: number
  /** Into the study's passages; -1 of a unit. */
  readonly passageAt: number
  /** UTF-16 units, [start, end). */
  readonly start: number
  readonly end: number
  readonly codings: readonly FrozenCoding[]
}

export interface Candidates {
  readonly study: Study
  /** In order of the documents and of the text. */
  readonly open: readonly Candidate[]
  readonly held: Readonly<Partial<Record<HeldReason, number>>>
}

export interface AskedFor {
  readonly unit: ItemUnit
  readonly blind: boolean
  readonly choice: ReviewChoice
}

export function candidatesOf(db: Reader, asked: AskedFor): Candidates {
  const study = studyOf(db)
  const { choice } = asked
  const meant = choice.sources && new Set(choice.sources)
  const all = asked.unit === 'passage' ? codedPassages(db, study, asked) : textUnits(db, study, asked, asked.unit)
  const wanted = meant ? all.filter(({ source }) => meant.has(source)) : all
  const whyHeld = whyHeldIn(db, study)
  const held: Partial<Record<HeldReason, number>> = {}
  const open: Candidate[] = []
  for (const candidate of wanted) {
    const why = whyHeld(candidate)
    if (why) held[why] = (held[why] ?? 0) + 1
    else open.push(candidate)
  }
  if (asked.unit === 'passage') {
    const { codes, sources, coders } = choice
    const parked = countParked(db, { codes, withChildren: true, sources, coders })
    if (parked > 0) held.parked = parked
  }
  return { study, open, held }
}

/** Why an excerpt may not be shown to anybody outside; null where it may. */
export function whyHeldIn(
  db: Reader,
  study: Study,
): (one: Pick<Candidate, 'source' | 'passageAt' | 'start' | 'end'>) => HeldReason | null {
  const standings = standingsIn(db)
  const isDangerous = dangerIn(db)
  return ({ source, passageAt, start, end }) => {
    const standing = standings.get(source)
    if (!standing || standing.isChild) return 'child'
    if (!standing.hasWords) return 'level'
    if (start < 0) return 'wordless'
    const passage = study.passages.ids[passageAt] ?? null
    return isDangerous({ passage, source, start, end, isRegion: false }) ? 'dangerous' : null
  }
}

/** Passages with codings that are meant. An open round asks about the codes that were chosen, a blind one about all. */
function codedPassages(db: Reader, study: Study, { blind, choice }: AskedFor): readonly Candidate[] {
  const { passages, codings } = study
  const codes = choice.codes && new Set(choice.codes.flatMap((code): readonly CodeId[] => subtreeOf(db, code)))
  const coders = choice.coders && new Set(choice.coders)
  const frozen = frozenIn(db, study)
  const isOfCoder = (n: number) => !coders || coders.has(study.coders[codings.coder[n] ?? 0]!.id)
  const isOfCode = (n: number) => !codes || codes.has(study.codes[codings.code[n] ?? 0]!.id)
  const found: Candidate[] = []
  for (let n = 0; n < codings.passage.length;) {
    const at = codings.passage[n] ?? 0
    const own: number[] = []
    for (; n < codings.passage.length && codings.passage[n] === at; n++) if (isOfCoder(n)) own.push(n)
    const asked = own.filter(isOfCode)
    if (asked.length === 0) continue
    const sourceAt = passages.source[at] ?? 0
    found.push({
      source: study.sources[sourceAt]!.id,
      sourceAt,
      passageAt: at,
      start: passages.start[at] ?? -1,
      end: passages.end[at] ?? -1,
      codings: (blind ? own : asked).map(frozen),
    })
  }
  return found
}

/** Units of documents, with the codings that touch each. */
function textUnits(
  db: Reader,
  study: Study,
  { choice }: AskedFor,
  unit: Exclude<ItemUnit, 'passage'>,
): readonly Candidate[] {
  const meant = choice.sources && new Set(choice.sources)
  const coders = choice.coders && new Set(choice.coders)
  const frozen = frozenIn(db, study)
  const codingsOf = new Map<number, FrozenCoding[]>()
  for (let n = 0; n < study.codings.passage.length; n++) {
    const coding = frozen(n)
    if (coders && !coders.has(coding.coder)) continue
    const at = study.codings.passage[n] ?? 0
    const there = codingsOf.get(at)
    if (there) there.push(coding)
    else codingsOf.set(at, [coding])
  }
  return study.sources.flatMap(({ id, kind }, sourceAt) => {
    if (kind === 'image' || (meant && !meant.has(id))) return []
    const touching = passagesTouching(study, sourceAt)
    return unitsOf(db, id, unit, choice.withInterviewers).map((one): Candidate => ({
      source: id,
      sourceAt,
      passageAt: -1,
      ...one,
      codings: touching(one).flatMap((at) => codingsOf.get(at) ?? []),
    }))
  })
}

/** Passages of a source that share words with a unit; units are asked for in the order of the text. */
function passagesTouching(
  { passages }: Study,
  sourceAt: number,
): (unit: { readonly start: number; readonly end: number }) => readonly number[] {
  const last = passages.from[sourceAt + 1] ?? 0
  let next = passages.from[sourceAt] ?? 0
  let active: number[] = []
  return ({ start, end }) => {
    for (; next < last && (passages.start[next] ?? 0) < end; next++) active.push(next)
    active = active.filter((at) => (passages.end[at] ?? 0) > start)
    return active.filter((at) => (passages.start[at] ?? 0) < end && (passages.start[at] ?? -1) >= 0)
  }
}

/** The coding at `n` of the study as it is frozen: with its id, which the study does not hold. */
function frozenIn(db: Reader, study: Study): (n: number) => FrozenCoding {
  const ids = new Map(
    db
      .all<{ rowid: number; id: FrozenCoding['id'] }>(sql`SELECT rowid, id FROM coding WHERE state = 'live'`)
      .map(({ rowid, id }) => [rowid, id]),
  )
  const { codings, codes, coders } = study
  return (n) => ({
    id: ids.get(codings.rowid[n] ?? 0)!,
    code: codes[codings.code[n] ?? 0]!.id,
    coder: coders[codings.coder[n] ?? 0]!.id,
  })
}
