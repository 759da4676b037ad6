/** A file's bytes into a draft: the one entrance, whatever the format. Runs in the import process. */
import { ArchiveError } from '../../../schema/error.ts'
import type { Draft, DraftPage } from '../../../schema/importing.ts'
import { decodeText } from '../text/decode.ts'
import { kindOf } from '../text/kind.ts'
import { languageOf } from '../text/language.ts'
import { normalizeText } from '../text/normalize.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { turnsOf } from '../text/turns.ts'
import { readDocx } from './docx.ts'
import { readPdf } from './pdf.ts'
import { readPicture } from './picture.ts'
import { isPictureFormat } from './pictures.ts'
import { recognise, type Format } from './recognise.ts'

/** What a format's reader finds, before anything is made of it. */
export interface Raw {
  readonly text: string
  readonly encoding: string
  readonly pages: readonly DraftPage[]
  /** Where paragraphs begin, and whether lines are broken at a width: as print knows it. */
  readonly layout: { readonly borders: readonly number[]; readonly wrapped: boolean } | null
  readonly notes: readonly string[]
}

const mediaTypes: Readonly<Record<Format, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  avif: 'image/avif',
}

/** Throws an `ArchiveError` naming `name`. `progress` hears after every page. */
export async function parseFile(name: string, bytes: Uint8Array, progress: () => void): Promise<Draft> {
  const format = recognise(name, bytes)
  const raw = await readerOf(format)(name, bytes, progress)
  const isPicture = isPictureFormat(format)
  if (raw.text.trim() === '' && !isPicture)
    throw new ArchiveError({ kind: format === 'pdf' ? 'file-without-text' : 'file-empty', name })
  const { text, pages, encoding, notes, layout } = raw
  const turns = turnsOf(text)
  const borders = [...turns.map(({ start }) => start), ...(layout?.borders ?? [])]
  return {
    format,
    mediaType: mediaTypes[format],
    encoding,
    text,
    paragraphs: paragraphsOf(text, borders, layout?.wrapped),
    pages,
    turns,
    language: isPicture ? 'other' : languageOf(text),
    kind: isPicture ? 'image' : kindOf({ name, turns: turns.length, pages: pages.length, characters: text.length }),
    notes,
  }
}

function readerOf(format: Format): (name: string, bytes: Uint8Array, progress: () => void) => Raw | Promise<Raw> {
  switch (format) {
    case 'text':
    case 'markdown':
      return readText
    case 'docx':
      return readDocx
    case 'pdf':
      return readPdf
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'gif':
    case 'bmp':
    case 'avif':
      return (name, bytes) => readPicture(format, name, bytes)
  }
}

function readText(name: string, bytes: Uint8Array): Raw {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'binary') throw new ArchiveError({ kind: 'file-binary', name })
  if (decoded.kind === 'unknown-encoding') throw new ArchiveError({ kind: 'file-encoding-unknown', name })
  return { text: normalizeText(decoded.text), encoding: decoded.encoding, pages: [], layout: null, notes: [] }
}
