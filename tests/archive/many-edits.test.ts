/** Texts edited over and over: nothing drifts, and the way back leads exactly to where one was. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDesk, interviewText, type Desk } from '../support/archive.ts'
import { borderAt, dice, everyRow, indexAndRebuilt, someChanges } from '../support/edits.ts'
import { ArchiveError } from '../../schema/error.ts'

const textOf = ({ archive, ada, interview }: Desk) => archive.run('source.text', ada, { source: interview })

/** Codes a stretch at borders of characters; one of spaces alone is passed over. */
function codeSomewhere({ archive, ada, boris, interview, terms, doors }: Desk, roll: (below: number) => number): void {
  const { text } = archive.run('source.text', ada, { source: interview })
  const start = borderAt(text, roll(text.length))
  const end = borderAt(text, Math.min(text.length, start + 1 + roll(40)))
  if (text.slice(start, end).trim() === '') return
  archive.run('coding.create', roll(2) === 0 ? ada : boris, {
    source: interview,
    start,
    end,
    code: roll(2) === 0 ? terms : doors,
  })
}

/** An edit somewhere; false where it would leave no word. */
function editSomewhere(desk: Desk, roll: (below: number) => number, most: number): boolean {
  const { archive, ada, interview } = desk
  const { text, version } = textOf(desk)
  try {
    const outcome = archive.run('source.edit', ada, {
      source: interview,
      base: version,
      changes: [...someChanges(text, roll, most)],
    })
    return outcome.version !== version
  } catch (error) {
    if (error instanceof ArchiveError && error.fault.kind === 'text-empty') return false
    throw error
  }
}

function holds({ archive, ada, interview }: Desk): void {
  expect(archive.run('archive.verify', ada, {})).toMatchObject({ damage: '', lost: 0 })
  const { text, paragraphs, turns } = archive.run('source.text', ada, { source: interview })
  let last = 0
  for (const { start, end } of paragraphs) {
    expect(text.slice(last, start).trim()).toBe('')
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(text.slice(last).trim()).toBe('')
  expect(new Set(paragraphs.map(({ label }) => label)).size).toBe(paragraphs.length)
  for (const [n, turn] of turns.entries()) {
    expect(turn.wordsStart).toBeGreaterThanOrEqual(turn.start)
    expect(turn.end).toBeGreaterThanOrEqual(turn.wordsStart)
    expect(turns[n + 1]?.start ?? text.length).toBeGreaterThanOrEqual(turn.end)
  }
}

describe('many edits', () => {
  it('lose no coding and misplace no word; undone to the beginning and redone to the end, every row is as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.integer({ min: 1, max: 12 }), (seed, edits) => {
        const roll = dice(seed)
        const desk = aDesk()
        const { archive, ada, path } = desk
        for (let n = 0; n < 25; n++) codeSomewhere(desk, roll)
        const before = everyRow(path)
        const codings = new Set(before['coding']?.map((row) => (row as { code: string; coder: string }).coder))
        let done = 0
        for (let n = 0; n < edits; n++) {
          if (editSomewhere(desk, roll, 60)) done++
          holds(desk)
        }
        const after = everyRow(path)
        expect(new Set(after['coding']?.map((row) => (row as { coder: string }).coder))).toEqual(codings)
        const { kept, anew } = indexAndRebuilt(path)
        expect(kept).toEqual(anew)
        for (let n = 0; n < done; n++) archive.run('history.undo', ada, {})
        expect(everyRow(path)).toEqual(before)
        const back = indexAndRebuilt(path)
        expect(back.kept).toEqual(back.anew)
        for (let n = 0; n < done; n++) archive.run('history.redo', ada, {})
        expect(everyRow(path)).toEqual(after)
        const again = indexAndRebuilt(path)
        expect(again.kept).toEqual(again.anew)
        archive.close()
      }),
      { numRuns: 8 },
    )
  })

  it('through 2,000 passages keep every one, and lead back to the letter', () => {
    const roll = dice(99)
    const desk = aDesk()
    const { archive, ada, interview, terms, path } = desk
    archive.run('source.retext', ada, { source: interview, text: interviewText.repeat(60) })
    const { text } = textOf(desk)
    const rows = Array.from({ length: 2000 }, () => {
      const start = borderAt(text, roll(text.length - 100))
      return { source: 'R01', start, end: borderAt(text, start + 1 + roll(90)), code: terms as string, coder: '' }
    })
    archive.run('coding.import', ada, { rows })
    const before = everyRow(path)
    let done = 0
    for (let n = 0; n < 12; n++) if (editSomewhere(desk, roll, 40)) done++
    holds(desk)
    const after = everyRow(path)
    const left = archive.run('archive.verify', ada, {})
    const united = archive
      .run('source.versions', ada, { source: interview })
      .reduce((sum, version) => sum + version.united, 0)
    expect(left.passages + united).toBe(before['passage']?.length)
    for (let n = 0; n < done; n++) archive.run('history.undo', ada, {})
    expect(everyRow(path)).toEqual(before)
    for (let n = 0; n < done; n++) archive.run('history.redo', ada, {})
    expect(everyRow(path)).toEqual(after)
  })

  it('of a text with 10,000 passages leave each one counted: placed, changed or parked', () => {
    const { archive, ada, interview, terms } = aDesk()
    const line = (n: number, word: string) => `Line ${n} holds the ${word} here.\n`
    const lines = Array.from({ length: 10_000 }, (_, n) => line(n, 'word'))
    archive.run('source.retext', ada, { source: interview, text: lines.join('') })
    let start = 0
    const rows = lines.map((one) => {
      const at = start + one.indexOf('the word')
      start += one.length
      return { source: 'R01', start: at, end: at + 8, code: terms as string, coder: '' }
    })
    archive.run('coding.import', ada, { rows })
    // Every tenth loses its words, every tenth has another, the rest moves or stays.
    const text = lines.map((one, n) =>
      n % 10 === 0 ? one.replace('the word ', '') : n % 10 === 5 ? line(n, 'idea') : one,
    )
    const outcome = archive.run('source.retext', ada, { source: interview, text: text.join('') })
    expect([outcome.parked.length, outcome.changed.length]).toEqual([1000, 1000])
    const sums = { passages: 10_000, placed: 8000, changed: 1000, parked: 1000, lost: 0 }
    expect(archive.run('archive.verify', ada, {})).toEqual({
      damage: '',
      ...sums,
      sources: [{ source: interview, changed: 1000, parked: 1000, lost: 0 }],
    })
  })
})
