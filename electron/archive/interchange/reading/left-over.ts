/** Files of the zip that nothing refers to: small ones are kept, and come back on export. */
import { inXmlAttribute } from '../../export/words.ts'
import { bytesOf } from './files.ts'
import type { Study } from './study.ts'

/** Bytes of one file, and of all together: they are kept as base64 in a table. */
const mostOfOne = 20_000_000
const mostOfAll = 60_000_000

export async function keepUnused(study: Study): Promise<void> {
  let sum = 0
  const { preserved } = study.ledger
  const isNamed = (name: string) => preserved.some(({ form, content }) => form !== 'entry' && content.includes(name))
  for (const file of study.files.unused()) {
    const isSmall = file.size <= mostOfOne && sum + file.size <= mostOfAll
    const fate = isSmall ? 'kept' : 'dropped'
    // What is kept as XML may name it.
    const why = isNamed(inXmlAttribute(file.name)) ? 'no-place-for-it' : 'not-referred-to'
    study.ledger.losses.push({ element: 'sources', ref: '', name: file.path, fate, why })
    if (!isSmall) continue
    sum += file.size
    const content = Buffer.from(await bytesOf(file)).toString('base64')
    const on = { element: 'Project', ref: '' }
    study.ledger.preserved.push({ element: file.path, form: 'entry', ref: '', name: file.name, on, content })
  }
}
