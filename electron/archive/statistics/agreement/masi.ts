/**
 * How far two sets of codes are apart (MASI, Passonneau 2006): d = 1 − J·M, with Jaccard's J, and M = 1 for
 * equal sets, 2/3 where one holds the other, 1/3 where they overlap, 0 where they share nothing. Others weight
 * the distance instead of the likeness; the numbers differ. Two empty sets are alike.
 */
export type CodeSetValue = ReadonlySet<number | string>

/** J·M, 0 to 1. */
export function masiLikeness(one: CodeSetValue, other: CodeSetValue): number {
  if (one.size === 0 && other.size === 0) return 1
  let shared = 0
  for (const code of one) if (other.has(code)) shared++
  if (shared === 0) return 0
  const jaccard = shared / (one.size + other.size - shared)
  const isHeld = shared === one.size || shared === other.size
  return jaccard * (jaccard === 1 ? 1 : isHeld ? 2 / 3 : 1 / 3)
}

export const masiDistance = (one: CodeSetValue, other: CodeSetValue): number => 1 - masiLikeness(one, other)
