/**
 * Text sources: their text in our form, their selections as passages. The original file is the styled one
 * where there is one, as the plain text is what we keep as text anyway.
 */
import { ArchiveError } from '../../../../schema/error.ts'
import { limitOf } from '../../importing/limits.ts'
import { decodeText } from '../../text/decode.ts'
import type { IncomingFile, Ref } from '../incoming.ts'
import { bytesOf, bytesWithin, mediaTypeOf, type Found, type NotFound } from './files.ts'
import { countedAs, isAutomatic, type CountedText } from './offsets.ts'
import type { Study } from './study.ts'
import { attribute, childOf, childrenOf, textOf, type Element } from './xml.ts'

/** What an element of the standard's TextSourceType says, as it was decoded; null where it is not to be had. */
export interface Said {
  readonly raw: string | null
  /** The file that it came from; null where the text stands in the XML, or nowhere. */
  readonly file: Found | NotFound | null
}

/** The plain text of a TextSource, Transcript, Representation or Note. Reports what cannot be read. */
export async function textIn(study: Study, element: Element): Promise<Said> {
  const content = childOf(element, 'PlainTextContent')
  const file = await study.files.find(attribute(element, 'plainTextPath'))
  if (content && (!file || file.kind !== 'found')) {
    study.ledger.model(content)
    return { raw: textOf(content), file: null }
  }
  if (!file) return { raw: null, file }
  if (file.kind !== 'found') {
    study.ledger.lose(element, 'changed', file.kind === 'outside' ? 'file-outside' : 'file-missing')
    return { raw: null, file }
  }
  if (content) {
    // Both are there, which the standard forbids. The file is what offsets count in.
    study.ledger.absorb(content)
    study.ledger.lose(element, 'changed', 'said-twice')
  }
  const raw = await decoded(file)
  if (raw === null) study.ledger.lose(element, 'changed', 'text-not-readable')
  return { raw, file }
}

async function decoded(file: Found): Promise<string | null> {
  try {
    const result = decodeText(await bytesWithin(file, limitOf('text.txt')))
    return result.kind === 'text' ? result.text : null
  } catch (error) {
    if (error instanceof ArchiveError && error.fault.kind === 'file-too-large') return null
    throw error
  }
}

export async function readTextSource(study: Study, element: Element): Promise<void> {
  const ref = study.ledger.take(element)
  const said = await textIn(study, element)
  const rich = await study.files.find(attribute(element, 'richTextPath'))
  const selections = [...childrenOf(element, 'PlainTextSelection')]
  const text = countedText(study, element, said, selections)
  const file = rich?.kind === 'found' || said.raw === null ? (rich ?? said.file) : said.file
  study.documents.push({
    ref,
    title: titleOf(study, element, file),
    ...unknown,
    text: text?.stored ?? (file?.kind === 'found' ? null : ''),
    file: fileOf(file),
  })
  if (said.file?.kind === 'found') study.textCameFrom(said.file.name, ref)
  placeAll(study, ref, text, selections)
  codeWhole(study, element, ref, text?.stored.length ?? 0)
  const target = { kind: 'source', ref } as const
  study.noteRefs(element, target)
  study.describe(element, target)
}

/** What no other program knows of a document. */
export const unknown = {
  short: '',
  kind: null,
  language: null,
  quotationLevel: null,
  collectedOn: '',
  place: '',
  citation: '',
} as const

/** The text counted as its selections show; null where there is none. Another way than the usual one is reported. */
export function countedText(
  study: Study,
  element: Element,
  { raw }: Said,
  selections: readonly Element[],
): CountedText | null {
  if (raw === null) return null
  const spans = selections.map((selection) => ({ ...spanOf(selection), name: attribute(selection, 'name') }))
  const { text, isUsual } = countedAs(study.counting, raw, spans)
  if (!isUsual) study.ledger.lose(element, 'changed', 'counted-otherwise')
  return text
}

export const spanOf = (selection: Element) => ({
  start: wholeNumber(attribute(selection, 'startPosition')),
  end: wholeNumber(attribute(selection, 'endPosition')),
})

/** NaN where it is none. */
export const wholeNumber = (written: string): number =>
  /^\s*[+-]?\d{1,15}\s*$/.test(written) ? Number(written) : Number.NaN

/** Selections of one text as passages; those without a place stay as they are, and are reported. */
export function placeAll(study: Study, document: Ref, text: CountedText | null, selections: readonly Element[]): void {
  for (const selection of selections) placeText(study, document, text, selection, spanOf(selection))
}

/** Answers whether it has a place. */
export function placeText(
  study: Study,
  document: Ref,
  text: CountedText | null,
  selection: Element,
  span: { readonly start: number; readonly end: number },
): boolean {
  const { ledger } = study
  if (!text) {
    ledger.refuse(selection, 'text-not-readable')
    return false
  }
  const placed = text.place(span)
  if (placed.kind !== 'placed') {
    ledger.refuse(selection, placed.kind === 'empty' ? 'place-empty' : 'place-outside-text')
    return false
  }
  const { start, end, cutCharacter, cutEnd } = placed
  const quote = text.stored.slice(start, end)
  study.keepPassage(selection, document, { kind: 'text', start, end }, quote)
  if (cutCharacter) ledger.lose(selection, 'changed', 'place-inside-character')
  if (cutEnd) ledger.lose(selection, 'changed', 'place-outside-text')
  if (!isAutomatic(attribute(selection, 'name'), quote)) ledger.keepAttribute(selection, 'name')
  return true
}

/** A code on the document itself becomes one on all of its words. */
export function codeWhole(study: Study, element: Element, document: Ref, length: number): void {
  const codings = [...childrenOf(element, 'Coding')]
  if (codings.length === 0 || length === 0) return
  study.keepWhole(element, document, { kind: 'text', start: 0, end: length })
  for (const coding of codings) if (coding.fate === 'modelled') study.ledger.lose(coding, 'changed', 'whole-document')
}

export function titleOf(study: Study, element: Element, file: Found | NotFound | null): string {
  const name = attribute(element, 'name').trim()
  if (name !== '') return name
  study.ledger.lose(element, 'changed', 'no-name')
  return file?.name.replace(/\.[^.]+$/, '') || attribute(element, 'guid').trim().slice(0, 8)
}

/** The file that a source is, by its path. One that is not to be had is reported. */
export async function originalOf(study: Study, element: Element): Promise<Found | NotFound | null> {
  const file = await study.files.find(attribute(element, 'path'))
  if (file?.kind !== 'found')
    study.ledger.lose(element, 'changed', file?.kind === 'outside' ? 'file-outside' : 'file-missing')
  return file
}

/** A file as uniting takes it: its bytes are read when they are wanted. */
export function fileOf(file: Found | NotFound | null): IncomingFile {
  if (!file) return { kind: 'none' }
  const { name } = file
  if (file.kind !== 'found')
    return { kind: 'missing', name, why: file.kind === 'outside' ? 'file-outside' : 'file-missing' }
  return {
    kind: 'here',
    name,
    mediaType: mediaTypeOf(name),
    sha256: file.sha256,
    size: file.size,
    read: () => bytesOf(file),
    pieces: file.pieces,
  }
}
