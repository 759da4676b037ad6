/** A photograph with its codings, as a page and for Word, read by other hands than those that wrote it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { describe, expect, it } from 'vitest'
import type { LeavingTerms } from '../../electron/archive/export/departure.ts'
import type { SourceId } from '../../schema/ids.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { elementsOf, textOf } from '../support/markup.ts'
import { named } from '../support/named-study.ts'
import { exifOf, jpegHeld, png, webp } from '../support/pictures.ts'
import { filesOf } from '../support/xlsx.ts'

const place = Buffer.from('8825', 'hex') // of EXIF: where the camera stood

/** Of a picture of 64 by 48 pixels, if no other is given. */
async function drawn(level: 'N' | 'P', terms?: LeavingTerms, name = 'I01.png', file = png(64, 48)) {
  const intake = anIntake()
  const { archive, ada } = intake
  const [source] = (await bringIn(intake, [offer(name, file)])) as [SourceId]
  archive.run('source.update', ada, { source, quotationLevel: level })
  const code = archive.run('code.create', ada, { parent: null, name: 'Doors', shortcut: '0', colour: '#117733' }).id
  const region = { page: 1, x: 8_000, y: 6_000, width: 8_000, height: 10_000 }
  const { id } = archive.run('coding.createRegion', ada, { source, code, ...region })
  const take = async (format: 'html' | 'docx') => {
    const asked = { source, format, language: 'en', coders: true } as const
    return (await archive.workbook('export.document', ada, asked, {}, terms)).content
  }
  const page = async () => elementsOf((await take('html')) as string)
  const word = async () => {
    const files = await filesOf((await take('docx')) as Uint8Array)
    const xml = files.get('word/document.xml')?.toString() ?? ''
    const picture = [...files].find(([part]) => part.startsWith('word/media/'))?.[1]
    return { elements: elementsOf(xml), text: textOf(xml), picture }
  }
  return { archive, ada, id, take, page, word }
}

/** What its page has as a picture. */
async function pictureOn(page: () => Promise<ReturnType<typeof elementsOf>>) {
  const img = (await page()).find(({ name }) => name === 'img')
  const [, base64] = /^data:image\/\w+;base64,(.+)$/.exec(img?.attributes['src'] ?? '') ?? []
  return base64 ? Buffer.from(base64, 'base64') : null
}

describe('a coded photograph', () => {
  it('stands on its page under its rectangles, numbered as in the list, where it may be named', async () => {
    const elements = await (await drawn('N')).page()
    expect(elements.find(({ name }) => name === 'img')?.attributes['src']).toMatch(/^data:image\/png;base64,/)
    expect(elements.find(({ name }) => name === 'rect')?.attributes).toMatchObject({ x: '8', width: '8' })
    expect(elements.find(({ name }) => name === 'svg')?.attributes['viewbox']).toBe('0 0 64 48')
    expect(elements.filter(({ name }) => name === 'h2').map(({ text }) => text)).toContain('Rectangles of the picture')
  })

  it('stands in its Word document under the same rectangles with the same numbers', async () => {
    const { elements, picture } = await (await drawn('N')).word()
    expect(imageSize(picture ?? Buffer.alloc(0))).toMatchObject({ width: 64, height: 48, type: 'png' })
    expect(placesIn(elements)).toEqual([
      { left: 0, top: 0, width: 64, height: 48, rot: undefined },
      { left: 8, top: 6, width: 8, height: 10, rot: undefined },
      { left: 8, top: 6, width: 14, height: 17, rot: undefined }, // the number, in the corner of its rectangle
    ])
    expect(elements.find(({ name }) => name === 'wps:txbx')?.text).toBe('1')
  })

  it('is upright for Word, which does not read how its camera was held', async () => {
    const { word } = await drawn('N', undefined, 'I01.jpg', jpegHeld(6))
    const { elements, picture } = await word()
    const [room, photograph] = placesIn(elements)
    expect(room).toMatchObject({ left: -4, top: 0, width: 24, height: 24 })
    expect(photograph).toEqual({ left: -4, top: 4, width: 24, height: 16, rot: '5400000' })
    expect(picture?.includes('Exif')).toBe(false)
  })

  it('is no larger than a page of Word', async () => {
    const photograph = readFileSync(join(import.meta.dirname, '../../fixtures/photographs/I01 notice on a wall.jpg'))
    const { word } = await drawn('N', undefined, 'I01.jpg', new Uint8Array(photograph))
    const extent = (await word()).elements.find(({ name }) => name === 'wp:extent')?.attributes
    const inches = [extent?.['cx'], extent?.['cy']].map((length) => Number(length) / 914_400)
    expect(Math.max(...inches)).toBeCloseTo(640 / 96)
  })

  it('leaves without what its camera noted, but upright', async () => {
    for (const [name, file] of [
      ['I01.jpg', jpegHeld(8)],
      ['I01.png', png(24, 16, exifOf(8))],
    ] as const) {
      expect(Buffer.from(file).includes(place)).toBe(true)
      const { page, word } = await drawn('N', undefined, name, file)
      const onPage = await pictureOn(page)
      expect(onPage?.includes(place)).toBe(false)
      expect(onPage?.includes(Buffer.from('01120003000000010008', 'hex'))).toBe(true)
      expect((await word()).picture?.includes(place)).toBe(false)
    }
  })

  it('leaves without them as a WebP too, which no longer says that it has them', async () => {
    const chunk = (kind: string, body: Uint8Array) => {
      const head = Buffer.alloc(8)
      head.write(kind, 0, 'latin1')
      head.writeUInt32LE(body.length, 4)
      return Buffer.concat([head, body])
    }
    const says = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 23, 0, 0, 15, 0, 0]))
    const pixels = Buffer.from(webp.subarray(12))
    const withNotes = chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), says(0x08), pixels, chunk('EXIF', exifOf(6))]))
    const { page } = await drawn('N', undefined, 'I01.webp', new Uint8Array(withNotes))
    expect(await pictureOn(page)).toEqual(chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), says(0), pixels])))
  })

  it('stays where it may not be named, holds something dangerous, or names are to be taken out', async () => {
    const { archive, ada, id, ...dangerous } = await drawn('N')
    archive.run('passage.update', ada, { passage: id, sensitivity: 4 })
    for (const [why, { page, word }] of [
      ['its document may not be named', await drawn('P')],
      ['names are covered', await drawn('N', named)],
      ['something on it is marked as dangerous', dangerous],
    ] as const) {
      const { text, picture } = await word()
      expect(picture).toBeUndefined()
      expect(text).toContain(`The picture is not here: ${why}`)
      expect(await pictureOn(page)).toBeNull()
      expect((await page())[0]?.text).toContain(`The picture is not here: ${why}`)
    }
  })

  it('stays out of Word where not every Word would show it', async () => {
    const { page, word } = await drawn('N', undefined, 'I01.webp', webp)
    const { text, picture } = await word()
    expect(picture).toBeUndefined()
    expect(text).toContain('not every Word shows pictures of this kind')
    expect(await pictureOn(page)).not.toBeNull()
  })
})

/** Pixels from the corner of the drawing, in the order in which they are painted. */
function placesIn(elements: ReturnType<typeof elementsOf>) {
  const pixels = (emus: string | undefined) => Math.round(Number(emus) / 9_525)
  const begins = elements.flatMap(({ name }, at) => (name === 'a:xfrm' ? [at] : []))
  return begins.slice(1).map((at) => {
    const [{ attributes: turned } = { attributes: {} }, off, ext] = elements.slice(at, at + 3)
    const { x, y } = off?.attributes ?? {}
    const { cx, cy } = ext?.attributes ?? {}
    const [left, top, width, height] = [pixels(x), pixels(y), pixels(cx), pixels(cy)]
    return { left, top, width, height, rot: (turned as Record<string, string>)['rot'] }
  })
}
