/** What a file is: by its first bytes, then by its name. A name that promises something else is a fault, said plainly. */
import { ArchiveError } from '../../../schema/error.ts'
import { isPictureEnding, pictureIn, type PictureFormat } from './pictures.ts'

export type Format = 'text' | 'markdown' | 'docx' | 'pdf' | PictureFormat

const startsWith = (bytes: Uint8Array, signature: string | readonly number[]) =>
  [...(typeof signature === 'string' ? Buffer.from(signature, 'latin1') : signature)].every(
    (byte, at) => bytes[at] === byte,
  )

const programs: readonly (readonly [string, string | readonly number[]])[] = [
  ['a rich text document', '{\\rtf'],
  ['a program', 'MZ'],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a compressed archive', [0x1f, 0x8b]],
  ['a sound recording', 'ID3'],
  ['a sound recording', 'OggS'],
]

/** Throws the fault that keeps a file out; `name` is its file name. */
export function recognise(name: string, bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new ArchiveError({ kind: 'file-empty', name })
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const misnamed = (looksLike: string) => new ArchiveError({ kind: 'file-misnamed', name, looksLike })
  const picture = pictureIn(bytes)
  if (picture) {
    // Of which kind a picture is, its bytes say: a wrong ending does no harm, but another kind of name does.
    if (isDocumentEnding(ending)) throw misnamed('a picture')
    if ('notShown' in picture) throw new ArchiveError({ kind: 'picture-not-shown', name, format: picture.notShown })
    return picture.format
  }
  if (isPdf(bytes)) {
    if (ending === 'pdf') return 'pdf'
    throw misnamed('a PDF')
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // An OLE container: a protected .docx lies in one, and so does the .doc of old.
    if (ending === 'docx') throw new ArchiveError({ kind: 'file-encrypted', name })
    throw ending === 'doc' ? new ArchiveError({ kind: 'file-unknown', name }) : misnamed('an old Office document')
  }
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) {
    if (ending === 'docx') return 'docx'
    if (isDocumentEnding(ending) || isPictureEnding(ending)) throw misnamed('a zip archive or an Office document')
    throw new ArchiveError({ kind: 'file-unknown', name })
  }
  const program = programs.find(([, signature]) => startsWith(bytes, signature))
  if (ending === 'docx' || ending === 'pdf' || isPictureEnding(ending)) {
    if (isWebPage(bytes)) throw misnamed('a web page')
    throw program ? misnamed(program[0]) : new ArchiveError({ kind: 'file-damaged', name })
  }
  if (isDocumentEnding(ending)) {
    if (program) throw misnamed(program[0])
    return ending.startsWith('m') ? 'markdown' : 'text'
  }
  throw new ArchiveError({ kind: 'file-unknown', name })
}

const isDocumentEnding = (ending: string) => /^(?:txt|text|md|markdown|docx|pdf)$/.test(ending)

/** The signature may stand after some rubbish, within the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
}

function isWebPage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  return /<!doctype html|<html|<head|<body/i.test(head)
}
