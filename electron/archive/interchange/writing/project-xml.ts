/** A project as the XML of the standard, in pieces: the parts in the order that the schema asks for. */
import { describedAs } from '../../export/codebook-qdc.ts'
import { isXmlText, wordsOfElement } from '../../export/words.ts'
import { normalizeText } from '../../text/normalize.ts'
import type { IncomingAttribute, IncomingCode, IncomingMemo, IncomingProject, Ref } from '../incoming.ts'
import { derivedRef, refOf } from '../reading/refs.ts'
import { namespaceOfProject } from '../reading/standard.ts'
import { memoTitle } from '../memo-title.ts'
import { element, textElement, xmlOfWritten, type Raw, type Written } from './elements.ts'
import type { Manuscript } from './manuscript.ts'
import { Positions } from '../positions.ts'
import { sourceOf, timeOf, transcriptOf } from './sources.ts'

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
  const variables = variablesOf(project)
  const timed = new Set(
    (project.preserved ?? []).flatMap(({ element: name, on }) => (name === 'typeOfVariable' ? [on.ref] : [])),
  )
  const types = new Map(
    project.attributes.map((attribute) => {
      const all = project.attributes.filter(({ ref }) => variables.get(ref) === variables.get(attribute.ref))
      const values = all.flatMap(({ ref }) => valuesOf.get(ref) ?? [])
      return [attribute.ref, typeOf(attribute, values, timed.has(variables.get(attribute.ref) ?? ''))]
    }),
  )
  yield container(
    'Variables',
    project.attributes
      .filter(({ ref }) => variables.get(ref) === ref)
      .map(({ ref, name }) =>
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
        element('VariableRef', { targetGUID: manuscript.guids.of(variables.get(attribute) ?? attribute) }),
        textElement(`${type}Value`, value),
      ])
    })
  yield container(
    'Cases',
    project.cases.map(({ ref, name, documents }) =>
      manuscript.withKept(
        element('Case', { guid: manuscript.guids.of(ref), name }, [
          manuscript.description('Case', ref),
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
    const inRecordings = Map.groupBy(
      project.documents.filter(({ ref }) => manuscript.transcripts.has(ref)),
      ({ ref }) => manuscript.transcripts.get(ref),
    )
    for (const document of project.documents) {
      if (manuscript.transcripts.has(document.ref)) continue
      const transcripts = (inRecordings.get(document.ref) ?? []).map((one) => {
        onDocument()
        return transcriptOf(manuscript, one, passages.get(one.ref) ?? [])
      })
      const own = passages.get(document.ref) ?? []
      yield xmlOfWritten(sourceOf(manuscript, document, own, [...transcripts, ...values(document.ref)]))
      onDocument()
    }
    yield '</Sources>'
  }
  yield container('Notes', [...manuscript.memos().map((memo) => noteOf(manuscript, memo)), ...(kept.get('Note') ?? [])])
  yield container('Links', [...caseLinks(manuscript), ...(kept.get('Link') ?? [])], kept.get('Links'))
  yield container('Sets', [...setsOf(manuscript), ...(kept.get('Set') ?? [])], kept.get('Sets'))
  yield container('Graphs', kept.get('Graph') ?? [], kept.get('Graphs'))
  const rest = head.children.filter(({ name }) => !/^(?:(?:Link|Set|Graph)s?|Note)$/.test(name))
  const description = manuscript.description('Project', '')
  yield [...(description ? [description] : []), ...rest, ...manuscript.noteRefs('project', '')]
    .map(xmlOfWritten)
    .join('')
  yield '</Project>\n'
  manuscript.sayLeftOver()
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

/** The variable of each attribute: one of documents and cases alike is two attributes here, see reading. */
function variablesOf({ attributes }: IncomingProject): ReadonlyMap<Ref, Ref> {
  const ofCases = new Map(attributes.map(({ ref }) => [derivedRef(ref, 'of cases'), ref]))
  return new Map(attributes.map(({ ref }) => [ref, ofCases.get(ref) ?? ref]))
}

type VariableType = 'Text' | 'Boolean' | 'Integer' | 'Float' | 'Date' | 'DateTime'
/** The narrowest type that every value of the attribute is written in. */
function typeOf({ type }: IncomingAttribute, values: IncomingProject['values'], wasDateTime: boolean): VariableType {
  const all = (shape: RegExp) => values.every(({ value }) => shape.test(value))
  if (wasDateTime && all(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/)) return 'DateTime'
  if (type === 'boolean' && all(/^(?:true|false)$/)) return 'Boolean'
  if (type === 'number' && all(/^-?\d{1,9}$/)) return 'Integer'
  if (type === 'number' && all(/^-?\d+(?:\.\d+)?$/)) return 'Float'
  if (type === 'date' && all(/^\d{4}-\d\d-\d\d$/)) return 'Date'
  return 'Text'
}

function noteOf(manuscript: Manuscript, { ref, text: whole, coder, createdAt, changedAt }: IncomingMemo): Written {
  const { name: title, description, text } = partsOfNote(manuscript, ref, whole)
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
        name: title,
        plainTextPath: isInside ? undefined : `internal://${name}`,
        creatingUser: manuscript.coder(coder),
        creationDateTime: timeOf(createdAt),
        modifiedDateTime: timeOf(changedAt),
      },
      [description, isInside ? textElement('PlainTextContent', text) : null],
    ),
    ref,
  )
}

/** A title and a description that became part of the text are taken out of it, as long as they stand there. */
function partsOfNote(
  manuscript: Manuscript,
  ref: Ref,
  whole: string,
): { readonly name: string | undefined; readonly description: Written | null; readonly text: string } {
  const [said] = manuscript.take(ref, 'Note', 'Description')
  const description = said ? normalizeText(wordsOfElement(said.content)) : ''
  const isDescribed = description !== '' && whole.endsWith(`\n\n${description}`)
  const text = isDescribed ? whole.slice(0, -description.length - 2) : whole
  const [own] = manuscript.take(ref, 'Note', 'name')
  const title = own?.content ?? ''
  const begins = title !== '' && text.startsWith(`${title}\n\n`)
  const isSaid = title !== '' && text.trimStart().startsWith(title.replace(/(?:…|\.\.\.)$/u, ''))
  // With places in it the text of a memo never had its title.
  const hasPlaces = manuscript.kept(ref, 'Note', 'PlainTextSelection').length > 0
  return {
    name: begins || isSaid || (title !== '' && hasPlaces) ? title : memoTitle(text),
    description: isDescribed ? textElement('Description', description) : null,
    text: begins && !hasPlaces ? text.slice(title.length + 2) : text,
  }
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
