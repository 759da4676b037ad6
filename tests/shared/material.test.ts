/**
 * The archive on material that is not ours: real prose and the transcripts of other programs, kept
 * beside the checkout. Passages are chosen by their place and words are taken from the text at run
 * time, so that nothing of it stands here.
 */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../schema/ids.ts'
import { textOf } from '../support/markup.ts'
import { anIntake, bringIn, type Intake } from '../support/importing.ts'

const folder = fileURLToPath(new URL('../../../shared/method', import.meta.url))
const samples = join(folder, 'transcript-samples')
const isThere = existsSync(folder)
if (!isThere) process.stdout.write('No ../shared beside the checkout: the tests on shared material are left out.\n')

const russianSample = join(samples, 'plain_ru_headings.txt')
const thesis = join(folder, 'thesis.txt')

const textIn = ({ archive, ada }: Intake, source: SourceId) => archive.run('source.text', ada, { source })

/** Every `step`th paragraph of a document: its first forty characters' worth of whole words. */
function passagesOf(intake: Intake, source: SourceId, step: number): readonly { start: number; end: number }[] {
  const { text, paragraphs } = textIn(intake, source)
  return paragraphs
    .filter((_, n) => n % step === 0)
    .map(({ start, end }) => {
      const words = /^\S+(?:\s+\S+){0,5}/u.exec(text.slice(start, end))?.[0] ?? ''
      return { start, end: start + words.length }
    })
}

/** A long word of the passage, as a person would type it. */
const wordIn = (text: string) => (text.match(/\p{L}{5,}/gu) ?? []).toSorted((a, b) => b.length - a.length)[0]

describe.skipIf(!isThere)('shared material', () => {
  it('comes in where it is plain text, and is refused with a reason where it is not', async () => {
    const intake = anIntake()
    const files = readdirSync(samples).toSorted((a, b) => (a < b ? -1 : 1))
    const { items } = await intake.review(files.map((name) => ({ path: join(samples, name) })))
    expect(items).toHaveLength(files.length)
    for (const { fileName, problem, characters, paragraphs } of items) {
      const isOldCodePage = /^ru_(?:cp866|koi8r|maccyrillic|windows1251)\.txt$/.test(fileName)
      if (isOldCodePage) expect([fileName, problem?.kind]).toEqual([fileName, 'file-encoding-unknown'])
      else if (!fileName.endsWith('.txt')) expect([fileName, problem?.kind]).toEqual([fileName, 'file-unknown'])
      else expect([fileName, problem, characters > 0, paragraphs > 0]).toEqual([fileName, null, true, true])
    }
    const transcripts = items.filter(({ fileName }) =>
      /^(?:bracketed|f4|inqscribe|otter|old_mac_cr|utf16le_bom)\.txt$/.test(fileName),
    )
    expect(transcripts).toHaveLength(6)
    for (const { fileName, speakers } of transcripts) expect([fileName, speakers.length]).toEqual([fileName, 2])
  })

  it('is coded, found, counted, let out and read back, word for word', async () => {
    const intake = anIntake()
    const { archive, ada } = intake
    const sources = await bringIn(intake, [{ path: thesis }, { path: russianSample }])
    const [english, russian] = sources as [SourceId, SourceId]
    expect(archive.run('source.list', ada, {}).map(({ language }) => language)).toEqual(['en', 'ru'])
    const code = archive.run('code.create', ada, { parent: null, name: 'By place' }).id
    const quotes = new Map<string, string>()
    const coded = [
      ...passagesOf(intake, english, 40).map((place) => ({ ...place, source: english })),
      ...passagesOf(intake, russian, 3).map((place) => ({ ...place, source: russian })),
    ]
    expect(coded.length).toBeGreaterThan(6)
    for (const { source, start, end } of coded) {
      const { text } = textIn(intake, source)
      const passage = archive.run('coding.create', ada, { source, start, end, code })
      expect(passage.quote).toBe(text.slice(start, end))
      quotes.set(passage.id, passage.quote)
    }

    for (const { source, start, end } of coded) {
      const { text, paragraphs } = textIn(intake, source)
      const word = wordIn(text.slice(start, end))
      if (word === undefined) continue
      const answer = archive.run('search.passages', ada, {
        query: word,
        limit: 500,
        offset: 0,
        asYouType: false,
        filter: { sources: [source] },
      })
      const label = paragraphs.find((paragraph) => paragraph.start <= start && start < paragraph.end)?.label
      expect(answer.corrected).toEqual([])
      expect(answer.hits.map(({ paragraph }) => paragraph)).toContain(label)
    }

    const report = archive.run('report.codeFrequency', ada, { by: 'source', filter: {} })
    const characters = coded.reduce((sum, { start, end }) => sum + end - start, 0)
    expect(report.all[0]).toMatchObject({ codings: coded.length, sources: 2, characters })
    expect(report.all[1]?.codings).toBe(coded.filter(({ source }) => source === english).length)

    const csv = archive.run('export.quotations', ada, { format: 'csv', filter: {} })
    const rows = parse(csv.content, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
    expect([csv.rows, csv.withheld, rows.length]).toEqual([coded.length, 0, coded.length])
    // A quote that begins like a formula has an apostrophe more.
    expect(new Set(rows.map((row) => row['quote']?.replace(/^'(?=[=+\-@])/, '')))).toEqual(new Set(quotes.values()))
    const page = textOf(archive.run('export.quotations', ada, { format: 'html', filter: {} }).content)
    for (const quote of quotes.values()) expect(page.includes(quote)).toBe(true)
    expect(csv.content.includes(basename(thesis, '.txt'))).toBe(false) // a pseudonym, until somebody decides otherwise
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ damage: '', lost: 0, placed: coded.length })
  })

  it('finds any word of it, in English and in Russian', async () => {
    const intake = anIntake()
    const { archive, ada } = intake
    const sources = await bringIn(intake, [{ path: thesis }, { path: russianSample }])
    for (const source of sources) {
      const { text, paragraphs } = textIn(intake, source)
      const step = Math.max(1, Math.floor(paragraphs.length / 25))
      for (const { start, end, label } of paragraphs.filter((_, n) => n % step === 0)) {
        const word = wordIn(text.slice(start, end))
        if (word === undefined) continue
        const { hits } = archive.run('search.passages', ada, {
          query: `"${word}"`,
          limit: 500,
          offset: 0,
          asYouType: false,
          filter: { sources: [source] },
        })
        expect(hits.some(({ paragraph }) => paragraph === label)).toBe(true)
      }
    }
  })
})
