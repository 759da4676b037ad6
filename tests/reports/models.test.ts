/** Reports against plain, slow counting that is right at a glance. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isText, type CodedWords } from '../../schema/passage.ts'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import { meetings, type Meeting } from '../../schema/report-query.ts'
import { aCodedStudy, cellOf, draw, type CodedStudy } from '../support/coded-study.ts'

interface Coded {
  readonly source: SourceId
  readonly passage: CodedWords
  readonly code: CodeId
}
function codedOf({ archive, ada, sources }: CodedStudy): readonly Coded[] {
  return sources.flatMap((source) =>
    archive
      .run('passage.list', ada, { source })
      .filter(isText)
      .flatMap((passage) => passage.codings.map(({ code }) => ({ source, passage, code }))),
  )
}

/** Every unit of a source that a passage touches, by name. */
function unitsOf({ archive, ada }: CodedStudy, { source, passage }: Coded, meeting: Meeting): readonly string[] {
  if (meeting === 'source') return [source]
  if (meeting === 'passage') return [passage.id]
  const { paragraphs, turns } = archive.run('source.text', ada, { source })
  const places = meeting === 'turn' && turns.length > 0 ? turns : meeting === 'turn' ? [] : paragraphs
  // A stretch between two units belongs to the one before it, as in a citation.
  const found = places.filter(({ start }, n) => {
    const next = places[n + 1]?.start ?? Number.POSITIVE_INFINITY
    return (n === 0 ? 0 : start) < passage.end && next > passage.start
  })
  return found.map(({ start }) => `${source} ${start}`)
}

function together(study: CodedStudy, coded: readonly Coded[], meeting: Meeting, a: CodeId, b: CodeId): number {
  if (meeting === 'overlap' || meeting === 'near') {
    let pairs = 0
    for (const one of coded.filter(({ code }) => code === a))
      for (const other of coded.filter(({ code }) => code === b)) {
        if (one.source !== other.source) continue
        if (meeting === 'overlap') {
          if (one.passage.start < other.passage.end && other.passage.start < one.passage.end) pairs++
          continue
        }
        const { paragraphs } = study.archive.run('source.text', study.ada, { source: one.source })
        const places = ({ start, end }: CodedWords) =>
          [start, end - 1].map((at) =>
            Math.max(
              0,
              paragraphs.findLastIndex((paragraph) => paragraph.start <= at),
            ),
          )
        const [first = 0, last = 0] = places(one.passage)
        const [from = 0, to = 0] = places(other.passage)
        if (Math.max(first, from) - Math.min(last, to) <= 1) pairs++
      }
    return pairs
  }
  const withCode = (code: CodeId) =>
    new Set(coded.filter((one) => one.code === code).flatMap((one) => unitsOf(study, one, meeting)))
  const withB = withCode(b)
  return [...withCode(a)].filter((unit) => withB.has(unit)).length
}

describe('co-occurrence', () => {
  it.each(meetings)(
    'counts meetings by %s as one would by hand, the same both ways round',
    async (meeting) => {
      const study = await aCodedStudy()
      fc.assert(
        fc.property(fc.array(draw, { maxLength: 9 }), (draws) => {
          study.put(draws)
          const table = study.run({ name: 'cooccurrence', meeting })
          const coded = codedOf(study)
          for (const a of study.codes)
            for (const b of study.codes) {
              const cell = cellOf(table, a, b)
              expect(cell).toBe(a === b ? null : together(study, coded, meeting, a, b))
              expect(cellOf(table, b, a)).toBe(cell)
            }
          study.clear()
        }),
        { numRuns: 15 },
      )
    },
    60_000,
  )
})

describe('coverage', () => {
  it.each([false, true])(
    'is the characters under a code, each once (interviewers left out: %s)',
    async (withoutInterviewer) => {
      const study = await aCodedStudy()
      const isAsked = (source: SourceId) => {
        const { turns, speakers } = study.archive.run('source.text', study.ada, { source })
        const asking = new Set(speakers.filter(({ isInterviewer }) => isInterviewer).map(({ id }) => id))
        return (at: number) => turns.some((turn) => asking.has(turn.speaker) && turn.start <= at && at < turn.end)
      }
      const asked = new Map(study.sources.map((source) => [source, isAsked(source)]))
      fc.assert(
        fc.property(fc.array(draw, { maxLength: 9 }), (draws) => {
          study.put(draws)
          const coded = codedOf(study)
          const covered = (of: (one: Coded) => boolean) => {
            const characters = new Set<string>()
            for (const one of coded.filter(of))
              for (let at = one.passage.start; at < one.passage.end; at++)
                if (!withoutInterviewer || !asked.get(one.source)?.(at)) characters.add(`${one.source} ${at}`)
            return characters.size
          }
          const bySource = study.run({ name: 'coverage', by: 'source', withoutInterviewer })
          for (const source of study.sources)
            expect(cellOf(bySource, source, 'characters')).toBe(covered((one) => one.source === source))
          expect(cellOf(bySource, null, 'characters')).toBe(covered(() => true))
          const byCode = study.run({ name: 'coverage', by: 'code', rolledUp: false, withoutInterviewer })
          for (const code of study.codes)
            expect(cellOf(byCode, code, 'characters')).toBe(covered((one) => one.code === code))
          study.clear()
        }),
        { numRuns: 15 },
      )
    },
    60_000,
  )

  it('of 0–10, 5–20 and 40–50 out of a hundred is .30', async () => {
    const study = await aCodedStudy()
    const [source] = study.sources as [SourceId]
    const length = study.archive.run('source.text', study.ada, { source }).text.length
    for (const [start, end] of [
      [0, 10],
      [5, 20],
      [40, 50],
    ] as const)
      study.archive.run('coding.create', study.ada, { source, start, end, code: study.codes[3] })
    const table = study.run({ name: 'coverage' })
    expect(cellOf(table, source, 'characters')).toBe(30)
    expect(cellOf(table, source, 'coverage')).toBeCloseTo(30 / length, 12)
  })
})

describe('likeness of documents', () => {
  it('is that of the sets of their codes, the same both ways round', async () => {
    const study = await aCodedStudy()
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 9 }), (draws) => {
        study.put(draws)
        const coded = codedOf(study)
        const codesIn = (source: SourceId) =>
          new Set(coded.filter((one) => one.source === source).map(({ code }) => code))
        const jaccard = study.run({ name: 'similarity' })
        const zeta = study.run({ name: 'similarity', coefficient: 'zeta' })
        const euclid = study.run({ name: 'similarity', coefficient: 'euclid' })
        for (const a of study.sources)
          for (const b of study.sources) {
            if (a === b) continue
            const [x, y] = [codesIn(a), codesIn(b)]
            const either = new Set([...x, ...y]).size
            const both = [...x].filter((code) => y.has(code)).length
            expect(cellOf(jaccard, a, b)).toBe(either === 0 ? null : both / either)
            expect(cellOf(zeta, a, b)).toBe(
              either === 0 ? null : (2 * both + 4 - either) / (2 * both + (either - both) + 4 - either),
            )
            expect(cellOf(euclid, a, b)).toBe(cellOf(euclid, b, a))
          }
        study.clear()
      }),
      { numRuns: 15 },
    )
  })
})

describe('documents and periods as columns', () => {
  it('add up to the total of codings, characters and speakers, page by page', async () => {
    const study = await aCodedStudy()
    fc.assert(
      fc.property(
        fc.array(draw, { maxLength: 9 }),
        fc.constantFrom('codings', 'characters', 'speakers' as const),
        (draws, measure) => {
          study.put(draws)
          const pages = study.sources.map((_, from) =>
            study.run({ name: 'code-by-source', measure: measure as 'codings' }, { columns: { from, count: 1 } }),
          )
          for (const [r, total] of (pages[0]?.cells ?? []).map((row) => row[0]).entries())
            expect(pages.reduce((sum, page) => sum + Number(page.cells[r]?.[1]), 0)).toBe(total)
          study.clear()
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('codes never used and documents never coded', () => {
  it('are what no coding has', async () => {
    const study = await aCodedStudy()
    fc.assert(
      fc.property(fc.array(draw, { maxLength: 6 }), (draws) => {
        study.put(draws)
        const coded = codedOf(study)
        const unused = study.codes.filter((code) => coded.every((one) => one.code !== code))
        const uncoded = study.sources.filter((source) => coded.every((one) => one.source !== source))
        expect(study.run({ name: 'never-used' }).rows.map(({ key }) => key)).toEqual([...unused, ...uncoded])
        study.clear()
      }),
      { numRuns: 15 },
    )
  })
})
