/**
 * How alike two documents are by the codes they have (METHODS 4.3), and how often two codes meet (4.1).
 * Undefined is null, never 0: two documents without any code are not alike, they are silent.
 */

/** Over the chosen codes: in both, in the first only, in the second only, in neither. */
export interface Shared {
  readonly both: number
  readonly first: number
  readonly second: number
  readonly neither: number
}

/** a/(a+b+c): a code that neither has is no likeness. */
export function jaccard({ both, first, second }: Shared): number | null {
  return share(both, both + first + second)
}
/** 2a/(2a+b+c) */
export function dice({ both, first, second }: Shared): number | null {
  return share(2 * both, 2 * both + first + second)
}
/** (a+d)/(a+b+c+d) */
export function simpleMatching({ both, first, second, neither }: Shared): number | null {
  return silent({ both, first, second }) ? null : share(both + neither, both + first + second + neither)
}
/** a/(a+b+c+d), Russell and Rao */
export function russellRao({ both, first, second, neither }: Shared): number | null {
  return silent({ both, first, second }) ? null : share(both, both + first + second + neither)
}
/** (2a+d)/(2a+b+c+d), Kuckartz and Rädiker */
export function zeta({ both, first, second, neither }: Shared): number | null {
  return silent({ both, first, second }) ? null : share(2 * both + neither, 2 * both + first + second + neither)
}

/** n₁₂/(n₁+n₂−n₁₂): 0 to 1 where units are counted; above 1 where one long coding met several short ones. */
export function cCoefficient(together: number, first: number, second: number): number | null {
  return share(together, first + second - together)
}

/** Whether one code is used more than five times as often as the other: then c hides what the rarer one does. */
export function isUnequal(first: number, second: number): boolean {
  return Math.min(first, second) > 0 && Math.max(first, second) > 5 * Math.min(first, second)
}

/** Each list as distances from its mean in standard deviations (n − 1); null where nothing varies. */
export function standardised(list: readonly number[]): readonly number[] | null {
  const mean = list.reduce((sum, one) => sum + one, 0) / list.length
  const spread = Math.sqrt(list.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (list.length - 1))
  return spread > 0 ? list.map((one) => (one - mean) / spread) : null
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null)
const silent = ({ both, first, second }: Omit<Shared, 'neither'>) => both + first + second === 0
