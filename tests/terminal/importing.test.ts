import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChildProcess } from 'node:child_process'
import { describe, expect, it, vi } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { aNewArchive, answerOf, ended, fixtures, kartoteka, startKartoteka } from '../support/terminal.ts'
import { cliShapes } from '../../schema/cli.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('a folder', () => {
  it('is walked to its ends in the order of names; what is hidden is passed over with a word', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'юг'))
    mkdirSync(join(folder, '.trash'))
    const write = (name: string) => writeFileSync(join(folder, name), `INTERVIEWER: ${name}?\nP: Yes, ${name}.\n`)
    for (const name of ['R10.txt', 'R2.txt', 'юг/R11.txt', '.trash/R1.txt', '.R3.txt']) write(name)
    symlinkSync(folder, join(folder, 'loop'))
    const archive = await aNewArchive()
    const { json, status } = await answerOf('import', archive, folder)
    expect(status).toBe(0)
    expect(json.imported.map(({ short }) => short)).toEqual(['R2', 'R10', 'R11'])
    expect(json.passedOver.map(({ file, why }) => [file.slice(folder.length + 1), why])).toEqual([
      ['.R3.txt', 'hidden'],
      ['.trash', 'hidden'],
      ['loop', 'link'],
    ])
  })
  it('brought in twice is there once', async () => {
    const archive = await aNewArchive()
    const sources = join(fixtures, 'sources')
    await answerOf('import', archive, sources)
    const { json, status } = await answerOf('import', archive, sources, join(sources, 'R01 hotline worker.txt'))
    expect(status).toBe(0)
    expect(json.imported).toEqual([])
    expect(json.already.map(({ as }) => as)).toEqual([
      'D01',
      'P01',
      'P02',
      'P03',
      'R01',
      'R02',
      'R03',
      'R04',
      'R05',
      'R06',
    ])
  })
  it('takes the kind and language that were said', async () => {
    const archive = await aNewArchive()
    await kartoteka(
      'import',
      archive,
      join(fixtures, 'sources/R05 директор приюта.txt'),
      '--kind',
      'fieldnote',
      '--language',
      'mixed',
    )
    expect((await answerOf('sources', archive)).json).toMatchObject([{ kind: 'fieldnote', language: 'mixed' }])
  })
})

describe('files that cannot be brought in', () => {
  it('each get one sentence, and the good one beside them comes in', async () => {
    const folder = aFolder()
    const bad: Record<string, string | Uint8Array> = {
      'empty.txt': '',
      'picture.txt': Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256),
      'broken.pdf': '%PDF-1.7\n1 0 obj\n<< /Type /Catalog',
      'page.docx': '<!DOCTYPE html><html><body><p>A web page</p></body></html>',
      'song.mp3': Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, 0, 0),
    }
    for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(folder, name), bytes)
    writeFileSync(join(folder, 'huge.txt'), 'x')
    truncateSync(join(folder, 'huge.txt'), 65_000_000)
    writeFileSync(join(folder, 'R01.txt'), 'INTERVIEWER: Who pays?\nR01: Two embassies pay.\n')
    const archive = await aNewArchive()
    const { json, status } = await answerOf('import', archive, folder, join(folder, 'gone.txt'))
    expect(status).toBe(1)
    expect(json.imported.map(({ short }) => short)).toEqual(['R01'])
    const refused = Object.fromEntries(
      json.refused.map(({ file, fault }) => [file.slice(folder.length + 1), fault.kind]),
    )
    expect(refused).toEqual({
      'broken.pdf': 'file-damaged',
      'empty.txt': 'file-empty',
      'gone.txt': 'file-missing',
      'huge.txt': 'file-too-large',
      'page.docx': 'file-misnamed',
      'picture.txt': 'file-binary',
      'song.mp3': 'file-unknown',
    })
    for (const { message } of json.refused) expect(message).toMatch(/^[^\n]+\.$/)
    expect((await answerOf('verify', archive)).json).toMatchObject({ sound: true, counts: { sources: 1 } })
  })
})

/** As many interviews as a season brings; every one says its own number. */
function aSeason(count: number): string {
  const folder = aFolder()
  for (let n = 1; n <= count; n++) {
    const turn = `INTERVIEWER: What happened on day ${n}?\nP${n}: We found a flat for ${n} people, and the rent was paid.\n`
    writeFileSync(join(folder, `P${n}.txt`), turn.repeat(60))
  }
  return folder
}

/** Resolves when some documents are committed and more are to come. */
function inTheMiddle(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (/^Kept \d+ of/m.test(said)) resolve()
    })
  })
}

async function expectWholeDocuments(archive: string): Promise<number> {
  const verified = await answerOf('verify', archive)
  expect(verified).toMatchObject({ status: 0, json: { sound: true } })
  const { json } = await answerOf('sources', archive)
  for (const { fileName, length, paragraphs } of json) {
    const n = Number(/\d+/.exec(fileName)?.[0])
    expect(length).toBe(
      (`INTERVIEWER: What happened on day ${n}?\n`.length +
        `P${n}: We found a flat for ${n} people, and the rent was paid.\n`.length) *
        60,
    )
    expect(paragraphs).toBeGreaterThan(0)
  }
  return json.length
}

describe('an import of three hundred files', () => {
  it('killed in the middle leaves whole documents, and can be run again', async () => {
    const [archive, season] = [await aNewArchive(), aSeason(300)]
    const child = startKartoteka('import', archive, season)
    const over = ended(child)
    await inTheMiddle(child)
    child.kill('SIGKILL')
    await over
    const kept = await expectWholeDocuments(archive)
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(300)
    const again = await answerOf('import', archive, season)
    expect([again.json.imported.length, again.json.already.length]).toEqual([300 - kept, kept])
    expect(await expectWholeDocuments(archive)).toBe(300)
  })
  it('stopped by Ctrl+C keeps what was committed, says how much, and is one act to undo', async () => {
    const [archive, season] = [await aNewArchive(), aSeason(300)]
    const child = startKartoteka('import', archive, season, '--json')
    const over = ended(child)
    await inTheMiddle(child)
    child.kill('SIGINT')
    const { status, out } = await over
    const report = cliShapes.import.parse(JSON.parse(out))
    expect(status).toBe(1)
    expect(report.imported.length).toBeGreaterThan(0)
    expect(report.imported.length + report.cancelled.length).toBe(300)
    expect(await expectWholeDocuments(archive)).toBe(report.imported.length)
    await answerOf('undo', archive)
    expect((await answerOf('sources', archive)).json).toEqual([])
  })
})
