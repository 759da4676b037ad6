/**
 * Printed sources. Selections of their text are made in the other program's reading of the pages and ours
 * differs, so they come with their words, and uniting looks for these. Rectangles count in points from the
 * lower left corner of the media box; ours from the upper left corner of the page that is shown.
 *
 * ATLAS.ti writes a quotation several times: for every page as a rectangle and once as text, the first two
 * with the same GUID. That is one passage, and its text is the one kept.
 */
import { smallestRegion } from '../../../../schema/passage.ts'
import type { IncomingPassage, Ref } from '../incoming.ts'
import { bytesWithin, type Found } from './files.ts'
import { isAutomatic } from './offsets.ts'
import { pageBoxes, type PageBox } from './page-boxes.ts'
import { cornersOf } from './pictures-and-media.ts'
import { derivedRef, refOf } from './refs.ts'
import type { Study } from './study.ts'
import {
  codeWhole,
  countedText,
  fileOf,
  originalOf,
  placeText,
  spanOf,
  textIn,
  titleOf,
  unknown,
  wholeNumber,
} from './texts.ts'
import { xmlOf } from './xml-out.ts'
import { attribute, childOf, childrenOf, type Element } from './xml.ts'

/** Bytes of a PDF whose pages are measured for rectangles. */
const mostMeasured = 100_000_000

export async function readPdf(study: Study, element: Element): Promise<void> {
  const { ledger } = study
  const ref = ledger.take(element)
  const file = await originalOf(study, element)
  const isThere = file?.kind === 'found'
  const representation = childOf(element, 'Representation')
  const boxes = [...childrenOf(element, 'PDFSelection')]
  const texts = representation ? [...childrenOf(representation, 'PlainTextSelection')] : []
  const said = representation ? await textIn(study, representation) : { raw: null, file: null }
  const text = representation ? countedText(study, representation, said, texts) : null
  if (representation) {
    const own = ledger.take(representation)
    ledger.alias(own, ref)
    // One of ours has the name that it would get again, and our reading of the pages.
    if (own !== derivedRef(ref, 'representation')) {
      ledger.remember('Representation', { element: 'PDFSource', ref }, own)
      if (isThere) ledger.lose(representation, 'changed', 'text-from-pages')
    }
    study.noteRefs(representation, { kind: 'source', ref })
    for (const noteRef of childrenOf(representation, 'NoteRef'))
      ledger.keepAs(noteRef, xmlOf(noteRef), { element: 'Representation', ref })
  } else if (isThere) ledger.lose(element, 'changed', 'text-from-pages')
  study.documents.push({
    ref,
    title: titleOf(study, element, file),
    ...unknown,
    text: isThere ? null : (text?.stored ?? ''),
    file: fileOf(file),
  })
  const rest = new Set(boxes)
  for (const selection of texts) {
    const same = copiesOf(selection, rest)
    if (!placeText(study, ref, text, selection, spanOf(selection))) continue
    const passage = study.passageOf(refOf(attribute(selection, 'guid')))
    for (const copy of same) {
      rest.delete(copy)
      if (passage) study.addTo(passage, copy)
      ledger.model(copy)
      ledger.idle(copy, ['creatingUser', 'modifyingUser', 'modifiedDateTime'])
      ledger.lose(copy, 'changed', 'said-twice')
    }
  }
  if (rest.size > 0) await placeBoxes(study, ref, isThere ? file : null, rest)
  if (!isThere) codeWhole(study, element, ref, text?.stored.length ?? 0)
  const target = { kind: 'source', ref } as const
  study.noteRefs(element, target)
  study.describe(element, target)
}

/** The rectangle of the same GUID, and those of the pages that follow with the same name and the same codes. */
function copiesOf(selection: Element, boxes: ReadonlySet<Element>): readonly Element[] {
  const guid = refOf(attribute(selection, 'guid'))
  const first = [...boxes].find((box) => refOf(attribute(box, 'guid')) === guid)
  if (!first) return []
  const copies = [first]
  const name = attribute(first, 'name')
  const codes = codesOf(first)
  let page = wholeNumber(attribute(first, 'page'))
  for (;;) {
    const next = [...boxes].find(
      (box) =>
        !copies.includes(box) &&
        name !== '' &&
        attribute(box, 'name') === name &&
        wholeNumber(attribute(box, 'page')) === page + 1 &&
        codesOf(box) === codes,
    )
    if (!next) return copies
    copies.push(next)
    page++
  }
}

const codesOf = (selection: Element): string =>
  [...childrenOf(selection, 'Coding')]
    .map((coding) => refOf(attribute(childOf(coding, 'CodeRef') ?? coding, 'targetGUID')))
    .toSorted()
    .join(' ')

async function placeBoxes(study: Study, document: Ref, file: Found | null, boxes: ReadonlySet<Element>): Promise<void> {
  const pages = file && file.size <= mostMeasured ? await pageBoxes(await bytesWithin(file, mostMeasured)) : null
  for (const selection of boxes) {
    const place = pages ? placeOf(selection, pages) : null
    if (place === null || typeof place === 'string') {
      study.ledger.refuse(selection, place ?? (file ? 'text-not-readable' : 'file-missing'))
      continue
    }
    study.keepPassage(selection, document, place, '')
    if (!isAutomatic(attribute(selection, 'name'), '')) study.ledger.keepAttribute(selection, 'name')
  }
}

/** Thousandths from the upper left corner of the page as it is kept; in words why there is no such place. */
function placeOf(
  selection: Element,
  pages: readonly PageBox[],
): IncomingPassage['place'] | 'place-outside-text' | 'place-empty' | 'value-not-readable' {
  const corners = cornersOf(selection)
  const page = wholeNumber(attribute(selection, 'page'))
  if (!corners || Number.isNaN(page)) return 'value-not-readable'
  const box = pages[page]
  if (!box) return 'place-outside-text'
  const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)) * 1000)
  const left = within(box.mediaLeft + corners.left - box.left, box.right - box.left)
  const right = within(box.mediaLeft + corners.right - box.left, box.right - box.left)
  const above = within(box.top - (box.mediaBottom + corners.high), box.top - box.bottom)
  const below = within(box.top - (box.mediaBottom + corners.low), box.top - box.bottom)
  const size = { width: right - left, height: below - above }
  if (size.width < smallestRegion || size.height < smallestRegion) {
    const wasLarge = corners.right - corners.left >= 2 && corners.high - corners.low >= 2
    return wasLarge ? 'place-outside-text' : 'place-empty'
  }
  return { kind: 'region', page: page + 1, x: left, y: above, ...size }
}
