/**
 * Rectangles of printed pages as small pictures, for lists. One is drawn after the other; the file that was
 * opened last stays open for a moment, because the next rectangle is mostly of the same document.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { SourceId } from '../../../schema/ids.ts'
import type { Region } from '../../../schema/passage.ts'
import type { ArchiveClient } from '../../archive/client.ts'
import { frameOf, turnOf } from '../regions/page-space.ts'
import { openFile } from './pdf-file.ts'

/** At most so large, in CSS pixels, and never more than twice the size of the paper. */
const most = { width: 240, height: 140, scale: 2 }
/** Pictures that are kept; the oldest goes first. */
const kept = 200
/** Milliseconds that a file stays open with nothing asked of it. */
const rests = 5000

export interface Crop {
  readonly url: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

type Opened = Awaited<ReturnType<typeof openFile>>

export class PageCrops {
  readonly #client: ArchiveClient
  readonly #crops = new Map<string, Promise<Crop | null>>()
  #open: { readonly source: SourceId; readonly file: Promise<Opened | null> } | null = null
  #last: Promise<unknown> = Promise.resolve()
  #rest: ReturnType<typeof setTimeout> | null = null

  constructor(client: ArchiveClient) {
    this.#client = client
  }

  /** Null where the page cannot be drawn. */
  crop(source: SourceId, region: Region): Promise<Crop | null> {
    const key = [source, region.page, region.x, region.y, region.width, region.height].join()
    const known = this.#crops.get(key)
    if (known) return known
    const crop = this.#last.then(() => this.#draw(source, region)).catch(() => null)
    this.#last = crop
    this.#crops.set(key, crop)
    const [oldest] = this.#crops.keys()
    if (this.#crops.size > kept && oldest !== undefined) {
      void this.#crops.get(oldest)?.then((old) => old && URL.revokeObjectURL(old.url))
      this.#crops.delete(oldest)
    }
    return crop
  }

  async #draw(source: SourceId, region: Region): Promise<Crop | null> {
    if (this.#rest) clearTimeout(this.#rest)
    const opened = await this.#fileOf(source)
    try {
      return opened && (await cropOf(opened.file, region))
    } finally {
      this.#rest = setTimeout(() => this.#close(), rests)
    }
  }

  async #fileOf(source: SourceId): Promise<Opened | null> {
    if (this.#open?.source !== source) {
      this.#close()
      this.#open = { source, file: this.#load(source) }
    }
    return await this.#open.file
  }

  async #load(source: SourceId): Promise<Opened | null> {
    const answer = await this.#client.call('source.file', { source })
    if (!answer.ok) return null
    return await openFile(answer.value.bytes as Uint8Array<ArrayBuffer>, new AbortController().signal).catch(() => null)
  }

  #close(): void {
    const open = this.#open
    this.#open = null
    void open?.file.then((opened) => opened?.destroy())
  }
}

async function cropOf(file: PDFDocumentProxy, region: Region): Promise<Crop | null> {
  const page = await file.getPage(region.page)
  const upright = page.getViewport({ scale: 1, rotation: 0 })
  const paper = { width: upright.width * 1000, height: upright.height * 1000 }
  const frame = frameOf(region, paper, turnOf(page.rotate))
  const [width, height] = [frame.width / 1000, frame.height / 1000]
  const scale = Math.min(most.width / width, most.height / height, most.scale)
  const dense = scale * Math.min(devicePixelRatio, 2)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * dense)
  canvas.height = Math.ceil(height * dense)
  const viewport = page.getViewport({
    scale: dense,
    offsetX: (-frame.x / 1000) * dense,
    offsetY: (-frame.y / 1000) * dense,
  })
  await page.render({ canvas, viewport }).promise
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  return picture && { url: URL.createObjectURL(picture), width: width * scale, height: height * scale }
}

const cropsOf = new WeakMap<ArchiveClient, PageCrops>()

/** The pictures of one archive process. */
export function pageCrops(client: ArchiveClient): PageCrops {
  let crops = cropsOf.get(client)
  if (!crops) cropsOf.set(client, (crops = new PageCrops(client)))
  return crops
}
