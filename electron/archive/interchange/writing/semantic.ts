/**
 * What a project must keep beyond the schema (REFI-QDA page, fact 9 and check 12): an XSD cannot say that a GUID
 * names one thing, that a reference leads somewhere, or that a selection lies within its text.
 */
import { SaxesParser } from 'saxes'
import { refOf } from '../reading/refs.ts'

export interface Problem {
  /** The element's name as the standard calls it. */
  readonly element: string
  readonly guid: string
  readonly kind: ProblemKind
}
export type ProblemKind =
  | 'guid-missing'
  | 'guid-repeated'
  | 'reference-dangling'
  | 'selection-empty'
  | 'selection-outside-text'
  | 'text-said-twice'
  | 'text-missing'
  | 'file-missing'
  | 'colour-not-hex'
  | 'value-of-other-type'
  | 'not-xml'

export interface Surroundings {
  /** Whether the archive holds this file, `sources/` left out. */
  readonly hasFile: (name: string) => boolean
  /** How long a text file is, in what offsets count; null where that is not known. */
  readonly lengthOf: (name: string) => number | null
  /** Length of a text that stands in the XML. */
  readonly count: (text: string) => number
}

const shape = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i
/** References, and what they may lead to. */
const references: Readonly<Record<string, readonly string[]>> = {
  CodeRef: ['Code'],
  MemberCode: ['Code'],
  SourceRef: ['TextSource', 'PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'],
  MemberSource: ['TextSource', 'PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'],
  NoteRef: ['Note'],
  MemberNote: ['Note'],
  VariableRef: ['Variable'],
}
const users = ['creatingUser', 'modifyingUser', 'creatingUserGUID', 'modifyingUserGUID']
const paths = ['path', 'plainTextPath', 'richTextPath']
const holdsText = new Set(['TextSource', 'Representation', 'TextDescription', 'Transcript', 'Note'])
const values: Readonly<Record<string, RegExp>> = {
  Text: /[^]*/,
  Boolean: /^(?:true|false|0|1)$/,
  Integer: /^[+-]?\d+$/,
  Float: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  Date: /^\d{4}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
}

interface Open {
  readonly name: string
  readonly guid: string
  text: string
  /** Of what holds text: its length, as soon as it is known. */
  length: number | null
  hasPath: boolean
  hasContent: boolean
  readonly selections: { readonly guid: string; readonly name: string; readonly end: number }[]
  variable: string
}

/** The two halves in which a printed document says one selection. */
const arePair = (one: string, other: string): boolean =>
  one !== other && [one, other].every((name) => name === 'PDFSelection' || name === 'PlainTextSelection')

/** Every problem, in the order of the file; nothing where the project is sound. */
export function problemsOf(pieces: Iterable<string>, around: Surroundings): readonly Problem[] {
  const problems: Problem[] = []
  const named = new Map<string, string>()
  const wanted: { readonly element: string; readonly guid: string; readonly of: readonly string[] }[] = []
  const variables = new Map<string, string>()
  const told: { readonly guid: string; readonly type: string; readonly value: string }[] = []
  const open: Open[] = []
  const say = (kind: ProblemKind, element: string, guid: string) => void problems.push({ kind, element, guid })
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const name = qualified.slice(qualified.lastIndexOf(':') + 1)
    const written = attributes as Readonly<Record<string, string>>
    const guid = refOf(written['guid'] ?? '')
    const one: Open = {
      name,
      guid,
      text: '',
      length: null,
      hasPath: false,
      hasContent: false,
      selections: [],
      variable: '',
    }
    const parent = open.at(-1)
    open.push(one)
    if (written['guid'] !== undefined && name !== 'MemberCode') {
      if (!shape.test(written['guid'].trim())) say('guid-missing', name, guid)
      const other = named.get(guid)
      if (other !== undefined && !arePair(name, other)) say('guid-repeated', name, guid)
      named.set(guid, name)
    }
    const kinds = references[name]
    if (kinds) wanted.push({ element: name, guid: refOf(written['targetGUID'] ?? written['guid'] ?? ''), of: kinds })
    for (const attribute of users)
      if (written[attribute])
        wanted.push({ element: `${name}/@${attribute}`, guid: refOf(written[attribute]), of: ['User'] })
    if (written['color'] !== undefined && !/^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i.test(written['color']))
      say('colour-not-hex', name, guid)
    for (const attribute of paths) {
      const path = written[attribute]
      if (path === undefined) continue
      const file = /^internal:\/{2,3}(.*)$/.exec(path)?.[1]
      if (file !== undefined && !around.hasFile(file)) say('file-missing', name, guid)
      if (attribute === 'plainTextPath' && file !== undefined) one.length = around.lengthOf(file)
    }
    one.hasPath = (written['plainTextPath'] ?? '') !== ''
    if (name === 'PlainTextContent' && parent) parent.hasContent = true
    if (name === 'PlainTextSelection') {
      const [start, end] = [Number(written['startPosition']), Number(written['endPosition'])]
      if (!(start >= 0 && end > start)) say('selection-empty', name, guid)
      parent?.selections.push({ guid, name, end })
    }
    if (name === 'VariableRef' && parent) parent.variable = refOf(written['targetGUID'] ?? '')
    if (name === 'Variable') variables.set(guid, written['typeOfVariable'] ?? '')
  })
  parser.on('text', (text) => {
    const one = open.at(-1)
    if (one && (one.name === 'PlainTextContent' || one.name.endsWith('Value'))) one.text += text
  })
  parser.on('closetag', () => {
    const one = open.pop()
    const parent = open.at(-1)
    if (!one) return
    if (one.name === 'PlainTextContent' && parent) parent.length = around.count(one.text)
    if (parent?.name === 'VariableValue' && one.name !== 'VariableRef')
      told.push({ guid: parent.variable, type: one.name.replace(/Value$/, ''), value: one.text })
    if (!holdsText.has(one.name)) return
    if (one.hasContent && one.hasPath) say('text-said-twice', one.name, one.guid)
    if (!one.hasContent && !one.hasPath) say('text-missing', one.name, one.guid)
    for (const { guid, name, end } of one.selections)
      if (one.length !== null && end > one.length) say('selection-outside-text', name, guid)
  })
  try {
    for (const piece of pieces) parser.write(piece)
    parser.close()
  } catch {
    say('not-xml', open.at(-1)?.name ?? 'Project', '')
  }
  for (const { element, guid, of } of wanted)
    if (!of.includes(named.get(guid) ?? '')) say('reference-dangling', element, guid)
  for (const { guid, type, value } of told)
    if (variables.get(guid) !== type || !values[type]?.test(value.trim()))
      say('value-of-other-type', 'VariableValue', guid)
  return problems
}
