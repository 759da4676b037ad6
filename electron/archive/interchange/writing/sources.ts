/** Documents with their passages, as the sources of the standard. */
import { createHash } from 'node:crypto'
import type { Region } from '../../../../schema/passage.ts'
import { pieceLength } from '../../services/source-files.ts'
import { originalsFolder } from '../extras.ts'
import { derivedRef } from '../reading/refs.ts'
import type { IncomingCoding, IncomingDocument, IncomingPassage, IncomingStructure, Ref } from '../incoming.ts'
import { elementOf } from './descriptions.ts'
import { element, type Written } from './elements.ts'
import type { Manuscript, PackedFile } from './manuscript.ts'
import { Positions } from '../positions.ts'
import { onPage, onPicture, type Corners } from './corners.ts'
import { pointsAndSelections } from './transcripts.ts'

/** ISO times without fractions, as every program writes them. */
export const timeOf = (iso: string): string | undefined => (iso === '' ? undefined : iso.replace(/\.\d+Z$/, 'Z'))

/** A passage is called by its first words: other programs show that, and it tells how offsets were counted. */
const longestName = 80
function nameOf(words: string): string | undefined {
  const line = words
    .slice(0, longestName * 2)
    .replace(/\s+/gu, ' ')
    .trim()
  if (line === '') return undefined
  const cut = line.slice(0, longestName).toWellFormed()
  return cut.length < line.length || words.length > longestName * 2 ? `${cut.trimEnd()}…` : cut
}

export function sourceOf(
  manuscript: Manuscript,
  document: IncomingDocument,
  passages: readonly IncomingPassage[],
  values: readonly Written[],
): Written {
  const { ref, file, text } = document
  const bytes = bytesOfText(manuscript, document, text ?? '')
  const mediaType = file.kind === 'here' ? file.mediaType : ''
  const regions = passages.filter(({ place }) => place.kind === 'region')
  const pages = regions.length === 0 ? [] : (document.structure?.pages ?? [])
  const own = new Set(
    wholeCodings(manuscript, { ref, length: (text ?? '').length }, passages).map((passage) => passage.ref),
  )
  const words = passages.filter(
    ({ ref: passage, place, state }) => place.kind === 'text' && state !== 'parked' && !own.has(passage),
  )
  for (const passage of passages)
    if (passage.state === 'parked') manuscript.lose('PlainTextSelection', passage.ref, '', 'place-outside-text', 'kept')
  const description = manuscript.description(elementOf(document), ref)
  const about = [
    ...(description ? [description] : []),
    ...passages
      .filter((passage) => own.has(passage.ref))
      .flatMap(({ codings }) => liveOf(codings).map((coding) => codingOf(manuscript, coding))),
    ...manuscript.noteRefs('source', ref),
    ...values,
  ]
  const attributes = { guid: manuscript.guids.of(ref), name: document.title }
  if (mediaType === 'application/pdf')
    return manuscript.withKept(
      element('PDFSource', { ...attributes, path: original(manuscript, document) }, [
        ...regions.map((passage) => regionSelection(manuscript, 'PDFSelection', passage, pages)),
        text === null || (text === '' && words.length === 0)
          ? null
          : representation(manuscript, document, words, { text, bytes }),
        ...about,
      ]),
      ref,
    )
  if (mediaType.startsWith('image/'))
    return manuscript.withKept(
      element('PictureSource', { ...attributes, path: original(manuscript, document) }, [
        ...regions.map((passage) => regionSelection(manuscript, 'PictureSelection', passage, pages)),
        ...about,
      ]),
      ref,
    )
  for (const { ref: region } of regions) manuscript.lose('PDFSelection', region, '', 'file-missing')
  if (document.isMedia || /^(?:audio|video)\//.test(mediaType))
    return manuscript.withKept(
      element(
        mediaType.startsWith('audio/') ? 'AudioSource' : 'VideoSource',
        { ...attributes, path: original(manuscript, document) },
        about,
      ),
      ref,
    )
  return manuscript.withKept(
    element(
      'TextSource',
      {
        ...attributes,
        richTextPath: isRichText(mediaType) ? original(manuscript, document) : undefined,
        plainTextPath: plainText(manuscript, attributes.guid, text ?? '', bytes),
      },
      [...words.map((passage) => textSelection(manuscript, passage, text ?? '')), ...about],
    ),
    ref,
  )
}

function representation(
  manuscript: Manuscript,
  document: IncomingDocument,
  words: readonly IncomingPassage[],
  { text, bytes }: { readonly text: string; readonly bytes: PackedFile['read'] },
): Written {
  const { ref } = document
  const guid = manuscript.representations.get(ref) ?? manuscript.guids.derived(ref, 'representation')
  return manuscript.withKept(
    element(
      'Representation',
      { guid, plainTextPath: plainText(manuscript, guid, text, bytes) },
      words.map((passage) => textSelection(manuscript, passage, text)),
    ),
    ref,
  )
}

/** A document that is the words of a recording. */
export function transcriptOf(
  manuscript: Manuscript,
  document: IncomingDocument,
  passages: readonly IncomingPassage[],
): Written {
  const { ref, file, title, text } = document
  const guid = manuscript.guids.of(ref)
  const bytes = bytesOfText(manuscript, document, text ?? '')
  const isRich = file.kind === 'here' && isRichText(file.mediaType)
  for (const passage of passages)
    if (passage.state === 'parked')
      manuscript.lose('TranscriptSelection', passage.ref, '', 'place-outside-text', 'kept')
  const placed = passages.filter(({ state }) => state !== 'parked')
  const selectionOf = (passage: IncomingPassage, ends: Readonly<Record<string, string>>) => {
    const { start, end } = passage.place.kind === 'text' ? passage.place : { start: 0, end: 0 }
    const attributes = { name: nameOf((text ?? '').slice(start, end)), ...ends }
    return selection(manuscript, 'TranscriptSelection', passage, attributes)
  }
  const counted = positionsIn(manuscript, text ?? '')
  return manuscript.withKept(
    element(
      'Transcript',
      {
        guid,
        name: title,
        richTextPath: isRich ? original(manuscript, document) : undefined,
        plainTextPath: plainText(manuscript, guid, text ?? '', bytes),
      },
      [
        manuscript.description('Transcript', ref),
        ...pointsAndSelections(manuscript, document, placed, { counted, selectionOf }),
        ...manuscript.noteRefs('source', ref),
      ],
    ),
    ref,
  )
}

const isRichText = (mediaType: string) => /wordprocessingml|msword|rtf|opendocument/.test(mediaType)

/**
 * Passages that are codes on a document as a whole, see reading: they have become all of its words, and are codes on the
 * document again, as long as nobody wrote a memo about them.
 */
function wholeCodings(
  manuscript: Manuscript,
  { ref, length }: { readonly ref: Ref; readonly length: number },
  passages: readonly IncomingPassage[],
): readonly IncomingPassage[] {
  // Most documents have none that reaches from end to end.
  const reaching = passages.filter(({ place }) => place.kind === 'text' && place.start === 0 && place.end === length)
  if (reaching.length === 0) return []
  const whole = derivedRef(ref, 'all of it')
  return reaching.filter((passage) => {
    if (passage.ref !== whole || liveOf(passage.codings).length === 0) return false
    const onCodings = passage.codings.flatMap((coding) =>
      manuscript.kept(coding.ref, 'Coding', 'NoteRef').map(({ content }) => content),
    )
    const isSaid = ({ attributes }: Written) =>
      onCodings.some((xml) => xml.toLowerCase().includes(String(attributes['targetGUID']).toLowerCase()))
    return manuscript.noteRefs('passage', whole).every(isSaid)
  })
}

const liveOf = (codings: IncomingPassage['codings']) => codings.filter(({ state }) => state === undefined)

/** Always a file: form feeds of printed pages cannot stand in XML, and one rule is easier to trust than two. */
function plainText(manuscript: Manuscript, guid: string, text: string, read: PackedFile['read']): string {
  const name = `${bare(guid)}.txt`
  const length = positionsIn(manuscript, text).of(text.length)
  manuscript.files.push({ name: `sources/${name}`, read, isCompressed: true, length })
  return `internal://${name}`
}

/**
 * The bytes of the plain text, read again when they are wanted: texts of a thousand documents are not held. The
 * original goes beside it where it is not the text as we keep it: other line ends, another encoding.
 */
function bytesOfText({ guids, originals }: Manuscript, document: IncomingDocument, text: string): PackedFile['read'] {
  const { ref, file } = document
  const asText = () => document.text ?? text
  if (file.kind !== 'here' || !file.mediaType.startsWith('text/')) return asText
  if ((document.textSha256 ?? createHash('sha256').update(text).digest('hex')) === file.sha256) return file.read
  originals.set(ref, `${originalsFolder}${bare(guids.of(ref))}${/\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? ''}`)
  return asText
}

/** Bytes: what is longer is not held to be compressed. */
const mostCompressed = 64_000_000

/** The file as it was collected, under a GUID of its own. */
function original(manuscript: Manuscript, { ref, file, title }: IncomingDocument): string | undefined {
  if (file.kind !== 'here') {
    if (file.kind === 'missing') manuscript.lose('Source', ref, title, 'file-missing', 'changed')
    return undefined
  }
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0].toLowerCase() ?? ''
  const name = `${bare(manuscript.guids.derived(ref, 'original'))}${ending}`
  const { size = 0, pieces, read } = file
  const isSmallAlready = /^(?:image\/(?:jpeg|png|webp)|audio|video|application\/(?:pdf|.*wordprocessingml))/.test(
    file.mediaType,
  )
  const isCompressed = !isSmallAlready && size <= mostCompressed
  manuscript.files.push({
    name: `sources/${name}`,
    read,
    ...(pieces && !isCompressed && size > pieceLength
      ? { long: { count: Math.ceil(size / pieceLength), pieces } }
      : {}),
    length: null,
    isCompressed,
  })
  return `internal://${name}`
}

const bare = (guid: string) => guid.replaceAll(/[{}]/g, '')

const positions = new WeakMap<Manuscript, { readonly text: string; readonly positions: Positions }>()
function positionsIn(manuscript: Manuscript, text: string): Positions {
  const kept = positions.get(manuscript)
  if (kept?.text === text) return kept.positions
  const made = new Positions(text, manuscript.wishes.units)
  positions.set(manuscript, { text, positions: made })
  return made
}

function textSelection(manuscript: Manuscript, passage: IncomingPassage, text: string): Written {
  const { place } = passage
  const counted = positionsIn(manuscript, text)
  const [start, end] = place.kind === 'text' ? [place.start, place.end] : [0, 0]
  return selection(manuscript, 'PlainTextSelection', passage, {
    name: nameOf(text.slice(start, end)),
    startPosition: counted.of(start),
    endPosition: counted.of(end),
  })
}

function selection(
  manuscript: Manuscript,
  name: string,
  passage: IncomingPassage,
  attributes: Written['attributes'],
): Written {
  const { ref, createdAt } = passage
  const [first] = liveOf(passage.codings)
  return manuscript.withKept(
    element(
      name,
      {
        guid: manuscript.guids.of(ref),
        ...attributes,
        creatingUser: first && manuscript.coder(first.coder),
        creationDateTime: timeOf(createdAt),
      },
      [manuscript.description(name, ref), ...hanging(manuscript, passage)],
    ),
    ref,
  )
}

function regionSelection(
  manuscript: Manuscript,
  name: 'PDFSelection' | 'PictureSelection',
  passage: IncomingPassage,
  pages: IncomingStructure['pages'],
): Written {
  const place = passage.place as { readonly kind: 'region' } & Readonly<Region>
  const page = pages.find(({ number }) => number === place.page)
  const corners: Corners =
    name === 'PDFSelection' ? onPage(place, page?.height ?? place.y + place.height) : onPicture(place)
  return selection(manuscript, name, passage, {
    ...(name === 'PDFSelection' ? { page: place.page - 1 } : {}),
    ...corners,
  })
}

/** Codings and memos of a passage; those that were set aside other programs would take for codings. */
function hanging(manuscript: Manuscript, { ref, codings }: IncomingPassage): readonly Written[] {
  return [...liveOf(codings).map((coding) => codingOf(manuscript, coding)), ...manuscript.noteRefs('passage', ref)]
}

function codingOf(manuscript: Manuscript, { ref, code, coder, createdAt }: IncomingCoding): Written {
  return manuscript.withKept(
    element(
      'Coding',
      { guid: manuscript.guids.of(ref), creatingUser: manuscript.coder(coder), creationDateTime: timeOf(createdAt) },
      [element('CodeRef', { targetGUID: manuscript.guids.of(code) })],
    ),
    ref,
  )
}

export type ByDocument<T> = ReadonlyMap<Ref, readonly T[]>
