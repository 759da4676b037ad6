/**
 * A day of work on the built archive, as a host does it: `day-child.ts FILE FOLDER`; what lies in the folder is
 * imported. Prints the peak of the whole process in megabytes: both threads of the archive, and the little of this.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { builtArchive } from './built.ts'
import { peakNow } from './peak.ts'

const [path = '', folder = ''] = process.argv.slice(2)
const archive = await builtArchive(path)
const coder = (await archive.ask('coder.list', {}))[0]?.id
const source = (await archive.ask('source.list', {}))[0]?.id
if (!coder || !source) throw new Error('the reference work is empty')

const { text } = await archive.ask('source.text', { source }, coder)
await archive.ask('passage.list', { source }, coder)
const codes = (await archive.ask('codebook.get', {}, coder)).filter(({ codable }) => codable)
for (let n = 0; n < 300; n++) {
  const start = (n * 7919) % (text.length - 100) // spread over the whole document
  const code = codes[n % codes.length]
  if (code) await archive.ask('coding.create', { source, start, end: start + 60, code: code.id }, coder)
}
for (let n = 0; n < 50; n++) await archive.ask('history.undo', {}, coder)
for (const query of ['telephone', 'the', 'quillwright', 'телефон', 'и'])
  await archive.ask('search.passages', { query, limit: 50, offset: 0, asYouType: true }, coder)
for (const by of ['total', 'source', 'kind'] as const)
  await archive.ask('report.codeFrequency', { by, filter: {} }, coder)
for (const format of ['csv', 'html'] as const) await archive.ask('export.quotations', { format, filter: {} }, coder)

const files = readdirSync(folder).map((name) => ({ path: join(folder, name) }))
const review = await archive.ask('import.review', { files }, coder)
const choices = review.items.map(({ item }) => ({ item }))
const verdicts = await archive.ask('import.commit', { import: review.import, choices }, coder)
if (verdicts.some(({ outcome }) => outcome.kind !== 'imported')) throw new Error('not all were imported')
process.stdout.write(String(Math.round(peakNow())))
await archive.end()
