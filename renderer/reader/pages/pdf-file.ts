/**
 * Files of printed pages, opened by pdf.js for the viewer and for the small pictures of their rectangles.
 *
 * The library is 500 kB and is loaded with the first printed document, its worker and fonts from our own
 * origin. The settings are those of the import (electron/archive/importing/pdf.ts): the text on the page
 * and the stored text are the same only while both sides use the same (READER, Q2).
 */
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/types/src/display/api.js'

/** Why a file cannot be shown. */
export class PdfRefused extends Error {
  readonly kind: 'locked' | 'damaged'
  constructor(kind: PdfRefused['kind'], cause: unknown) {
    super(kind, { cause })
    this.kind = kind
  }
}

/** Where fonts, maps and the worker lie: on our own origin. */
export const assets = () => new URL('pdfjs/', document.baseURI).href

async function load() {
  const pdfjs = await import('pdfjs-dist')
  // The viewer takes the library from here, so it must be there before the viewer is.
  Object.assign(globalThis, { pdfjsLib: pdfjs })
  pdfjs.GlobalWorkerOptions.workerSrc = `${assets()}pdf.worker.mjs`
  return { pdfjs, parts: await import('pdfjs-dist/web/pdf_viewer.mjs') }
}

/** Started before there was a document for it: the next one takes it. Never more than one. */
let waiting: Promise<PDFWorker> | null = null

/** Begins to load the library and starts its worker, so that both are there when a document is. */
export function expectPdf(): void {
  waiting ??= load().then(({ pdfjs }) => new pdfjs.PDFWorker({ verbosity: 0 }))
  // Who opens a document hears of it.
  waiting.catch(() => (waiting = null))
}

async function takeWorker(): Promise<PDFWorker> {
  expectPdf()
  const taken = waiting
  waiting = null
  if (!taken) throw new Error('no worker was started')
  return await taken
}

/** Throws PdfRefused; an AbortError where `signal` ends it first. Whoever opened a file destroys it. */
export async function openFile(
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<{
  readonly file: PDFDocumentProxy
  readonly parts: Awaited<ReturnType<typeof load>>['parts']
  readonly destroy: () => Promise<void>
}> {
  const { pdfjs, parts } = await load()
  signal.throwIfAborted()
  const worker = await takeWorker()
  if (signal.aborted) worker.destroy()
  signal.throwIfAborted()
  const folder = assets()
  const task = pdfjs.getDocument({
    data: bytes,
    worker,
    verbosity: 0,
    useSystemFonts: true,
    maxImageSize: 50_000_000,
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
    iccUrl: `${folder}iccs/`,
    // The viewer would ask for all pages at once, and complain of each one that a closing cuts off.
    disableAutoFetch: true,
  })
  const destroy = async () => {
    await task.destroy()
    worker.destroy() // one that was handed in is not the task's to end
  }
  const end = () => void destroy()
  signal.addEventListener('abort', end, { once: true })
  const file = await task.promise.catch(async (error: unknown) => {
    signal.throwIfAborted()
    await destroy()
    throw new PdfRefused(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged', error)
  })
  signal.removeEventListener('abort', end)
  return { file, parts, destroy }
}
