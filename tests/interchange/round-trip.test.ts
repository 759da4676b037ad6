/** Our own study out as REFI-QDA and into an empty archive: nothing is lost on the way. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Connection } from '../../electron/archive/db.ts'
import { projectIn } from '../../electron/archive/interchange/from-archive.ts'
import type { IncomingProject } from '../../electron/archive/interchange/incoming.ts'
import { readRefi } from '../../electron/archive/interchange/read-refi.ts'
import { connect } from '../../electron/archive/connect.ts'
import { aFolder } from '../support/archive.ts'
import { anIntake } from '../support/importing.ts'
import { aRichStudy, exported } from '../support/refi-export.ts'
import { united } from '../support/uniting.ts'

/** Everything of a project that can be compared: texts and files as their words and hashes, in an order of their own. */
function told(project: IncomingProject): unknown {
  const byRef = <T extends { readonly ref: string }>(things: readonly T[]) =>
    things.toSorted((a, b) => a.ref.localeCompare(b.ref))
  return {
    codes: byRef(project.codes),
    codeSets: byRef(project.codeSets),
    documents: byRef(project.documents).map((document) => ({
      ...document,
      text: document.text,
      structure: document.structure,
      file: document.file.kind === 'here' ? { ...document.file, read: null } : document.file,
      earlier: document.earlier?.map(({ text, origin }) => ({ text, origin })),
    })),
    passages: byRef(project.passages).map((passage) => ({ ...passage, codings: byRef(passage.codings) })),
    cases: byRef(project.cases),
    attributes: byRef(project.attributes),
    values: project.values,
    memos: byRef(project.memos),
    guide: project.guide,
    translations: project.translations,
  }
}

it('our own round trip into an empty archive is exact', async () => {
  const study = await aRichStudy()
  study.archive.run('guide.create', study.ada, { name: 'Money', number: '4' })
  const { content } = await exported(study, { coderNames: true })
  const path = join(aFolder(), 'study.qdpx')
  writeFileSync(path, content)
  const empty = anIntake()
  await united(empty.archive, empty.ada, path)
  const [before, after] = [study.path, empty.path].map((file) => {
    const db = new Connection(connect(file, undefined, true))
    const project = projectIn(db)
    // Coders are the same by their names: both archives have an Ada of their own.
    const names = new Map(project.coders.map(({ ref, name }) => [ref, name]))
    const all = JSON.parse(JSON.stringify(told(project)), (key, value: unknown) =>
      key === 'coder' ? names.get(value as string) : value,
    ) as unknown
    db.handle.close()
    return all
  })
  expect(after).toEqual(before)
})

it('a file of ours that is read names nothing that it could not keep', async () => {
  const study = await aRichStudy()
  const { content } = await exported(study, { coderNames: true })
  const path = join(aFolder(), 'study.qdpx')
  writeFileSync(path, content)
  const { losses, preserved } = await readRefi(path)
  expect(losses.filter(({ fate }) => fate === 'dropped')).toEqual([])
  expect(preserved).toEqual([])
})
