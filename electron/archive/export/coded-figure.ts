/**
 * A photograph under its rectangles as one drawing of Word: a group, in the line of the text, so that all of it moves
 * and prints together. Word turns nothing by what a camera noted, so the picture is turned in the group.
 */
import { AlignmentType, Paragraph, TextRun } from 'docx'
import { ShapeGroupRun, type IShapeGroupChildOptions } from 'docx/shapes'
import { isTurned } from '../importing/picture-held.ts'
import type { CodedPicture } from './coded-picture.ts'
import type { CodedText } from './coded-text.ts'

/** Pixels of 96 to the inch: an A4 page within margins of 20 mm, with room for a heading. */
const widest = 640
const highest = 800

const wordFormats = { jpeg: 'jpg', png: 'png', gif: 'gif', bmp: 'bmp' } as const
type WordFormat = keyof typeof wordFormats
/** True where every Word shows such a picture. */
export const isForWord = (picture: CodedPicture): picture is CodedPicture & { readonly format: WordFormat } =>
  picture.format in wordFormats

/** Turned to the right by so much, after it was mirrored; by how the camera was held. */
const turns: Readonly<Record<number, { readonly rotation: number; readonly isMirrored: boolean }>> = {
  2: { rotation: 0, isMirrored: true },
  3: { rotation: 180, isMirrored: false },
  4: { rotation: 180, isMirrored: true },
  5: { rotation: 270, isMirrored: true },
  6: { rotation: 90, isMirrored: false },
  7: { rotation: 90, isMirrored: true },
  8: { rotation: 270, isMirrored: false },
}

export function figureOf(
  picture: CodedPicture & { readonly format: WordFormat },
  regions: CodedText['regions'],
  title: string,
): Paragraph {
  const { format, bytes: data, held } = picture
  const isLying = isTurned(held)
  const [seenWidth, seenHeight] = [picture.width / 1000, picture.height / 1000]
  const longest = Math.max(seenWidth, seenHeight)
  const scale = Math.min(1, widest / (isLying ? longest : seenWidth), highest / (isLying ? longest : seenHeight))
  const [width, height] = [seenWidth * scale, seenHeight * scale]
  const { rotation, isMirrored } = turns[held] ?? { rotation: 0, isMirrored: false }
  const photograph: IShapeGroupChildOptions = {
    type: 'picture',
    image: { type: wordFormats[format], data },
    transformation: {
      width: isLying ? height : width,
      height: isLying ? width : height,
      offset: isLying ? { left: (width - height) / 2, top: (height - width) / 2 } : { left: 0, top: 0 },
      ...(rotation === 0 ? {} : { rotation }),
      ...(isMirrored ? { flip: { horizontal: true } } : {}),
    },
  }
  const boxes = regions.map((region) => boxOf(region, { width, height }, scale / 1000))
  const room = isLying ? [squareAround(width, height)] : []
  const group = new ShapeGroupRun({
    children: [...room, photograph, ...boxes.map(({ box }) => box), ...boxes.map(({ label }) => label)],
    altText: { name: title, description: title },
  })
  return new Paragraph({ children: [group], spacing: { before: 120, after: 120 } })
}

/** A group is as large as its parts: to Word as they lie before they are turned, to LibreOffice after it. A square is both. */
function squareAround(width: number, height: number): IShapeGroupChildOptions {
  const side = Math.max(width, height)
  const offset = { left: (width - side) / 2, top: (height - side) / 2 }
  return { type: 'rectangle', transformation: { width: side, height: side, offset }, fill: 'none', line: 'none' }
}

/** Pixels: a number of one digit in letters of 10 points. */
const digit = 8
const labelHeight = 17

function boxOf(
  { number, codes, ...at }: CodedText['regions'][number],
  page: { readonly width: number; readonly height: number },
  pixels: number,
): { readonly box: IShapeGroupChildOptions; readonly label: IShapeGroupChildOptions } {
  const color = (codes[0]?.colour ?? '#1d1b18').slice(1)
  const within = (value: number, room: number) => Math.min(Math.max(value, 0), Math.max(room, 0))
  const [left, top] = [within(at.x * pixels, page.width), within(at.y * pixels, page.height)]
  const labelWidth = 6 + digit * String(number).length
  return {
    box: {
      type: 'rectangle',
      transformation: {
        width: within(at.width * pixels, page.width - left),
        height: within(at.height * pixels, page.height - top),
        offset: { left, top },
      },
      fill: { color, transparency: 82 },
      line: { color, width: 1.5 },
    },
    label: {
      type: 'rectangle',
      transformation: {
        width: labelWidth,
        height: labelHeight,
        offset: { left: within(left, page.width - labelWidth), top: within(top, page.height - labelHeight) },
      },
      fill: { color: 'FFFFFF', transparency: 15 },
      line: 'none',
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: String(number), bold: true, size: 20 })],
        }),
      ],
      textOptions: { margins: { left: 0, right: 0, top: 0, bottom: 0 }, wrap: false },
    },
  }
}
