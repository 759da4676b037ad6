/**
 * The bytes of a printed document, asked for while its text is still on the way: both are needed before a
 * page can be shown, and neither waits for the other. Given away once, since pdf.js takes them for its own.
 */
import type { SourceId } from '../../../schema/ids.ts'
import type { ArchiveClient } from '../../archive/client.ts'
import { expectPdf } from './pdf-file.ts'

const ask = (client: ArchiveClient, source: SourceId) => client.call('source.file', { source })
type File = ReturnType<typeof ask>

const expected = new Map<SourceId, File>()

/** Begins to load all that showing this document needs; the answer lets go of what nobody took. */
export function expectFile(client: ArchiveClient, source: SourceId): () => void {
  expectPdf()
  const file = ask(client, source)
  file.catch(() => {}) // who takes it hears of it
  expected.set(source, file)
  return () => {
    if (expected.get(source) === file) expected.delete(source)
  }
}

export function takeFile(client: ArchiveClient, source: SourceId): File {
  const file = expected.get(source) ?? ask(client, source)
  expected.delete(source)
  return file
}
