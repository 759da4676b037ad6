/** Quotations as a table: a row each, one column an attribute, everything of its own type. */
import type { Attribute } from '../../../schema/attribute.ts'
import { foldValue } from '../../../schema/attribute-values.ts'
import type { QuotationColumn, QuotationWishes } from '../../../schema/quotation-export.ts'
import type { Reader } from '../db.ts'
import { groupsOf } from './quotation-groups.ts'
import { leavingQuotations, type QuotationLine } from './quotation-lines.ts'
import { quotationWords } from './quotation-words.ts'
import type { BookCell, BookColumn } from './workbook.ts'
import { nameOf } from './words.ts'

export interface QuotationTable {
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly BookCell[])[]
  readonly references: readonly string[]
  readonly withheld: number
}

interface Column extends BookColumn {
  readonly of: (line: QuotationLine) => BookCell
}

export function quotationTable(db: Reader, wishes: QuotationWishes): QuotationTable {
  const { by, context, language } = wishes
  const leaving = leavingQuotations(db, wishes)
  const words = quotationWords(language)
  const columns = columnsOf(new Set(wishes.columns), leaving.attributes, context > 0, words)
  const cellsOf = (line: QuotationLine) => columns.map(({ of }) => of(line))
  const { withheld } = leaving
  const references = wishes.columns.includes('citation') ? leaving.references : []
  if (by === undefined) return { columns, rows: leaving.lines.map(cellsOf), withheld, references }
  return {
    columns: [{ name: words.group[by], type: 'text' }, ...columns],
    rows: groupsOf(db, leaving.lines, by, words).flatMap(({ key, name, lines }) =>
      lines.map((line) => [`${key} ${name}`.trim(), ...cellsOf(line)]),
    ),
    withheld,
    references,
  }
}

function columnsOf(
  wanted: ReadonlySet<QuotationColumn>,
  attributes: readonly Attribute[],
  hasContext: boolean,
  { heads, stances, responsibles }: ReturnType<typeof quotationWords>,
): readonly Column[] {
  const text = (name: string, of: Column['of']): Column => ({ name, type: 'text', of })
  const when = (isWanted: boolean, ...columns: readonly Column[]) => (isWanted ? columns : [])
  const hasOriginals = wanted.has('original')
  return [
    ...when(
      wanted.has('document'),
      text(heads.document, ({ document }) => document),
    ),
    text(heads.extract, ({ extract }) => extract),
    ...when(
      wanted.has('citation'),
      text(heads.citation, ({ citation }) => citation),
    ),
    ...when(
      wanted.has('place'),
      { name: heads.page, type: 'count', of: ({ page }) => page || null },
      text(heads.paragraph, ({ paragraph }) => paragraph),
    ),
    ...when(
      wanted.has('speaker'),
      text(heads.speaker, ({ speaker }) => speaker),
    ),
    ...when(
      wanted.has('codes'),
      text(heads.codes, ({ codes }) => codes.map(nameOf).join('; ')),
    ),
    ...when(
      wanted.has('facets'),
      {
        name: heads.weight,
        type: 'count',
        // Of one coding a number, which can be summed.
        of: ({ facets }) => (facets.length === 1 ? facets[0]!.weight : facets.map(({ weight }) => weight).join('; ')),
      },
      text(heads.stance, ({ facets }) => each(facets.map(({ stance }) => (stance ? stances[stance] : '')))),
      text(heads.responsible, ({ facets }) =>
        each(facets.map(({ holdsResponsible: whom }) => (whom ? responsibles[whom] : ''))),
      ),
    ),
    ...when(
      wanted.has('coder'),
      text(heads.coder, ({ coder }) => coder),
    ),
    ...when(wanted.has('date'), { name: heads.date, type: 'date', of: ({ date }) => date }),
    { name: heads.starred, type: 'boolean', of: ({ starred }) => starred || null },
    ...(wanted.has('attributes')
      ? namesOf(attributes, Object.values(heads)).map((name, at): Column => {
          const attribute = attributes[at]!
          return {
            name,
            type: attribute.type === 'date' ? 'date' : 'text',
            of: ({ known }) => typed(attribute, known[at] ?? ''),
          }
        })
      : []),
    ...when(
      hasContext,
      text(heads.before, ({ before }) => before),
    ),
    text(heads.quote, ({ quote }) => quote),
    ...when(
      hasContext,
      text(heads.after, ({ after }) => after),
    ),
    ...when(
      hasOriginals,
      text(heads.original, ({ originals }) => originals.map(({ words }) => words).join('\n')),
      text(heads.originalId, ({ originals }) => originals.map(({ extract }) => extract).join('; ')),
    ),
    ...when(
      wanted.has('memo'),
      text(heads.memo, ({ memo }) => memo),
    ),
  ]
}

/** One a coding, in the order of the codes; nothing where none says anything. */
const each = (said: readonly string[]) => (said.some(Boolean) ? said.join('; ') : '')

/** Two of one name are told apart by their keys, and from the columns that are always there. */
function namesOf(attributes: readonly Attribute[], taken: readonly string[]): readonly string[] {
  const folded = new Set(taken.map(foldValue))
  const same = Map.groupBy(attributes, ({ name }) => foldValue(name))
  return attributes.map(({ name, key }) =>
    folded.has(foldValue(name)) || (same.get(foldValue(name))?.length ?? 0) > 1 ? `${name} (${key})` : name,
  )
}

function typed({ type }: Attribute, value: string): BookCell {
  if (value === '') return null
  if (type === 'number') return Number(value)
  return type === 'boolean' ? value === 'true' : value
}
