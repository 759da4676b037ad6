/** Projects of other programs, made for tests: the XML as text, the zip by yazl. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { ZipFile } from 'yazl'
import { readRefi } from '../../electron/archive/interchange/read-refi.ts'
import type { IncomingProject } from '../../electron/archive/interchange/incoming.ts'

/** A GUID that ends in `n`. */
export const guid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

export type Entries = Readonly<Record<string, string | Uint8Array>>

export async function zipOf(entries: Entries, compress = true): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name, { compress })
  zip.end()
  return await buffer(zip.outputStream)
}

/** The file in a folder of its own, which goes with the test. */
export function fileOf(name: string, bytes: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-refi-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

export const projectXml = (inside: string, origin = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Study" origin="${origin}">${inside}</Project>`

export const oneCode = `<CodeBook><Codes><Code guid="${guid(1)}" name="Shelter" isCodable="true"/></Codes></CodeBook>`
export const codedBy = (n: number): string => `<Coding guid="${guid(n)}"><CodeRef targetGUID="${guid(1)}"/></Coding>`

export async function readProject(entries: Entries, compress = true): Promise<IncomingProject> {
  return await readRefi(fileOf('study.qdpx', await zipOf(entries, compress)))
}

/** The words of the passages, in their order. */
export const wordsIn = ({ documents, passages }: IncomingProject): readonly string[] =>
  passages.map(({ document, place }) =>
    place.kind === 'text'
      ? (documents.find(({ ref }) => ref === document)?.text?.slice(place.start, place.end) ?? '')
      : place.kind,
  )
