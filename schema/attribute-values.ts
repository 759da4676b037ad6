/**
 * How values are read from what people type and paste, and how they are kept, compared and sorted.
 *
 * Kept as text in one form a type: numbers as JavaScript writes them (`12.5`), dates as 2009, 2009-06 or
 * 2009-06-14, booleans as `true` and `false`, a choice as its list writes it. What could be read in two
 * ways is refused, never guessed. Kept forms read back as themselves.
 */
import type { Attribute, AttributeType, Operator } from './attribute.ts'
import type { ArchiveFault } from './error.ts'

export type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: ArchiveFault }

type Asked = Pick<Attribute, 'type' | 'choices' | 'name'>

/** Longest value in UTF-16 units. */
export const longestValue = 2000

/** What was typed as the attribute keeps it; '' is no value. */
export function readValue(attribute: Asked, typed: string): Read {
  const text = tidy(typed)
  if (text === '') return { ok: true, value: '' }
  if (text.length > longestValue)
    return { ok: false, fault: { kind: 'value-too-long', attribute: attribute.name, limit: longestValue } }
  switch (attribute.type) {
    case 'text':
      return { ok: true, value: text }
    case 'number':
      return readNumber(attribute.name, text)
    case 'date':
      return readDate(attribute.name, text)
    case 'boolean':
      return readBoolean(attribute.name, text)
    case 'choice': {
      const found = attribute.choices.find((choice) => foldValue(choice) === foldValue(text))
      return found === undefined
        ? { ok: false, fault: { kind: 'value-not-in-list', attribute: attribute.name, value: text } }
        : { ok: true, value: found }
    }
  }
}

/** One form for line ends and blanks at the ends; control characters go. */
export function tidy(typed: string): string {
  return (
    typed
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what becomes a blank
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\u2028\u2029\ufffe\uffff]/g, ' ')
      .trim()
  )
}

/** How values are compared: without case, ё as е, runs of blanks as one. */
export function foldValue(value: string): string {
  return value.normalize('NFC').trim().toLocaleLowerCase('und').replaceAll('ё', 'е').replace(/\s+/gu, ' ')
}

const blanks = /[\s\u00a0\u2009\u202f']/gu

/** `1 234,5`, `1.234,5`, `1,234.5` and `−5` are numbers; `1,234` alone is two. */
function readNumber(attribute: string, text: string): Read {
  const plain = text.replace(blanks, '').replace(/[\u2212\u2013]/gu, '-')
  const fault = (kind: 'value-not-a-number' | 'value-number-ambiguous'): Read => ({
    ok: false,
    fault: { kind, attribute, value: text },
  })
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain)) return fault('value-number-ambiguous')
  const written = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(plain)
    ? plain.replaceAll(',', '')
    : /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(plain) || /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(plain)
      ? plain.replaceAll('.', '').replace(',', '.')
      : plain.replace(/^([+-]?\d*),(\d+(?:e[+-]?\d+)?)$/i, '$1.$2')
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written)) return fault('value-not-a-number')
  const number = Number(written)
  return Number.isFinite(number) ? { ok: true, value: String(number === 0 ? 0 : number) } : fault('value-not-a-number')
}

/** 2009, 2009-06, 2009-06-14; also 14.06.2009, 06.2009 and, where only one reading is possible, 14/06/2009. */
function readDate(attribute: string, text: string): Read {
  const fault = (kind: 'value-not-a-date' | 'value-date-ambiguous'): Read => ({
    ok: false,
    fault: { kind, attribute, value: text },
  })
  const made = (year: string, month = '', day = ''): Read => {
    const value = [year, month && month.padStart(2, '0'), day && day.padStart(2, '0')].filter(Boolean).join('-')
    return isDate(value) ? { ok: true, value } : fault('value-not-a-date')
  }
  const iso = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  if (iso) return made(iso[1] ?? '', iso[2], iso[3])
  const dotted = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})(?: ?г\.?)?$/.exec(text)
  if (dotted) return made(dotted[3] ?? '', dotted[2], dotted[1])
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (!slashed) return fault('value-not-a-date')
  const [, first = '', second = '', year = ''] = slashed
  if (first === second) return made(year, first, second)
  const fits = [Number(first) <= 12, Number(second) <= 12]
  if (fits[0] && fits[1]) return fault('value-date-ambiguous')
  return fits[0] ? made(year, first, second) : made(year, second, first)
}

function isDate(value: string): boolean {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', '+', 'да', 'д', 'истина', 'верно'])
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', '-', '−', 'нет', 'н', 'ложь', 'неверно'])

function readBoolean(attribute: string, text: string): Read {
  const folded = foldValue(text)
  if (yes.has(folded)) return { ok: true, value: 'true' }
  if (no.has(folded)) return { ok: true, value: 'false' }
  return { ok: false, fault: { kind: 'value-not-a-boolean', attribute, value: text } }
}

/** Below zero where `a` comes first. No value comes last, whatever the type; choices stand as in their list. */
export function compareValues({ type, choices }: Pick<Attribute, 'type' | 'choices'>, a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  switch (type) {
    case 'number':
      return Number(a) - Number(b)
    case 'date':
      return a < b ? -1 : 1
    case 'boolean':
      return a === 'true' ? -1 : 1
    case 'choice':
      return choices.indexOf(a) - choices.indexOf(b)
    case 'text':
      return inOrder.compare(a, b)
  }
}
const inOrder = new Intl.Collator('und', { numeric: true })

/**
 * Whether a kept value answers `operator` `wanted`. A word finds the texts and choices that begin with it
 * (`ngo` finds `NGO national`); a year or a month finds the dates in it. What is no number, date or
 * boolean answers nothing.
 */
export function answers(
  { type, choices, name }: Asked,
  value: string,
  operator: Exclude<Operator, '!='>,
  wanted: string,
): boolean {
  if (foldValue(wanted) === '') return operator === '=' && value === ''
  if (value === '') return false
  if (type === 'text' || type === 'choice') {
    if (operator === '=') return beginsWith(foldValue(value), foldValue(wanted))
    const order =
      type === 'choice' ? choiceOrder(choices, value, wanted) : inOrder.compare(foldValue(value), foldValue(wanted))
    return order !== null && holds(operator, order)
  }
  const read = readValue({ type, choices, name }, wanted)
  if (!read.ok) return false
  if (type === 'date') {
    // A part of a date is the whole stretch of it: > 2009 begins with 2010, <= 2009 ends with its last day.
    const inside = value === read.value || value.startsWith(`${read.value}-`)
    if (operator === '=') return inside
    if (inside) return operator === '<=' || operator === '>='
    return holds(operator, value < read.value ? -1 : 1)
  }
  if (type === 'boolean') return operator === '=' && value === read.value
  return holds(operator, Number(value) - Number(read.value))
}

function beginsWith(value: string, wanted: string): boolean {
  return value === wanted || (value.startsWith(wanted) && !/[\p{L}\p{N}]/u.test(value.charAt(wanted.length)))
}
function choiceOrder(choices: readonly string[], value: string, wanted: string): number | null {
  const at = choices.findIndex((choice) => foldValue(choice) === foldValue(wanted))
  return at < 0 ? null : choices.indexOf(value) - at
}
function holds(operator: Exclude<Operator, '!='>, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** The type that all of these read as, the narrowest first; `text` where they have nothing in common. */
export function typeOf(values: readonly string[]): AttributeType {
  const said = values.map(tidy).filter((value) => value !== '')
  if (said.length === 0) return 'text'
  const all = (type: AttributeType) => said.every((value) => readValue({ type, choices: [], name: '' }, value).ok)
  if (
    said.every((value) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(value) || /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(value)) &&
    all('date')
  )
    return 'date'
  if (said.every((value) => !/^[01+-]$/.test(value)) && all('boolean')) return 'boolean'
  if (all('number')) return 'number'
  const different = new Set(said.map(foldValue))
  return said.length >= 4 && different.size <= Math.max(2, said.length / 2) && said.every(({ length }) => length <= 60)
    ? 'choice'
    : 'text'
}
