/**
 * PDF text with its places, by pdf.js. The text must be the very text that the viewer's text layer
 * has, so the settings here are the viewer's (READER, Q2): system fonts on, normalisation off,
 * items joined with LF where a line ends, pages joined with form feed.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { ArchiveError } from '../../../schema/error.ts'
import type { DraftPage } from '../../../schema/importing.ts'
import { oneForOne } from '../text/normalize.ts'
import type { Raw } from './parse.ts'

/** Fonts and character maps: beside the build, or in the installed package where the sources run. */
function assets(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = join(here, '../renderer/pdfjs')
  return existsSync(built) ? built : join(here, '../../../node_modules/pdfjs-dist')
}

async function load() {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ])
  Object.assign(globalThis, { pdfjsWorker: worker }) // the library then runs its worker in this process, which is one already
  return pdfjs
}

export async function readPdf(name: string, bytes: Uint8Array, progress: () => void): Promise<Raw> {
  const { getDocument } = await load()
  const folder = assets()
  const task = getDocument({
    data: new Uint8Array(bytes), // a copy: the library takes the buffer away
    verbosity: 0,
    useSystemFonts: true,
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: 50_000_000,
    cMapUrl: `${join(folder, 'cmaps')}/`,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    wasmUrl: `${join(folder, 'wasm')}/`,
    iccUrl: `${join(folder, 'iccs')}/`,
  })
  try {
    const document = await task.promise
    const found: { text: string; pages: DraftPage[]; borders: number[]; unreadable: number[] } = {
      text: '',
      pages: [],
      borders: [],
      unreadable: [],
    }
    for (let number = 1; number <= document.numPages; number++) {
      if (number > 1) found.text += '\f'
      const start = found.text.length
      try {
        const page = await document.getPage(number)
        const { items } = await page.getTextContent({ disableNormalization: true })
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = page.view
        const { text, boxes, borders } = layOut(
          items.filter((item): item is TextItem => 'str' in item),
          start,
        )
        found.text += text
        found.borders.push(...borders)
        found.pages.push({
          number,
          start,
          end: found.text.length,
          width: thousandths(x2 - x1),
          height: thousandths(y2 - y1),
          rotation: page.rotate,
          boxes,
        })
        page.cleanup()
      } catch {
        found.unreadable.push(number)
        found.pages.push({ number, start, end: start, width: 0, height: 0, rotation: 0, boxes: [] })
      }
      progress()
    }
    const notes = found.unreadable.length > 0 ? [`Pages that could not be read: ${found.unreadable.join(', ')}.`] : []
    return {
      text: found.text,
      encoding: '',
      pages: found.pages,
      layout: { borders: found.borders, wrapped: true },
      notes,
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ArchiveError({ kind: 'file-encrypted', name }, { cause: error })
    throw new ArchiveError({ kind: 'file-damaged', name }, { cause: error })
  } finally {
    await task.destroy()
  }
}

const thousandths = (points: number) => Math.round(points * 1000)

/** A page's text, the boxes of its items, and the lines that begin a paragraph: after a gap, or in another size. */
function layOut(
  items: readonly TextItem[],
  at: number,
): { text: string; boxes: readonly number[]; borders: readonly number[] } {
  const boxes: number[] = []
  const lines: { start: number; y: number; size: number }[] = []
  let text = ''
  let atLineStart = true
  for (const item of items) {
    const str = oneForOne(item.str)
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[]
    if (str !== '') {
      const start = at + text.length
      if (atLineStart && str.trim() !== '') {
        lines.push({ start, y, size: Math.hypot(a, b) })
        atLineStart = false
      }
      boxes.push(
        start,
        start + str.length,
        thousandths(x),
        thousandths(y),
        thousandths(item.width),
        thousandths(item.height),
      )
    }
    text += str
    if (item.hasEOL) {
      text += '\n'
      atLineStart = true
    }
  }
  return { text, boxes, borders: bordersAmong(lines) }
}

function bordersAmong(lines: readonly { start: number; y: number; size: number }[]): readonly number[] {
  const steps = lines
    .slice(1)
    .map((line, n) => (lines[n]?.y ?? 0) - line.y)
    .filter((step) => step > 0)
    .toSorted((p, q) => p - q)
  const usual = steps[Math.floor(steps.length / 2)] ?? 0
  return lines.flatMap((line, n) => {
    const above = lines[n - 1]
    if (!above) return []
    const step = above.y - line.y
    const isBorder = step > usual * 1.35 || step < -usual * 2 || Math.abs(line.size - above.size) > 0.12 * above.size
    return isBorder ? [line.start] : []
  })
}
