/** A project without codings for a second coder, and how that coder's work comes back. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder } from '../support/archive.ts'
import { anIntake } from '../support/importing.ts'
import { aRichStudy, exported } from '../support/refi-export.ts'
import { united } from '../support/uniting.ts'

it('a second coder gets documents and codebook, sees no coding, and codes into the first coder’s archive', async () => {
  const study = await aRichStudy()
  const before = study.archive.run('archive.status', study.ada, {}).counts
  const out = join(aFolder(), 'to code.qdpx')
  writeFileSync(out, (await exported(study, { uncoded: true })).content)
  const second = anIntake()
  await united(second.archive, second.ada, out)
  expect(second.archive.run('archive.status', second.ada, {}).counts).toMatchObject({
    sources: before.sources,
    codes: before.codes,
    codings: 0,
  })
  expect(second.archive.run('memo.all', second.ada, { words: '', order: 'newest', offset: 0, limit: 1 }).total).toBe(0)

  const vera = second.archive.run('coder.create', '', { name: 'Vera' }).id
  const { text } = second.archive.run('source.text', vera, { source: study.talk })
  const start = text.indexOf('embassies')
  second.archive.run('coding.create', vera, { source: study.talk, start, end: start + 9, code: study.terms })
  const back = join(aFolder(), 'coded.qdpx')
  writeFileSync(back, (await exported(second, { coderNames: true })).content)
  await united(study.archive, study.ada, back)
  expect(study.archive.run('archive.status', study.ada, {}).counts.codings).toBe(before.codings + 1)
  expect(study.archive.run('coder.list', study.ada, {}).map(({ name }) => name)).toContain('Vera')
})
