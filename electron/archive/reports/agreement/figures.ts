/** One row's numbers: of a code, of all codes pooled, of the sets of codes. */
import type { GapReason } from '../../../../schema/report-table.ts'
import type { QueryOf } from '../../../../schema/report-query.ts'
import { codedAgreement, positiveAgreement, tableOf, type Counts } from '../../statistics/agreement/binary.ts'
import {
  alphaOfPatterns,
  bootstrapAlpha,
  type Drawn,
  type Likeness,
  type Pattern,
} from '../../statistics/agreement/bootstrap.ts'
import type { Figure, NoFigure } from '../../statistics/agreement/figure.ts'
import { fleissKappa, fleissZ } from '../../statistics/agreement/fleiss.ts'
import * as kappas from '../../statistics/agreement/two-coders.ts'
import type { Value } from '../draft.ts'
import type { Tally } from './marks.ts'

type Query = QueryOf<'agreement'>

const reasons: Readonly<Record<NoFigure, GapReason>> = {
  'no-units': 'not-compared',
  unused: 'no-uses',
  'no-variation': 'no-spread',
  'nothing-pairable': 'nothing-pairable',
  'unequal-coders': 'unequal-coders',
  'codes-overlap': 'codes-overlap',
}

export const valueOf = ({ value, reason }: Figure): Value => value ?? gap(reasons[reason ?? 'no-units'])
export const gap = (reason: GapReason): Value => ({ reason })

/** Of all pairs of coders on all units, how many say the same; and of those with the code, how many both. */
export function pairsAgreeing({ groups }: Tally): { readonly all: number | null; readonly positive: number | null } {
  let units = 0
  let same = 0
  let both = 0
  let given = 0
  for (const { with: yes, of, units: weight } of groups) {
    if (of < 2) continue
    const no = of - yes
    units += weight
    same += (weight * (yes * (yes - 1) + no * (no - 1))) / (of * (of - 1))
    both += (weight * yes * (yes - 1)) / (of - 1)
    given += weight * yes
  }
  return { all: units === 0 ? null : same / units, positive: given === 0 ? null : both / given }
}

/** α, its interval and the share of draws below .667: four values. */
export function alphaValues(
  patterns: readonly Pattern[],
  { units, seed, draws }: Query,
  drawn: (found: Drawn) => void,
  likenesses: readonly Likeness[] = [],
): readonly Value[] {
  const alpha = valueOf(alphaOfPatterns(patterns, likenesses))
  if (alpha === null || typeof alpha === 'object') return [alpha, alpha, alpha, alpha]
  if (units === 'characters') return [alpha, gap('neighbours'), gap('neighbours'), gap('neighbours')]
  // A draw costs as much as there are patterns and pairs of sets: half a second of drawing at the most.
  if ((patterns.length + likenesses.length) * draws > mostWork)
    return [alpha, gap('too-many-sets'), gap('too-many-sets'), gap('too-many-sets')]
  const found = bootstrapAlpha(patterns, { seed, draws }, likenesses)
  if (!found) return [alpha, gap('no-spread'), gap('no-spread'), gap('no-spread')]
  drawn(found)
  return [alpha, found.low, found.high, found.belowTentative]
}

const mostWork = 100_000_000

/** κ, its error, the largest it could be, π, S, AC1 and agreement on what was coded: seven values. */
export const kappaValues = (counts: Counts): readonly Value[] => {
  const table = tableOf(counts)
  return [
    kappas.cohenKappa(table),
    kappas.kappaError(table),
    kappas.largestKappa(table),
    kappas.scottPi(table),
    kappas.bennettS(table),
    kappas.gwetAc1(table),
    codedAgreement(counts),
  ].map(valueOf)
}

/** Fleiss' κ and its z. */
export function fleissValues({ groups }: Tally): readonly Value[] {
  const ratings = groups.map(({ with: yes, of }) => [yes, of - yes])
  const weights = groups.map(({ units }) => units)
  return [valueOf(fleissKappa(ratings, weights)), valueOf(fleissZ(ratings, weights))]
}

export const positiveOf = (counts: Counts): Value => valueOf(positiveAgreement(counts))
