import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { FileOffer } from '../../schema/importing.ts'
import { aFolder } from '../support/archive.ts'
import { anIntake, offer } from '../support/importing.ts'

const good = 'INTERVIEWER: Who pays?\nR01: Two embassies.\n'
const report = readFileSync(new URL('../../fixtures/sources/D01 assistance centre report.pdf', import.meta.url))

/** A PDF of one page, with the objects that are given; the reader finds them without a table. */
function pdf(content: Buffer, options: { filter?: string; trailer?: string; more?: string } = {}): Uint8Array {
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n${options.more ?? ''}4 0 obj\n<</Length ${content.length}${options.filter ?? ''}>>\nstream\n`,
    ),
    content,
    Buffer.from(`\nendstream\nendobj\ntrailer\n<</Root 1 0 R${options.trailer ?? ''}>>\n%%EOF\n`),
  ])
}

const locked = pdf(Buffer.from('BT /F 12 Tf (words) Tj ET'), {
  more: `6 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>\nendobj\n`,
  trailer: `/Encrypt 6 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]`,
})

/** 300 kB that become ten million words: it never ends in a short time, nor in little memory. */
const bomb = pdf(deflateSync(Buffer.from(`BT /F 1 Tf ${'(a) Tj 1 1 Td '.repeat(10_000_000)} ET`)), {
  filter: '/Filter/FlateDecode',
})

describe('a file that cannot be imported', () => {
  it.each<[string, FileOffer, object]>([
    ['is empty', offer('a.txt', ''), { kind: 'file-empty' }],
    ['has only spaces', offer('a.txt', ' \n\t\n'), { kind: 'file-empty' }],
    [
      'is bytes under the name of a text',
      offer(
        'a.txt',
        Uint8Array.from({ length: 600 }, (_, n) => (n * 7) % 256),
      ),
      { kind: 'file-binary' },
    ],
    [
      'is in an old code page',
      offer('a.txt', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0a])),
      { kind: 'file-encoding-unknown' },
    ],
    [
      'is a picture under the name of a text',
      offer('a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2])),
      { kind: 'file-misnamed', looksLike: 'a picture' },
    ],
    ['is a PDF under the name of a text', offer('a.txt', report), { kind: 'file-misnamed', looksLike: 'a PDF' }],
    [
      'is a web page under the name of a Word document',
      offer('a.docx', '<!DOCTYPE html><html><body>Sign in</body></html>'),
      { kind: 'file-misnamed', looksLike: 'a web page' },
    ],
    [
      'is a broken Word document',
      offer('a.docx', Buffer.from('PK\u0003\u0004 and nothing after it')),
      { kind: 'file-damaged' },
    ],
    [
      'is a Word document with a password',
      offer('a.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
      { kind: 'file-encrypted' },
    ],
    ['is of a kind that is not read', offer('a.mp3', 'words'), { kind: 'file-unknown' }],
    ['is a PDF with a password', offer('a.pdf', locked), { kind: 'file-encrypted' }],
    [
      'is a PDF of nothing but its first bytes',
      offer('a.pdf', '%PDF-1.7\nthe rest was lost'),
      { kind: 'file-damaged' },
    ],
    ['is a PDF without any text', offer('a.pdf', pdf(Buffer.from('0 0 10 10 re f'))), { kind: 'file-without-text' }],
  ])('because it %s, is named with its one reason, and the next one is read', async (_, file, fault) => {
    const intake = anIntake()
    const review = await intake.review([file, offer('R01.txt', good)])
    const name = 'name' in file ? file.name : ''
    expect(review.items.map(({ problem }) => problem)).toEqual([{ ...fault, name }, null])
    const verdicts = await intake.commit(review)
    expect(verdicts.map(({ outcome }) => outcome.kind)).toEqual(['refused', 'imported'])
    expect(intake.archive.run('source.list', intake.ada, {})).toHaveLength(1)
  })

  it('is too large before a byte of it is read', async () => {
    const folder = aFolder()
    const large = (name: string, bytes: number) => {
      const path = join(folder, name)
      writeFileSync(path, '%PDF-1.4')
      truncateSync(path, bytes)
      return { path }
    }
    const { review } = anIntake()
    const { items } = await review([
      large('text.txt', 66_000_000),
      large('book.pdf', 200_000_001),
      large('text.md', 200_000_000),
    ])
    expect(items.map(({ problem }) => problem)).toEqual([
      { kind: 'file-too-large', name: 'text.txt', bytes: 66_000_000, limit: 64_000_000 },
      { kind: 'file-too-large', name: 'book.pdf', bytes: 200_000_001, limit: 200_000_000 },
      { kind: 'file-too-large', name: 'text.md', bytes: 200_000_000, limit: 64_000_000 },
    ])
  })

  it('is so large that a window did not even send it', async () => {
    const { items } = await anIntake().review([{ name: 'tape.txt', size: 700_000_000 }])
    expect(items.map(({ size, problem }) => ({ size, problem }))).toEqual([
      {
        size: 700_000_000,
        problem: { kind: 'file-too-large', name: 'tape.txt', bytes: 700_000_000, limit: 64_000_000 },
      },
    ])
  })

  it('is a folder, is not there, or lies below a file', async () => {
    const folder = aFolder()
    mkdirSync(join(folder, 'interviews.txt'))
    writeFileSync(join(folder, 'plain'), 'x')
    const { review } = anIntake()
    const { items } = await review([
      { path: join(folder, 'interviews.txt') },
      { path: join(folder, 'gone.txt') },
      { path: join(folder, 'plain', 'below.txt') },
    ])
    expect(items.map(({ problem }) => problem?.kind)).toEqual(['file-unreadable', 'file-missing', 'file-missing'])
  })

  it('is ended when it takes too long, and the next one is read', async () => {
    const { review } = anIntake({ limits: { patience: 1500, processes: 1 } })
    const { items } = await review([offer('bomb.pdf', bomb), offer('R01.txt', good)])
    expect(items.map(({ problem }) => problem)).toEqual([
      { kind: 'file-took-too-long', name: 'bomb.pdf', seconds: 2 },
      null,
    ])
  })

  it('is ended when it takes too much memory, and the next one is read', async () => {
    const { review } = anIntake({ limits: { memory: 400_000_000, processes: 1 } })
    const { items } = await review([offer('bomb.pdf', bomb), offer('R01.txt', good)])
    expect(items.map(({ problem }) => problem)).toEqual([{ kind: 'file-took-too-much-memory', name: 'bomb.pdf' }, null])
  })
})

describe('between the review list and the import', () => {
  it('a file that vanished and a file that changed are refused, and the rest comes in', async () => {
    const folder = aFolder()
    const paths = ['one.txt', 'two.txt', 'three.txt'].map((name) => join(folder, name))
    for (const [n, path] of paths.entries()) writeFileSync(path, `${good}R01: ${n}.\n`)
    const intake = anIntake()
    const review = await intake.review(paths.map((path) => ({ path })))
    rmSync(paths[0]!)
    writeFileSync(paths[1]!, 'INTERVIEWER: Other words?\nR01: Yes.\n')
    const verdicts = await intake.commit(review)
    expect(verdicts.map(({ outcome }) => ('fault' in outcome ? outcome.fault : outcome.kind))).toEqual([
      { kind: 'file-missing', name: 'one.txt' },
      { kind: 'file-changed', name: 'two.txt' },
      'imported',
    ])
  })

  it('a full disk refuses what does not fit, keeps what came in before, and leaves nothing half', async () => {
    const intake = anIntake({ maxPages: 700 })
    await intake.commit(await intake.review([offer('R01.txt', good)]))
    const long = `${good}${'R01: Two embassies pay in turns, and the list changes.\n'.repeat(40_000)}`
    const verdicts = await intake.commit(
      await intake.review([offer('R02.txt', long), offer('R03.txt', `${good}R01: Yes.\n`)]),
    )
    expect(verdicts.map(({ outcome }) => ('fault' in outcome ? outcome.fault.kind : outcome.kind))[0]).toBe('disk-full')
    const { archive, ada } = intake
    const kept = archive.run('source.list', ada, {})
    expect(kept.map(({ short }) => short)).toContain('R01')
    expect(kept.map(({ short }) => short)).not.toContain('R02')
    for (const { id } of kept) expect(archive.run('source.text', ada, { source: id }).text).toContain('Two embassies.')
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ damage: '', lost: 0 })
    expect((await intake.commit(await intake.review([offer('R04.txt', `${good}R01: No.\n`)])))[0]?.outcome.kind).toBe(
      'imported',
    )
  })
})
