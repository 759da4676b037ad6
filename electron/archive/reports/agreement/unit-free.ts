/**
 * Agreement without given units: the u-α family and matched segments, over the texts that every coder worked on.
 * The texts are laid end to end, without what does not count; a passage that reaches over a left-out stretch closes up.
 */
import { alphaU, alphaUOfAll, type Tilings } from '../../statistics/agreement/alpha-u.ts'
import { figure, noFigure, type Figure } from '../../statistics/agreement/figure.ts'
import { matchesOf, type Matches } from '../../statistics/agreement/segments.ts'
import { merged, type Span } from '../../statistics/agreement/spans.ts'
import { codedAlpha, codedAlphaOf, relevanceAlpha, uAlpha, type Valued } from '../../statistics/agreement/unitized.ts'
import { countFrom } from '../places.ts'
import type { Study } from '../study.ts'
import type { Comparison } from './comparison.ts'
import { spokenIn } from './units.ts'

export interface Continuum {
  readonly length: number
  /** By row, then by coder: in order, those that overlap made one. */
  readonly spans: ReadonlyMap<number, Tilings>
  readonly coders: number
}

export function continuumOf(
  study: Study,
  { given, whole, coders }: Comparison,
  withInterviewers: boolean,
  rowsOf: (code: number) => readonly number[],
): Continuum {
  const laid = new Map<number, (at: number) => number>()
  let length = 0
  for (const source of whole) {
    const stretches = spokenIn(study, source, withInterviewers)
    laid.set(source, placeIn(stretches, length))
    for (const { start, end } of stretches) length += end - start
  }
  const raw = new Map<number, Span[][]>()
  for (const { source, coder, code, start, end } of given) {
    const place = laid.get(source)
    if (!place) continue
    const span = { start: place(start), end: place(end) }
    if (span.end <= span.start) continue
    for (const row of rowsOf(code)) {
      let lists = raw.get(row)
      if (!lists) raw.set(row, (lists = coders.map(() => [])))
      lists[coder]?.push(span)
    }
  }
  return {
    length,
    spans: new Map([...raw].map(([row, lists]) => [row, lists.map(merged)])),
    coders: coders.length,
  }
}

/** From an offset in a text to one in the continuum; what lies between stretches falls to the end of the one before. */
function placeIn(stretches: readonly Span[], base: number): (at: number) => number {
  const before: number[] = []
  let sum = base
  for (const { start, end } of stretches) {
    before.push(sum)
    sum += end - start
  }
  return (at) => {
    const last = countFrom(stretches, at) - 1
    const stretch = stretches[last]
    return stretch ? (before[last] ?? base) + Math.min(at, stretch.end) - stretch.start : base
  }
}

const nobody: Tilings = []

const codedOnce = (spans: Tilings, coders: number): readonly (readonly Valued[])[] =>
  Array.from({ length: coders }, (_, n) => (spans[n] ?? []).map((span) => ({ ...span, value: 0 })))

/** Of one row: uα of the code against everything else. */
export function uAlphaOf({ length, spans, coders }: Continuum, row: number): Figure {
  return uAlpha({ length, values: 1, coders: codedOnce(spans.get(row) ?? nobody, coders) })
}

export function alphaUOf({ length, spans, coders }: Continuum, row: number): Figure {
  const tilings = spans.get(row) ?? Array.from({ length: coders }, () => [])
  return alphaU(tilings, length)
}

/** Disagreements of all codes added before they are compared, as for α_U. */
export function uAlphaPooled(continuum: Continuum, codes: readonly number[]): Figure {
  const figures = codes.map((code) => uAlphaOf(continuum, code)).filter(({ value }) => value !== null)
  const sum = (key: string) => figures.reduce((total, { inputs }) => total + (inputs[key] ?? 0), 0)
  const apart = sum('all') - sum('alike')
  const byChance = sum('all') - sum('byChance')
  if (continuum.length === 0) return noFigure('no-units')
  return byChance > 0
    ? figure(1 - apart / byChance, { apart, byChance, codes: figures.length })
    : noFigure('unused', { length: continuum.length })
}

export const alphaUPooled = ({ length, spans }: Continuum, codes: readonly number[]): Figure =>
  alphaUOfAll(
    codes.flatMap((code) => {
      const own = spans.get(code)
      return own ? [own] : []
    }),
    length,
  )

export interface Family {
  readonly uAlpha: Figure
  readonly relevance: Figure
  readonly coded: Figure
  /** Of each of the codes, in their order. */
  readonly ofCode: readonly Figure[]
}

/** All codes as values of one coding: only where no coder's codes lie over each other. */
export function familyOf({ length, spans, coders }: Continuum, codes: readonly number[]): Family {
  const study = {
    length,
    values: codes.length,
    coders: Array.from({ length: coders }, (_, n) =>
      codes
        .flatMap((code, value) => (spans.get(code)?.[n] ?? []).map((span) => ({ ...span, value })))
        .toSorted((one, other) => one.start - other.start),
    ),
  }
  return {
    uAlpha: uAlpha(study),
    relevance: relevanceAlpha(study),
    coded: codedAlpha(study),
    ofCode: codes.map((_, value) => codedAlphaOf(study, value)),
  }
}

/** Segments of one row, over all pairs of coders. `share`: 0 to 1. */
export function segmentsOf({ spans, coders }: Continuum, row: number, share: number): Matches {
  const own = spans.get(row) ?? nobody
  const found = { matchedFirst: 0, matchedSecond: 0, onlyFirst: 0, onlySecond: 0 }
  for (let one = 0; one < coders; one++)
    for (let other = one + 1; other < coders; other++) {
      const pair = matchesOf(own[one] ?? [], own[other] ?? [], share)
      for (const key of ['matchedFirst', 'matchedSecond', 'onlyFirst', 'onlySecond'] as const) found[key] += pair[key]
    }
  return found
}

export const addedUp = (list: readonly Matches[]): Matches => ({
  matchedFirst: list.reduce((sum, one) => sum + one.matchedFirst, 0),
  matchedSecond: list.reduce((sum, one) => sum + one.matchedSecond, 0),
  onlyFirst: list.reduce((sum, one) => sum + one.onlyFirst, 0),
  onlySecond: list.reduce((sum, one) => sum + one.onlySecond, 0),
})
