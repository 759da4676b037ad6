/** Pictures with their rectangles; sound and film as documents without playback, their transcripts as texts. */
import { smallestRegion } from '../../../../schema/passage.ts'
import type { Ref } from '../incoming.ts'
import { refOf } from './refs.ts'
import { Positions } from '../positions.ts'
import type { CountedText } from './offsets.ts'
import type { Study } from './study.ts'
import { xmlOf } from './xml-out.ts'
import { countedText, fileOf, originalOf, placeText, textIn, titleOf, unknown, wholeNumber } from './texts.ts'
import { attribute, childOf, childrenOf, textOf, type Element } from './xml.ts'

export async function readPicture(study: Study, element: Element): Promise<void> {
  const ref = study.ledger.take(element)
  const file = await originalOf(study, element)
  study.documents.push({
    ref,
    title: titleOf(study, element, file),
    ...unknown,
    kind: 'image',
    text: file?.kind === 'found' ? null : '',
    file: fileOf(file),
  })
  for (const selection of childrenOf(element, 'PictureSelection'))
    placePixels(study, ref, selection, file?.kind === 'found')
  const target = { kind: 'source', ref } as const
  study.noteRefs(element, target)
  study.describe(element, target)
}

/** Pixels of the picture upright are points of its page, a thousand units each. */
function placePixels(study: Study, document: Ref, selection: Element, isThere: boolean): void {
  if (!isThere) {
    study.ledger.refuse(selection, 'file-missing')
    return
  }
  const corners = cornersOf(selection)
  if (!corners) {
    study.ledger.refuse(selection, 'value-not-readable')
    return
  }
  const x = Math.max(0, corners.left) * 1000
  const y = Math.max(0, corners.low) * 1000
  const width = corners.right * 1000 - x
  const height = corners.high * 1000 - y
  if (width < smallestRegion || height < smallestRegion) {
    study.ledger.refuse(selection, 'place-empty')
    return
  }
  study.keepPassage(selection, document, { kind: 'region', page: 1, x, y, width, height }, '')
  if (attribute(selection, 'name').trim() !== '') study.ledger.keepAttribute(selection, 'name')
}

/** Of a rectangle in either order; null where a number is none. */
export function cornersOf(selection: Element) {
  const [x1, y1, x2, y2] = ['firstX', 'firstY', 'secondX', 'secondY'].map((name) =>
    wholeNumber(attribute(selection, name)),
  )
  if (![x1, y1, x2, y2].every((one): one is number => Number.isSafeInteger(one))) return null
  const [a = 0, b = 0, c = 0, d = 0] = [x1, y1, x2, y2]
  return { left: Math.min(a, c), right: Math.max(a, c), low: Math.min(b, d), high: Math.max(b, d) }
}

/** AudioSource and VideoSource: a document that keeps the recording, and one for each transcript. */
export async function readMedia(study: Study, element: Element): Promise<void> {
  const ref = study.ledger.take(element)
  const file = await originalOf(study, element)
  study.documents.push({
    ref,
    title: titleOf(study, element, file),
    ...unknown,
    text: '',
    file: fileOf(file),
    isMedia: true,
  })
  study.ledger.lose(element, 'changed', 'no-playback')
  const target = { kind: 'source', ref } as const
  study.noteRefs(element, target)
  study.describe(element, target)
  for (const transcript of childrenOf(element, 'Transcript'))
    await readTranscript(study, transcript, { element: element.name, ref })
}

async function readTranscript(
  study: Study,
  element: Element,
  of: { readonly element: string; readonly ref: Ref },
): Promise<void> {
  const ref = study.ledger.take(element)
  const said = await textIn(study, element)
  const points = new Map<Ref, number>()
  for (const point of childrenOf(element, 'SyncPoint')) {
    const position = wholeNumber(attribute(point, 'position'))
    if (!Number.isNaN(position)) points.set(refOf(attribute(point, 'guid')), position)
  }
  const text = countedText(study, element, said, [])
  const ours = text && { counted: text, places: new Positions(text.stored, 'code points') }
  for (const point of childrenOf(element, 'SyncPoint')) keepPoint(study, point, ours)
  const twin = said.file?.kind === 'found' ? study.documentOfFile(said.file.name) : null
  const document = twin ?? ref
  if (twin) {
    study.ledger.alias(ref, twin)
    study.ledger.lose(element, 'changed', 'said-twice')
  } else {
    study.ledger.remember('Transcript', of, ref)
    const rich = await study.files.find(attribute(element, 'richTextPath'))
    const file = rich?.kind === 'found' ? rich : said.file
    study.documents.push({
      ref,
      title: titleOf(study, element, file),
      ...unknown,
      kind: 'transcript',
      text: text?.stored ?? '',
      file: fileOf(file),
    })
  }
  if (said.file?.kind === 'found') study.textCameFrom(said.file.name, document)
  for (const selection of childrenOf(element, 'TranscriptSelection')) {
    const start = points.get(refOf(attribute(selection, 'fromSyncPoint'))) ?? Number.NaN
    const end = points.get(refOf(attribute(selection, 'toSyncPoint'))) ?? Number.NaN
    if (Number.isNaN(start) || Number.isNaN(end)) study.ledger.refuse(selection, 'dangling-reference')
    else placeText(study, document, text, selection, { start, end })
  }
  const target = { kind: 'source', ref: document } as const
  study.noteRefs(element, target)
  const description = childOf(element, 'Description')
  if (textOf(description).trim() !== '') study.describe(element, target)
  else study.ledger.model(description)
}

/** A point of time stays, its place counted in characters of the text that we keep. */
function keepPoint(
  { ledger }: Study,
  point: Element,
  text: { readonly counted: CountedText; readonly places: Positions } | null,
): void {
  const position = wholeNumber(attribute(point, 'position'))
  const xml = xmlOf(point)
  const isCounted = text !== null && position >= 0 && position <= text.counted.length
  const place = isCounted ? text.places.of(text.counted.at(position)) : position
  ledger.keepAs(point, isCounted ? xml.replace(/(\sposition=")[^"]*"/, `$1${place}"`) : xml)
  ledger.lose(point, 'kept', 'no-place-for-it')
  ledger.absorb(point)
}
