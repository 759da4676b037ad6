/**
 * What the two schemas of the standard name: `Parent/Child` and `Element/@attribute`. Held here, for checkouts that have no
 * `../shared` beside them; read from the schemas themselves where they are there.
 */
import { readFileSync } from 'node:fs'
import { treeOf, type Node } from './refi-facts.ts'

const audit = '@creatingUser @creationDateTime @modifyingUser @modifiedDateTime'
const text = `Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue @guid @name @richTextPath @plainTextPath ${audit}`
const selection = `Description Coding NoteRef @guid @name ${audit}`
const source = `Description Coding NoteRef VariableValue @guid @name @path @currentPath ${audit}`
const corners = '@firstX @firstY @secondX @secondY'

const project: Readonly<Record<string, string>> = {
  Project:
    'Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef @name @origin @creatingUserGUID @creationDateTime @modifyingUserGUID @modifiedDateTime @basePath',
  Users: 'User',
  User: '@guid @name @id',
  CodeBook: 'Codes',
  Codes: 'Code',
  Code: 'Description NoteRef Code @guid @name @isCodable @color',
  Cases: 'Case',
  Case: 'Description CodeRef VariableValue SourceRef SelectionRef @guid @name',
  Variables: 'Variable',
  Variable: 'Description @guid @name @typeOfVariable',
  VariableValue: 'VariableRef TextValue BooleanValue IntegerValue FloatValue DateValue DateTimeValue',
  Sources: 'TextSource PictureSource PDFSource AudioSource VideoSource',
  TextSource: text,
  TextDescription: text,
  Representation: text,
  Note: text,
  PlainTextSelection: `${selection} @startPosition @endPosition`,
  PictureSource: `${source} TextDescription PictureSelection`,
  PictureSelection: `${selection} ${corners}`,
  PDFSource: `${source} PDFSelection Representation`,
  PDFSelection: `${selection} Representation @page ${corners}`,
  AudioSource: `${source} Transcript AudioSelection`,
  AudioSelection: `${selection} @begin @end`,
  VideoSource: `${source} Transcript VideoSelection`,
  VideoSelection: `${selection} @begin @end`,
  Transcript: `Description PlainTextContent SyncPoint TranscriptSelection NoteRef @guid @name @richTextPath @plainTextPath ${audit}`,
  SyncPoint: '@guid @timeStamp @position',
  TranscriptSelection: `${selection} @fromSyncPoint @toSyncPoint`,
  Coding: 'CodeRef NoteRef @guid @creatingUser @creationDateTime',
  Notes: 'Note',
  Links: 'Link',
  Link: 'NoteRef @guid @name @direction @color @originGUID @targetGUID',
  Sets: 'Set',
  Set: 'Description MemberCode MemberSource MemberNote @guid @name',
  Graphs: 'Graph',
  Graph: 'Vertex Edge @guid @name',
  Vertex: `@guid @representedGUID @name @shape @color ${corners}`,
  Edge: '@guid @representedGUID @name @sourceVertex @targetVertex @color @direction @lineStyle',
  ...Object.fromEntries(
    ['NoteRef', 'CodeRef', 'SourceRef', 'SelectionRef', 'VariableRef', 'MemberCode', 'MemberSource', 'MemberNote'].map(
      (name) => [name, '@targetGUID'],
    ),
  ),
}
const codebook: Readonly<Record<string, string>> = {
  CodeBook: 'Codes Sets @origin',
  Codes: 'Code',
  Code: 'Description Code @guid @name @isCodable @color',
  Sets: 'Set',
  Set: 'Description MemberCode @guid @name',
  MemberCode: '@guid',
}

const kindsOf = (schema: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(schema)
    .flatMap(([name, inside]) => inside.split(' ').map((one) => `${name}/${one}`))
    .toSorted()

export const kindsHeld = { Project: kindsOf(project), Codebook: kindsOf(codebook) }

/** The same, walked from the root of a schema over the types of its elements. */
export function kindsOfSchema(path: string): readonly string[] {
  const [schema] = [treeOf(readFileSync(path, 'utf8'))]
  const named = (name: string) => schema.children.filter((one) => one.name === name)
  const types = new Map(named('xsd:complexType').map((type) => [type.attributes['name'], type]))
  const kinds = new Set<string>()
  const within = (node: Node, name: string): readonly Node[] => [
    ...node.children.filter((one) => one.name === name),
    ...node.children.filter((one) => one.name !== 'xsd:element').flatMap((one) => within(one, name)),
  ]
  const seen = new Set<string>()
  const walk = (element: string, typeName: string) => {
    const type = types.get(typeName)
    if (!type || seen.has(`${element} ${typeName}`)) return
    seen.add(`${element} ${typeName}`)
    for (const one of within(type, 'xsd:attribute')) kinds.add(`${element}/@${one.attributes['name']}`)
    for (const one of within(type, 'xsd:element')) {
      const { name = '', type: of = '' } = one.attributes
      kinds.add(`${element}/${name}`)
      walk(name, of)
    }
  }
  for (const one of named('xsd:element')) walk(one.attributes['name'] ?? '', one.attributes['type'] ?? '')
  return [...kinds].toSorted()
}
