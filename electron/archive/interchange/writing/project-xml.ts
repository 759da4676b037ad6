/** A project as the XML of the standard, in pieces: the parts in the order that the schema asks for. */
import { describedAs } from '../../export/codebook-qdc.ts'
import { isXmlText } from '../../export/words.ts'
import type { IncomingAttribute, IncomingCode, IncomingMemo, IncomingProject, Ref } from '../incoming.ts'
import { refOf } from '../reading/refs.ts'
import { namespaceOfProject } from '../reading/standard.ts'
import { element, textElement, xmlOfWritten, type Raw, type Written } from './elements.ts'
import type { Manuscript } from './manuscript.ts'
import { Positions } from './positions.ts'
import { sourceOf, timeOf } from './sources.ts'

/** The schema as everybody names it; nobody fetches it. */
const schemaLocation = `${namespaceOfProject} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd`

/** Also fills `files` of the manuscript. `onDocument` is told after each document. */
export function* projectXml(manuscript: Manuscript, onDocument: () => void = () => {}): Generator<string> {
  const { project } = manuscript
  const head = manuscript.withKept(
    element('Project', {
      xmlns: namespaceOfProject,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': schemaLocation,
      name: project.name || 'Kartoteka',
      origin: 'Kartoteka',
    }),
    '',
  )
  const kept = Map.groupBy(
    head.children.filter((child): child is Raw => 'xml' in child),
    ({ name }) => name,
  )
  const open = xmlOfWritten({ ...head, children: [] })
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${open.replace(/\/>$/, '>')}`
  yield container('Users', usersOf(manuscript))
  const codes = codesOf(manuscript)
  if (codes.length > 0) yield `<CodeBook>${container('Codes', codes)}</CodeBook>`
  const valuesOf = Map.groupBy(project.values, ({ attribute }) => attribute)
  const types = new Map(
    project.attributes.map((attribute) => [attribute.ref, typeOf(attribute, valuesOf.get(attribute.ref) ?? [])]),
  )
  yield container(
    'Variables',
    project.attributes.map(({ ref, name }) =>
      manuscript.withKept(
        element('Variable', { guid: manuscript.guids.of(ref), name, typeOfVariable: types.get(ref) }),
        ref,
      ),
    ),
  )
  const valuesOn = Map.groupBy(project.values, ({ on }) => on)
  const values = (ref: Ref) =>
    (valuesOn.get(ref) ?? []).map(({ attribute, value }) => {
      const type = types.get(attribute) ?? 'Text'
      return element('VariableValue', {}, [
        element('VariableRef', { targetGUID: manuscript.guids.of(attribute) }),
        textElement(`${type}Value`, value),
      ])
    })
  yield container(
    'Cases',
    project.cases.map(({ ref, name, documents }) =>
      manuscript.withKept(
        element('Case', { guid: manuscript.guids.of(ref), name }, [
          ...values(ref),
          ...documents.map((document) => element('SourceRef', { targetGUID: manuscript.guids.of(document) })),
        ]),
        ref,
      ),
    ),
  )
  const passages = Map.groupBy(
    project.passages.filter(({ isAside }) => !isAside),
    ({ document }) => document,
  )
  if (project.documents.length > 0) {
    yield '<Sources>'
    for (const document of project.documents) {
      yield xmlOfWritten(sourceOf(manuscript, document, passages.get(document.ref) ?? [], values(document.ref)))
      onDocument()
    }
    yield '</Sources>'
  }
  yield container(
    'Notes',
    project.memos.map((memo) => noteOf(manuscript, memo)),
  )
  yield container('Links', [...caseLinks(manuscript), ...(kept.get('Link') ?? [])], kept.get('Links'))
  yield container('Sets', [...setsOf(manuscript), ...(kept.get('Set') ?? [])], kept.get('Sets'))
  yield container('Graphs', kept.get('Graph') ?? [], kept.get('Graphs'))
  const rest = head.children.filter(({ name }) => !/^(?:Link|Set|Graph)s?$/.test(name))
  yield [...rest, ...manuscript.noteRefs('project', '')].map(xmlOfWritten).join('')
  yield '</Project>\n'
}

/** Empty containers are invalid. `whole` are containers that were kept as they stood, and stand for themselves. */
function container(name: string, children: readonly (Written | Raw)[], whole: readonly Raw[] = []): string {
  if (children.length === 0) return whole.map(({ xml }) => xml).join('')
  const inside = whole.map(({ xml }) => xml.replace(/^<[^>]*>/, '').replace(/<\/[^<>]*>$/, ''))
  return `<${name}>${children.map(xmlOfWritten).join('')}${inside.join('')}</${name}>`
}

const usersOf = (manuscript: Manuscript): readonly Written[] =>
  manuscript.project.coders.map(({ ref, name }, n) =>
    manuscript.withKept(
      element('User', {
        guid: manuscript.guids.of(ref),
        name: manuscript.wishes.coderNames ? name : `Coder ${n + 1}`,
      }),
      ref,
    ),
  )

/** The tree from its leaves up, so that a chain of a thousand codes is no depth of calls. */
function codesOf(manuscript: Manuscript): readonly Written[] {
  const children = new Map<Ref | null, Written[]>()
  for (const code of manuscript.project.codes.toReversed()) {
    const own = children.get(code.ref) ?? []
    const written = manuscript.withKept(
      element(
        'Code',
        {
          guid: manuscript.guids.of(code.ref),
          name: code.name,
          isCodable: String(code.codable),
          color: code.colour?.toLowerCase(),
        },
        [descriptionOf(code), ...manuscript.noteRefs('code', code.ref), ...own.toReversed()],
      ),
      code.ref,
    )
    const siblings = children.get(code.parent)
    if (siblings) siblings.push(written)
    else children.set(code.parent, [written])
  }
  return (children.get(null) ?? []).toReversed()
}

function descriptionOf(code: IncomingCode): Written | null {
  const said = describedAs(code)
  return said === '' ? null : textElement('Description', said)
}

type VariableType = 'Text' | 'Boolean' | 'Integer' | 'Float' | 'Date'
/** The narrowest type that every value of the attribute is written in. */
function typeOf({ type }: IncomingAttribute, values: IncomingProject['values']): VariableType {
  const all = (shape: RegExp) => values.every(({ value }) => shape.test(value))
  if (type === 'boolean' && all(/^(?:true|false)$/)) return 'Boolean'
  if (type === 'number' && all(/^-?\d{1,9}$/)) return 'Integer'
  if (type === 'number' && all(/^-?\d+(?:\.\d+)?$/)) return 'Float'
  if (type === 'date' && all(/^\d{4}-\d\d-\d\d$/)) return 'Date'
  return 'Text'
}

function noteOf(manuscript: Manuscript, { ref, text, coder, createdAt, changedAt }: IncomingMemo): Written {
  const guid = manuscript.guids.of(ref)
  const isInside = isXmlText(text)
  const name = `${guid.replaceAll(/[{}]/g, '')}.txt`
  if (!isInside) {
    const length = new Positions(text, manuscript.wishes.units).of(text.length)
    manuscript.files.push({ name: `sources/${name}`, read: () => text, isCompressed: true, length })
  }
  return manuscript.withKept(
    element(
      'Note',
      {
        guid,
        name: titleOf(text),
        plainTextPath: isInside ? undefined : `internal://${name}`,
        creatingUser: manuscript.coder(coder),
        creationDateTime: timeOf(createdAt),
        modifiedDateTime: timeOf(changedAt),
      },
      [isInside ? textElement('PlainTextContent', text) : null],
    ),
    ref,
  )
}

/** The first line of a memo, as it stands: readers that find it at the beginning of the text know it for no title of its own. */
function titleOf(text: string): string | undefined {
  const [line = ''] = text.trimStart().split('\n', 1)
  const cut = line.slice(0, 80).toWellFormed().trimEnd()
  return cut === '' || !isXmlText(cut) ? undefined : cut.length < line.trimEnd().length ? `${cut}…` : cut
}

/** A case has no references to notes in the standard: a link says what a memo is about. */
function caseLinks(manuscript: Manuscript): readonly Written[] {
  // One that came in with its project comes back by itself.
  const kept = new Set((manuscript.project.preserved ?? []).flatMap((one) => (one.element === 'Link' ? [one.ref] : [])))
  return manuscript.project.memos.flatMap(({ ref, on }) =>
    on
      .filter((about) => about.kind === 'case' && !kept.has(refOf(manuscript.guids.derived(ref, `about ${about.ref}`))))
      .map((about) =>
        element('Link', {
          guid: manuscript.guids.derived(ref, `about ${about.ref}`),
          name: 'Memo',
          direction: 'OneWay',
          originGUID: manuscript.guids.of(ref),
          targetGUID: manuscript.guids.of(about.ref),
        }),
      ),
  )
}

const setsOf = (manuscript: Manuscript): readonly Written[] =>
  manuscript.project.codeSets.map(({ ref, name, codes }) =>
    manuscript.withKept(
      element(
        'Set',
        { guid: manuscript.guids.of(ref), name },
        codes.map((code) => element('MemberCode', { targetGUID: manuscript.guids.of(code) })),
      ),
      ref,
    ),
  )
