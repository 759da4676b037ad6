import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Counts } from '../../schema/report.ts'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import { isText } from '../../schema/passage.ts'
import { anIntake, bringIn, offer, type Intake } from '../support/importing.ts'

const first = 'INTERVIEWER: Who pays?\nR01: Two embassies.\nR02: In turns.\nINTERVIEWER: Since when?\nR01: May.\n'
const second = 'ИНТЕРВЬЮЕР: Кто платит?\nR03: Город.\nИНТЕРВЬЮЕР: И всё?\nR03: Всё.\n'
const leaflet = 'Never give your passport to anybody.\nCall before you go.\n'

const counts = (codings: number, sources: number, speakers: number, characters: number): Counts => ({
  codings,
  sources,
  speakers,
  characters,
})

/** Two interviews and a leaflet; Funding over Terms and Gaps; Doors apart. */
async function aStudy() {
  const intake = anIntake()
  const { archive, ada } = intake
  const [one, two, three] = (await bringIn(intake, [
    offer('R01.txt', first),
    offer('R03.txt', second),
    offer('P01 leaflet.txt', leaflet),
  ])) as [SourceId, SourceId, SourceId]
  const code = (name: string, parent: CodeId | null) => archive.run('code.create', ada, { name, parent }).id
  const funding = code('Funding', null)
  const terms = code('Terms', funding)
  const gaps = code('Gaps', funding)
  const doors = code('Doors', null)
  const boris = archive.run('coder.create', '', { name: 'Boris' }).id
  const texts = new Map([
    [one, first],
    [two, second],
    [three, leaflet],
  ])
  /** Codes from the beginning of one stretch of words to the end of another. */
  const mark = (source: SourceId, from: string, to: string, as: CodeId, coder = ada) => {
    const text = texts.get(source) ?? ''
    const start = text.indexOf(from)
    return archive.run('coding.create', coder, { source, start, end: text.indexOf(to, start) + to.length, code: as })
  }
  return { ...intake, boris, one, two, three, funding, terms, gaps, doors, mark }
}

describe('code frequency, counted by hand', () => {
  it('counts codings, documents, speakers and characters, a code alone and with what is below it', async () => {
    const { archive, ada, one, two, funding, terms, gaps, doors, mark } = await aStudy()
    mark(one, 'Two embassies.', 'Two embassies.', terms) // 14 characters, R01
    mark(one, 'embassies.', 'In turns.', gaps) // 'embassies.\nR02: In turns.' 25 characters, R01 and R02
    mark(two, 'Город.', 'Город.', terms) // 6 characters, R03
    mark(one, 'Who pays?', 'Who pays?', funding) // 9 characters, only the interviewer
    const { rows, all } = archive.run('report.codeFrequency', ada, { by: 'total', filter: {} })
    const row = (code: CodeId) => rows.find((found) => found.code === code)
    expect(row(terms)).toEqual({ code: terms, own: [counts(2, 2, 2, 20)], rolledUp: [counts(2, 2, 2, 20)] })
    expect(row(gaps)).toEqual({ code: gaps, own: [counts(1, 1, 2, 25)], rolledUp: [counts(1, 1, 2, 25)] })
    // 'Two ' and the 25 of gaps overlap in 'embassies.': 4 + 25 + 6 + 9 characters
    expect(row(funding)).toEqual({ code: funding, own: [counts(1, 1, 0, 9)], rolledUp: [counts(4, 2, 3, 44)] })
    expect(row(doors)).toEqual({ code: doors, own: [counts(0, 0, 0, 0)], rolledUp: [counts(0, 0, 0, 0)] })
    expect(all).toEqual([counts(4, 2, 3, 44)])
  })

  it('gives each document its column, and each kind', async () => {
    const { archive, ada, one, three, terms, doors, mark } = await aStudy()
    mark(one, 'May.', 'May.', terms)
    mark(three, 'Call', 'go.', doors)
    const bySource = archive.run('report.codeFrequency', ada, { by: 'source', filter: {} })
    expect(bySource.columns.map(({ key, label }) => [key, label])).toEqual([
      ['', 'total'],
      [one, 'R01'],
      [three, 'P01'],
    ])
    expect(bySource.rows.find(({ code }) => code === terms)?.own).toEqual([
      counts(1, 1, 1, 4),
      counts(1, 1, 1, 4),
      counts(0, 0, 0, 0),
    ])
    expect(bySource.all).toEqual([counts(2, 2, 1, 23), counts(1, 1, 1, 4), counts(1, 1, 0, 19)])
    const byKind = archive.run('report.codeFrequency', ada, { by: 'kind', filter: {} })
    expect(byKind.columns.map(({ key }) => key)).toEqual(['', 'transcript', 'pamphlet'])
    expect(byKind.all).toEqual(bySource.all)
  })

  it('keeps to the codes, documents, kinds and coders that were asked for, and says so', async () => {
    const { archive, ada, boris, one, two, three, funding, terms, doors, mark } = await aStudy()
    mark(one, 'May.', 'May.', terms)
    mark(two, 'Город.', 'Город.', terms, boris)
    mark(three, 'Call', 'go.', doors)
    const total = (filter: object) => archive.run('report.codeFrequency', ada, { by: 'total', filter }).all[0]?.codings
    expect(total({})).toBe(3)
    expect(total({ codes: [funding] })).toBe(0)
    expect(total({ codes: [funding], withChildren: true })).toBe(2)
    expect(total({ sources: [two] })).toBe(1)
    expect(total({ sources: [] })).toBe(0)
    expect(total({ kinds: ['pamphlet'] })).toBe(1)
    expect(total({ coders: [boris] })).toBe(1)
    expect(total({ coders: [boris], kinds: ['pamphlet'] })).toBe(0)
    const { note } = archive.run('report.codeFrequency', ada, {
      by: 'total',
      filter: { coders: [boris], sources: [two] },
    })
    expect(note).toContain('coders: Boris')
    expect(note).toContain('only 1 documents')
  })

  it('stops counting a speaker who turns out to be the interviewer', async () => {
    const { archive, ada, one, terms, mark } = await aStudy()
    mark(one, 'May.', 'May.', terms)
    const speaker = archive.run('source.text', ada, { source: one }).speakers.find(({ label }) => label === 'R01')
    archive.run('speaker.update', ada, { speaker: speaker!.id, isInterviewer: true })
    expect(archive.run('report.codeFrequency', ada, { by: 'total', filter: {} }).all).toEqual([counts(1, 1, 0, 4)])
  })
})

/** Every count again, from the rows and character by character. */
function recount(
  { archive, ada }: Intake,
  parents: ReadonlyMap<CodeId, CodeId | null>,
  code: CodeId,
  deep: boolean,
): Counts {
  const sources = new Set<string>()
  const speakers = new Set<string>()
  const characters = new Set<string>()
  let codings = 0
  const isMeant = (one: CodeId): boolean => {
    if (one === code) return true
    const parent = parents.get(one)
    return deep && parent !== null && parent !== undefined && isMeant(parent)
  }
  for (const { id } of archive.run('source.list', ada, {})) {
    const { turns, speakers: voices } = archive.run('source.text', ada, { source: id })
    for (const passage of archive.run('passage.list', ada, { source: id }).filter(isText)) {
      const meant = passage.codings.filter((coding) => isMeant(coding.code)).length
      codings += meant
      if (meant === 0) continue
      sources.add(id)
      for (let at = passage.start; at < passage.end; at++) {
        characters.add(`${id} ${at}`)
        const turn = turns.find((one) => one.start <= at && at < one.end)
        if (turn && voices.some((voice) => voice.id === turn.speaker && !voice.isInterviewer))
          speakers.add(turn.speaker)
      }
    }
  }
  return { codings, sources: sources.size, speakers: speakers.size, characters: characters.size }
}

describe('code frequency, counted by machine', () => {
  it('agrees with a count of every character, whatever is coded', async () => {
    const study = await aStudy()
    const { archive, ada, boris, one, two, three, funding, terms, gaps, doors } = study
    const codes = [funding, terms, gaps, doors]
    const parents = new Map<CodeId, CodeId | null>([
      [funding, null],
      [terms, funding],
      [gaps, funding],
      [doors, null],
    ])
    const lengths = [first.length, second.length, leaflet.length]
    const stretch = fc.record({
      source: fc.nat(2),
      from: fc.nat(999),
      length: fc.integer({ min: 1, max: 60 }),
      code: fc.constantFrom(...codes),
      coder: fc.constantFrom(ada, boris),
    })
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        for (const { source, from, length, code, coder } of stretches) {
          const most = lengths[source] ?? 0
          const start = from % most
          const id = [one, two, three][source]!
          const text = [first, second, leaflet][source]!
          const end = Math.min(most, start + length)
          if (text.slice(start, end).trim() === '') continue
          archive.run('coding.create', coder, { source: id, start, end, code })
        }
        const { rows } = archive.run('report.codeFrequency', ada, { by: 'total', filter: {} })
        for (const { code, own, rolledUp } of rows) {
          expect(own).toEqual([recount(study, parents, code, false)])
          expect(rolledUp).toEqual([recount(study, parents, code, true)])
        }
        for (const source of [one, two, three])
          for (const { codings } of archive.run('passage.list', ada, { source }))
            for (const coding of codings) archive.run('coding.delete', ada, { coding: coding.id })
      }),
      { numRuns: 60 },
    )
  })
})
