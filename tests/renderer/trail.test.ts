import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything, filterOf, trailOf } from '../../renderer/history/trail.ts'
import type { Act, AuditLine } from '../../schema/history.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 14, 9, minute)).toISOString()
const actAt = (minute: number, act: number) => ({ act, at: at(minute) }) as Act
const lineAt = (minute: number, line: number) => ({ line, at: at(minute) }) as AuditLine
const minutes = fc.array(fc.nat(600), { maxLength: 40 }).map((all) => all.toSorted((a, b) => b - a))

describe('the trail', () => {
  it('has acts and audit lines by time, newest first, none of them twice or lost', () => {
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const trail = trailOf(a.map(actAt), b.map(lineAt), 1000)
        const times = trail.map((step) => step.at)
        expect(times).toEqual(times.toSorted().toReversed())
        expect(new Set(trail.map(({ key }) => key)).size).toBe(a.length + b.length)
      }),
    )
  })

  it('ends where either list may go on, so that no gap is shown', () => {
    const acts = [50, 40, 30].map(actAt)
    const lines = [55, 20, 10].map(lineAt)
    expect(trailOf(acts, lines, 3).map((step) => step.at)).toEqual([55, 50, 40, 30].map(at))
    expect(trailOf(acts, lines, 4)).toHaveLength(6)
  })

  it('is narrowed to a day from midnight to midnight of the person’s own clock', () => {
    const { from, before } = filterOf({ ...everything, day: '2026-03-14' })
    expect([new Date(from!).getHours(), new Date(from!).getDate()]).toEqual([0, 14])
    expect([new Date(before!).getHours(), new Date(before!).getDate()]).toEqual([0, 15])
    expect(filterOf(everything)).toEqual({})
    const month = filterOf({ ...everything, day: '2026-12' })
    expect([month.from, month.before]).toEqual([
      new Date(2026, 11, 1).toISOString(),
      new Date(2027, 0, 1).toISOString(),
    ])
    const year = filterOf({ ...everything, day: '2026' })
    expect([year.from, year.before]).toEqual([new Date(2026, 0, 1).toISOString(), new Date(2027, 0, 1).toISOString()])
    expect(filterOf({ ...everything, day: 'soon' })).toEqual({})
  })
})
