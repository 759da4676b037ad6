/** Uniting archives in a terminal. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createArchive } from '../../electron/archive/open.ts'
import { aFolder } from '../support/archive.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'
import { twoDesks } from '../support/uniting.ts'

describe('merge in a terminal', () => {
  it('says what it would do, does it once, and finds nothing to do the second time', async () => {
    const { one, other } = twoDesks()
    other.archive.run('coding.create', other.boris, { source: other.interview, start: 0, end: 11, code: other.terms })
    one.archive.close()
    const { json: plan } = await answerOf('merge', one.path, other.path, '--dry-run', '--coder', 'Ada')
    expect(plan).toMatchObject({ kind: 'plan', counts: { newCodings: 1 }, changesNothing: false })
    expect(await answerOf('merge', one.path, other.path, '--coder', 'Ada')).toMatchObject({
      json: { kind: 'done', counts: { newCodings: 1 } },
    })
    expect((await kartoteka('merge', one.path, other.path, '--coder', 'Ada')).out).toContain(
      'Everything is here already.',
    )
  })

  it('says how many codes would come in, of a codebook too', async () => {
    const { one } = twoDesks()
    one.archive.close()
    const book = 'fixtures/interchange/whole-standard.qdc'
    const { out } = await kartoteka('import-refi', one.path, book, '--dry-run', '--coder', 'Ada')
    expect(out).toContain('Would bring in 0 documents, 0 codings, 2 codes and 0 memos.')
  })

  it('opens an encrypted archive with its passphrase, and refuses it without, a stranger and itself', async () => {
    const { one } = twoDesks()
    one.archive.close()
    const folder = aFolder()
    const closed = join(folder, 'closed.kartoteka')
    createArchive(closed, { codebook: 'none', passphrase: 'lighthouse' })
    writeFileSync(join(folder, 'key'), 'lighthouse\n')
    writeFileSync(join(folder, 'letter.kartoteka'), 'Dear colleague,')
    const merge = (path: string, ...more: readonly string[]) =>
      ['merge', one.path, path, '--coder', 'Ada', ...more] as const
    expect(await refusalOf(...merge(closed))).toMatchObject({ kind: 'passphrase-needed' })
    expect(await answerOf(...merge(closed, '--other-passphrase-file', join(folder, 'key')))).toMatchObject({
      json: { changesNothing: true },
    })
    expect(await refusalOf(...merge(join(folder, 'letter.kartoteka')))).toMatchObject({ kind: 'archive-not-sqlite' })
    expect(await refusalOf(...merge(one.path))).toMatchObject({ kind: 'project-own-archive' })
  })
})
