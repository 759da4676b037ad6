/** The words of the codebook as a file: out and in. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['kB', 'MB'])

export const codebookFiles = {
  menu: 'Codebook as a file',
  save: 'Save codebook…',
  take: 'Import codebook…',
  saveTitle: 'Save codebook',
  format: 'Kind of file',
  formats: {
    docx: 'Word document, for the appendix',
    xlsx: 'Spreadsheet (xlsx)',
    csv: 'Table (csv)',
    qdc: 'For other programs (REFI-QDA, qdc)',
  },
  counts: 'With how often each code was used',
  saveDo: 'Save',
  takeTitle: (file: string) => `Import codebook from ${file}`,
  sum: (fresh: number, changed: number, same: number) =>
    `${say.count(fresh, { one: '# new code', other: '# new codes' })}, ${say.number(changed)} changed, ${say.number(same)} the same.`,
  stay: 'Codes that the table does not name stay as they are. An empty cell takes nothing away.',
  stayExchanged:
    'A code is known by its identifier, wherever it stands, and without one by its path. Codes that are not in the file stay as they are.',
  sets: 'Sets',
  newSet: (name: string, n: number) => `New set “${name}” with ${say.count(n, { one: '# code', other: '# codes' })}`,
  grownSet: (name: string, n: number) => `Set “${name}” gains ${say.count(n, { one: '# code', other: '# codes' })}`,
  losses: 'Without a place here',
  lines: 'Codes that are new or change',
  fresh: 'new',
  fields: {
    shortcut: 'key',
    name: 'name',
    below: 'place',
    codable: 'heading',
    definition: 'definition',
    include: 'when to use',
    exclude: 'when not to use',
    example: 'example',
    colour: 'colour',
  },
  refused: 'Not taken',
  becomes: (field: string, from: string, to: string) => `${field}: ${from === '' ? '' : `“${from}” → `}“${to}”`,
  unknown: (columns: string) => `Columns that are not read: ${columns}`,
  row: (n: number) => `Row ${say.number(n)}`,
  takeDo: 'Import',
  taken: (fresh: number, changed: number) =>
    `${say.count(fresh, { one: '# code added', other: '# codes added' })}, ${say.number(changed)} changed.`,
}
