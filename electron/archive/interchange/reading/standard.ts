/** What the schemas of the standard know: which children and attributes an element may have, and where text stands. */

const audit = ['creatingUser', 'creationDateTime', 'modifyingUser', 'modifiedDateTime']
const ofSource = ['guid', 'name', 'path', 'currentPath', ...audit]
const ofText = ['guid', 'name', 'richTextPath', 'plainTextPath', ...audit]
const ofSelection = ['guid', 'name', ...audit]
const corners = ['firstX', 'firstY', 'secondX', 'secondY']
const coded = ['Description', 'Coding', 'NoteRef']
const aText = [
  ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'],
  ofText,
] as const
const aRef = [[], ['targetGUID']] as const
const aValue = [[], []] as const

/** Children and attributes by local name. */
export const schema: Readonly<Record<string, readonly [children: readonly string[], attributes: readonly string[]]>> = {
  Project: [
    [
      'Users',
      'CodeBook',
      'Variables',
      'Cases',
      'Sources',
      'Notes',
      'Links',
      'Sets',
      'Graphs',
      'Description',
      'NoteRef',
    ],
    ['name', 'origin', 'creatingUserGUID', 'creationDateTime', 'modifyingUserGUID', 'modifiedDateTime', 'basePath'],
  ],
  Users: [['User'], []],
  User: [[], ['guid', 'name', 'id']],
  CodeBook: [['Codes', 'Sets'], ['origin']],
  Codes: [['Code'], []],
  Code: [
    ['Description', 'NoteRef', 'Code'],
    ['guid', 'name', 'isCodable', 'color'],
  ],
  Cases: [['Case'], []],
  Case: [
    ['Description', 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef'],
    ['guid', 'name'],
  ],
  Variables: [['Variable'], []],
  Variable: [['Description'], ['guid', 'name', 'typeOfVariable']],
  VariableValue: [
    ['VariableRef', 'TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'],
    [],
  ],
  Sets: [['Set'], []],
  Set: [
    ['Description', 'MemberCode', 'MemberSource', 'MemberNote'],
    ['guid', 'name'],
  ],
  Sources: [['TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'], []],
  TextSource: aText,
  TextDescription: aText,
  Representation: aText,
  Note: aText,
  PlainTextSelection: [coded, [...ofSelection, 'startPosition', 'endPosition']],
  PictureSource: [
    ['Description', 'TextDescription', 'PictureSelection', 'Coding', 'NoteRef', 'VariableValue'],
    ofSource,
  ],
  PictureSelection: [coded, [...ofSelection, ...corners]],
  PDFSource: [['Description', 'PDFSelection', 'Representation', 'Coding', 'NoteRef', 'VariableValue'], ofSource],
  PDFSelection: [
    ['Description', 'Representation', 'Coding', 'NoteRef'],
    [...ofSelection, 'page', ...corners],
  ],
  AudioSource: [['Description', 'Transcript', 'AudioSelection', 'Coding', 'NoteRef', 'VariableValue'], ofSource],
  AudioSelection: [coded, [...ofSelection, 'begin', 'end']],
  VideoSource: [['Description', 'Transcript', 'VideoSelection', 'Coding', 'NoteRef', 'VariableValue'], ofSource],
  VideoSelection: [coded, [...ofSelection, 'begin', 'end']],
  Transcript: [['Description', 'PlainTextContent', 'SyncPoint', 'TranscriptSelection', 'NoteRef'], ofText],
  TranscriptSelection: [coded, [...ofSelection, 'fromSyncPoint', 'toSyncPoint']],
  SyncPoint: [[], ['guid', 'timeStamp', 'position']],
  Coding: [
    ['CodeRef', 'NoteRef'],
    ['guid', 'creatingUser', 'creationDateTime'],
  ],
  Graphs: [['Graph'], []],
  Graph: [
    ['Vertex', 'Edge'],
    ['guid', 'name'],
  ],
  Vertex: [[], ['guid', 'representedGUID', 'name', ...corners, 'shape', 'color']],
  Edge: [[], ['guid', 'representedGUID', 'name', 'sourceVertex', 'targetVertex', 'color', 'direction', 'lineStyle']],
  Notes: [['Note'], []],
  Links: [['Link'], []],
  Link: [['NoteRef'], ['guid', 'name', 'direction', 'color', 'originGUID', 'targetGUID']],
  NoteRef: aRef,
  MemberNote: aRef,
  CodeRef: aRef,
  // A codebook of its own says guid, a project targetGUID.
  MemberCode: [[], ['targetGUID', 'guid']],
  SourceRef: aRef,
  MemberSource: aRef,
  SelectionRef: aRef,
  VariableRef: aRef,
  Description: aValue,
  PlainTextContent: aValue,
  TextValue: aValue,
  BooleanValue: aValue,
  IntegerValue: aValue,
  FloatValue: aValue,
  DateValue: aValue,
  DateTimeValue: aValue,
}

const texts = new Set(['Description', 'PlainTextContent', 'TextValue'])

/** Whether blanks in it are text. In elements that the standard does not know, they may be. */
export const holdsText = ({ name, uri }: { readonly name: string; readonly uri: string }): boolean =>
  uri !== '' || texts.has(name) || !(name in schema)

/** Names of the standard in any of its versions and misspellings: project:1.0, project:0:10, codebook:0:4, codebook:1:0. */
export const isOfRefi = (uri: string): boolean => /^urn:qda-xml:/i.test(uri)

export const namespaceOfProject = 'urn:QDA-XML:project:1.0'
export const namespaceOfCodebook = 'urn:QDA-XML:codebook:1.0'
