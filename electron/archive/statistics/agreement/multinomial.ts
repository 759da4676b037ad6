/**
 * Numbers drawn as if units were drawn with replacement: of n units in classes, how many fall into each.
 * A draw costs as much as there are classes, however many units there are.
 */
import type { Dice } from '../dice.ts'

/** Into `into`: `n` units dealt to classes of these shares, which add up to 1. */
export function drawMultinomial(n: number, shares: readonly number[], random: Dice, into: Float64Array): void {
  let left = n
  let rest = 1
  for (let at = 0; at < shares.length; at++) {
    const share = shares[at] ?? 0
    const isLast = at === shares.length - 1
    const drawn = isLast ? left : drawBinomial(left, share === 0 ? 0 : Math.min(1, share / rest), random)
    into[at] = drawn
    left -= drawn
    rest = Math.max(0, rest - share)
  }
}

/** How many of `n` come up with probability `p`. */
export function drawBinomial(n: number, p: number, random: Dice): number {
  if (p >= 1) return n
  if (p <= 0 || n === 0) return 0
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random)
  return n * p < 10 ? byWaiting(n, p, random) : byRejection(n, p, random)
}

/** Few are expected: jump from one to the next by the geometric distribution (Devroye 1986, X.4). */
function byWaiting(n: number, p: number, random: Dice): number {
  const scale = Math.log1p(-p)
  let count = 0
  let at = 0
  for (;;) {
    at += Math.floor(Math.log(1 - random()) / scale) + 1
    if (at > n) return count
    count++
  }
}

/** Many are expected: transformed rejection (Hörmann 1993, BTRS). */
function byRejection(n: number, p: number, random: Dice): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const centre = n * p + 0.5
  const squeeze = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const odds = Math.log(p / (1 - p))
  const mode = Math.floor((n + 1) * p)
  const atMode = logFactorial(mode) + logFactorial(n - mode)
  for (;;) {
    const u = random() - 0.5
    let v = random()
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + centre)
    if (us >= 0.07 && v <= squeeze) return count
    if (count < 0 || count > n) continue
    v = Math.log((v * alpha) / (a / (us * us) + b))
    if (v <= atMode - logFactorial(count) - logFactorial(n - count) + (count - mode) * odds) return count
  }
}

const small = [0, 0]
for (let n = 2; n < 128; n++) small.push((small[n - 1] ?? 0) + Math.log(n))

/** ln n!; beyond the table by Stirling's series, whose next term is below 1e-11 there. */
function logFactorial(n: number): number {
  const known = small[n]
  if (known !== undefined) return known
  const x = n + 1
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + 1 / (12 * x) - 1 / (360 * x ** 3)
}
