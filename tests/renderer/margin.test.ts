import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crowdedAmong } from '../../renderer/reader/crowds.ts'
import { labelHeight, layLabels, type Laid } from '../../renderer/reader/labels.ts'
import { Lanes, type Bar } from '../../renderer/reader/lanes.ts'
import { briefly, manner } from '../../renderer/reader/margin-parts.ts'
import { segmentsOf } from '../../renderer/reader/segments.ts'
import type { CodingId, PassageId, SourceId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'

const stretches = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 80 })), { maxLength: 60 })
const barsOf = (pairs: readonly (readonly [number, number])[]): Bar[] =>
  pairs.map(([start, length], n) => ({ coding: `c${n}` as CodingId, start, end: start + length }))
const passageOf = ({ start, end }: { start: number; end: number }, n: number): CodedWords => ({
  id: `p${n}` as PassageId,
  kind: 'text',
  source: 's' as SourceId,
  start,
  end,
  quote: '',
  was: '',
  state: 'placed',
  starred: false,
  sensitivity: 0,
  codings: [],
  memos: 0,
})

/** Pairs of bars that overlap and share a lane. */
function clashesIn(bars: readonly Bar[], lanes: Lanes): readonly string[] {
  return bars.flatMap((a) =>
    bars
      .filter((b) => a.coding < b.coding && a.start < b.end && b.start < a.end)
      .filter((b) => lanes.laneOf(a.coding) === lanes.laneOf(b.coding))
      .map((b) => `${a.coding} and ${b.coding}`),
  )
}

describe('lanes', () => {
  it('never put two bars that overlap into one lane', () => {
    fc.assert(
      fc.property(stretches, (pairs) => {
        const bars = barsOf(pairs)
        const lanes = new Lanes()
        lanes.arrange(bars)
        expect(clashesIn(bars, lanes)).toEqual([])
      }),
    )
  })

  it('stay what they were when bars are added one by one', () => {
    fc.assert(
      fc.property(stretches, stretches, (before, after) => {
        const bars = barsOf([...before, ...after.slice(0, 20)])
        const first = bars.slice(0, before.length)
        const lanes = new Lanes()
        lanes.arrange(first)
        const kept = first.map(({ coding }) => lanes.laneOf(coding))
        for (let n = before.length + 1; n <= bars.length; n++) lanes.arrange(bars.slice(0, n))
        if (before.length > 0) expect(first.map(({ coding }) => lanes.laneOf(coding))).toEqual(kept)
        expect(clashesIn(bars, lanes)).toEqual([])
      }),
    )
  })

  it('come back to their place when a bar goes and returns, in any order of acts', () => {
    fc.assert(
      fc.property(stretches, fc.array(fc.nat(59), { maxLength: 12 }), (pairs, picks) => {
        const bars = barsOf(pairs)
        const lanes = new Lanes()
        lanes.arrange(bars)
        const before = bars.map(({ coding }) => lanes.laneOf(coding))
        const gone = new Set(picks)
        lanes.arrange(bars.filter((_, n) => !gone.has(n)))
        lanes.arrange(bars)
        expect(bars.map(({ coding }) => lanes.laneOf(coding))).toEqual(before)
      }),
    )
  })

  it('of passages that begin together, put the longest nearest to the text', () => {
    const lanes = new Lanes()
    lanes.arrange([
      { coding: 'short' as CodingId, start: 0, end: 10 },
      { coding: 'long' as CodingId, start: 0, end: 90 },
    ])
    expect([lanes.laneOf('long' as CodingId), lanes.laneOf('short' as CodingId)]).toEqual([0, 1])
  })
})

describe('labels', () => {
  const wishes = fc.array(fc.tuple(fc.nat(400), fc.option(fc.constantFrom(32, 54))), { maxLength: 40 })
  const wanted = (list: readonly (readonly [number, number | null])[]) =>
    list.map(([top, width], n) => ({ passage: { id: `p${n}` as PassageId }, top, width }))
  it('never print over each other, and never above the passage they belong to', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const { labels } = layLabels(wanted(list), new Set(), 120)
        for (const [n, label] of labels.entries()) {
          expect(label.y).toBeGreaterThanOrEqual(label.top)
          for (const above of labels.slice(0, n))
            if (label.y - above.y < labelHeight) {
              expect(label.y).toBe(above.y)
              expect(label.x).toBeGreaterThanOrEqual(above.x + (above.width ?? 120))
            }
        }
      }),
    )
  })
  it('count every passage, drawn or behind "+n"', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const { labels } = layLabels(wanted(list), new Set(), 120)
        expect(labels.reduce((sum, { more }) => sum + 1 + more, 0)).toBe(list.length)
      }),
    )
  })
  it('show the rest once they are opened', () => {
    const crowd = wanted(Array.from({ length: 9 }, () => [0, null] as const))
    const last = layLabels(crowd, new Set(), 120).labels.at(-1)
    expect(last?.more).toBeGreaterThan(0)
    expect(layLabels(crowd, new Set([last!.passage.id]), 120).labels).toHaveLength(9)
  })
  it('stay where they are while one scrolls down or up, and what comes stands over none of them', () => {
    const window = (list: ReturnType<typeof wanted>, from: number) =>
      list.filter(({ top }) => top >= from && top < from + 200)
    fc.assert(
      fc.property(wishes, fc.array(fc.nat(300), { minLength: 2, maxLength: 8 }), (list, stops) => {
        const all = wanted(list)
        let laid: Laid<{ readonly id: PassageId }> | null = null
        for (const from of stops) {
          const before: Laid<{ readonly id: PassageId }> | null = laid
          const seen = window(all, from)
          laid = layLabels(seen, new Set(), 120, before)
          const stayed = laid.labels.filter(({ passage }) => before?.tops.has(passage.id))
          const places = new Map(before?.labels.map(({ passage, x, y }) => [passage.id, `${x} ${y}`]))
          for (const { passage, x, y } of stayed)
            if (places.has(passage.id)) expect(`${x} ${y}`).toBe(places.get(passage.id))
          for (const [n, label] of laid.labels.entries())
            for (const above of laid.labels.slice(0, n))
              if (label.y - above.y < labelHeight) {
                expect(label.y).toBe(above.y)
                expect(label.x).toBeGreaterThanOrEqual(above.x + (above.width ?? 120))
              }
        }
      }),
    )
  })
  it('share a row as keys where more than ten codings lie over a place, and only there', () => {
    const over = Array.from({ length: 11 }, (_, n) => ({
      ...passageOf({ start: n, end: 100 }, n),
      codings: [{} as CodedWords['codings'][number]],
    }))
    const apart = { ...passageOf({ start: 200, end: 210 }, 99), codings: [{} as CodedWords['codings'][number]] }
    expect(crowdedAmong([...over, apart])).toEqual(new Set(over.map(({ id }) => id)))
    expect(crowdedAmong([...over.slice(1), apart])).toEqual(new Set())
  })
})

describe('segments', () => {
  it('cover every coded character once, with just the passages over it', () => {
    fc.assert(
      fc.property(stretches, fc.nat(200), fc.integer({ min: 1, max: 200 }), (pairs, from, length) => {
        const to = from + length
        const passages = barsOf(pairs).map(passageOf)
        const segments = segmentsOf(passages, from, to)
        for (let at = from; at < to; at++) {
          const over = passages.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id)
          const found = segments.filter(({ start, end }) => start <= at && at < end)
          expect(found.length).toBe(over.length > 0 ? 1 : 0)
          if (found[0]) expect(found[0].passages.map(({ id }) => id).toSorted()).toEqual(over.toSorted())
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the label of a passage in a crowd', () => {
  it('prints three keys at most, and counts every other code behind them', () => {
    expect(briefly(['1a', '1b', '1c'])).toEqual({ printed: ['1a', '1b', '1c'], rest: [] })
    expect(briefly(['1a', '1b', '1c', '1d'])).toEqual({ printed: ['1a', '1b'], rest: ['1c', '1d'] })
  })
})

describe('the label of a passage', () => {
  it('lets a long name give way to the signs behind it, but never the keys of several codes', () => {
    expect(manner(1, false)).toBe('')
    expect(manner(2, false)).toBe(' label-several')
    expect(manner(2, true)).toBe(' label-brief label-several')
    expect(manner(1, true)).toBe(' label-brief label-one')
    expect(manner(0, true)).toBe(' label-brief')
  })
})
