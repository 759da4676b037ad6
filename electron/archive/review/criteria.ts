/** Which candidates answer a criterion, one function each; and those of a choice, in their order. */
import { assertNever } from '../../../schema/error.ts'
import type { PassageId } from '../../../schema/ids.ts'
import type { Criterion, ReviewChoice } from '../../../schema/review.ts'
import { sql, type Reader } from '../db.ts'
import { groupsBy } from '../reports/groups.ts'
import type { Study } from '../reports/study.ts'
import type { Candidate, Candidates } from './candidates.ts'
import { drawShare, type Stratum } from './draw.ts'

export interface Chosen {
  readonly items: readonly Candidate[]
  /** Of each candidate's document, where a share was drawn by strata; '' otherwise. */
  readonly stratumOf: (candidate: Candidate) => string
  readonly strata: readonly { readonly name: string; readonly of: number; readonly chosen: number }[]
}

/** Those that answer any of the criteria; all where there are none. */
export function chosenOf(db: Reader, { study, open }: Candidates, { any, seed }: ReviewChoice): Chosen {
  const met = new Set<Candidate>()
  let stratumOf: Chosen['stratumOf'] = () => ''
  let strata: Chosen['strata'] = []
  for (const criterion of any) {
    if (criterion.by === 'share') {
      const nameOf = stratumIn(db, study, open, criterion.stratum)
      const whole: readonly Stratum<Candidate>[] = [...Map.groupBy(open, nameOf)]
        .map(([name, of]) => ({ name, of }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      const drawn = drawShare(whole, criterion.percent, seed, (one) => keyOf(study, one))
      for (const { of } of drawn) for (const one of of) met.add(one)
      stratumOf = nameOf
      strata = whole.map(({ name, of }, n) => ({ name, of: of.length, chosen: drawn[n]?.of.length ?? 0 }))
    } else {
      const answers = answersTo(db, study, criterion)
      for (const one of open) if (answers(one)) met.add(one)
    }
  }
  return { items: any.length === 0 ? open : open.filter((one) => met.has(one)), stratumOf, strata }
}

/** A unit has no id of its own: its place is its key. */
const keyOf = (study: Study, { passageAt, source, start, end }: Candidate): string =>
  passageAt >= 0 ? study.passages.ids[passageAt]! : `${source} ${start} ${end}`

function answersTo(
  db: Reader,
  study: Study,
  criterion: Exclude<Criterion, { by: 'share' }>,
): (one: Candidate) => boolean {
  switch (criterion.by) {
    case 'rare': {
      const counts = ownCounts(study)
      const rare = new Set(
        study.codes.filter((_, n) => counts[n]! > 0 && counts[n]! <= criterion.atMost).map(({ id }) => id),
      )
      return ({ codings }) => codings.some(({ code }) => rare.has(code))
    }
    case 'dominant': {
      const codes = dominantIn(study, criterion.above)
      return ({ codings }) => codings.some(({ code }) => codes.has(study.codeAt.get(code) ?? -1))
    }
    case 'starred':
      return among(study, db.pluck(sql`SELECT id FROM passage WHERE starred = 1`))
    case 'unreviewed': {
      const isReviewed = among(
        study,
        db.pluck(sql`SELECT DISTINCT i.passage FROM review_item i JOIN review_answer a ON a.item = i.id`),
      )
      return (one) => !isReviewed(one)
    }
    case 'disagreements': {
      const isOpen = among(
        study,
        db.pluck(sql`
          SELECT DISTINCT i.passage FROM review_item i JOIN review_answer a ON a.item = i.id
            JOIN review_proposal p ON p.answer = a.id
           WHERE p.verdict IN ('disagree', 'suggest') AND p.state IN ('open', 'kept', 'discussed')`),
      )
      const coded = codedOtherwise(study)
      return (one) => isOpen(one) || coded.has(one.passageAt)
    }
    default:
      return assertNever(criterion)
  }
}

function among(study: Study, ids: readonly PassageId[]): (one: Candidate) => boolean {
  const these = new Set(ids)
  return ({ passageAt }) => passageAt >= 0 && these.has(study.passages.ids[passageAt]!)
}

function ownCounts({ codes, codings }: Study): Float64Array {
  const counts = new Float64Array(codes.length)
  for (const code of codings.code) if (code >= 0) counts[code]! += 1
  return counts
}

/** Codes below a child that has more than so many percent of what its siblings and it have; only children do not. */
export function dominantIn(study: Study, above: number): ReadonlySet<number> {
  const totals = ownCounts(study)
  for (let n = study.codes.length - 1; n >= 0; n--) {
    const parent = study.parents[n] ?? -1
    if (parent >= 0) totals[parent]! += totals[n] ?? 0
  }
  const families = Map.groupBy(study.codes.keys(), (n) => study.parents[n] ?? -1)
  const dominant = new Set<number>()
  for (const [parent, children] of families) {
    if (parent < 0 || children.length < 2) continue
    const sum = children.reduce((all, n) => all + (totals[n] ?? 0), 0)
    for (const n of children) if (sum > 0 && ((totals[n] ?? 0) / sum) * 100 > above) dominant.add(n)
  }
  // Parents stand before their children.
  for (const [n, parent] of study.parents.entries()) if (dominant.has(parent)) dominant.add(n)
  return dominant
}

/**
 * Passages whose words two coders have coded with other codes: of each coder all codes count that stand on passages
 * which share words with it. Who has coded none of its words says nothing of them.
 */
function codedOtherwise(study: Study): ReadonlySet<number> {
  const { passages, codings } = study
  const marks = new Map<number, { readonly coder: number; readonly code: number }[]>()
  for (let n = 0; n < codings.passage.length; n++) {
    const at = codings.passage[n] ?? 0
    const mark = { coder: codings.coder[n] ?? 0, code: codings.code[n] ?? 0 }
    const there = marks.get(at)
    if (there) there.push(mark)
    else marks.set(at, [mark])
  }
  const differing = new Set<number>()
  for (let source = 0; source + 1 < passages.from.length; source++) {
    const first = passages.from[source] ?? 0
    const last = passages.from[source + 1] ?? 0
    let active: number[] = []
    const touching = new Map<number, number[]>()
    for (let at = first; at < last; at++) {
      const start = passages.start[at] ?? -1
      if (start < 0) continue
      active = active.filter((other) => (passages.end[other] ?? 0) > start)
      touching.set(at, [...active, at])
      for (const other of active) touching.get(other)?.push(at)
      active.push(at)
    }
    for (const [at, others] of touching)
      if (marks.has(at) && differ(others.flatMap((n) => marks.get(n) ?? []))) differing.add(at)
  }
  return differing
}

function differ(marks: readonly { readonly coder: number; readonly code: number }[]): boolean {
  const byCoder = Map.groupBy(marks, ({ coder }) => coder)
  if (byCoder.size < 2) return false
  const sets = [...byCoder.values()].map((own) =>
    [...new Set(own.map(({ code }) => code))].toSorted((a, b) => a - b).join(),
  )
  return new Set(sets).size > 1
}

/** Every candidate in one stratum: a document with several values stands for them together. */
function stratumIn(
  db: Reader,
  study: Study,
  open: readonly Candidate[],
  key: string,
): (candidate: Candidate) => string {
  if (key === '') return () => ''
  const sources = [...new Set(open.map(({ sourceAt }) => sourceAt))]
  const { groups, groupsOf } = groupsBy(db, study, sources, key)
  return ({ sourceAt }) => (groupsOf[sourceAt] ?? []).map((n) => groups[n]?.label ?? '').join(', ')
}
