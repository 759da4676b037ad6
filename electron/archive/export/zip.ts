/** Files in a zip, as documents of offices are kept. */
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  /** Not compressed: what a reader looks for before it unpacks anything. */
  readonly isStored?: boolean
}

/** One moment for all: the same parts are the same bytes. */
const moment = new Date(Date.UTC(1980, 0, 1))

export async function zipOf(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new yazl.ZipFile()
  for (const { name, content, isStored = false } of parts)
    zip.addBuffer(Buffer.from(content), name, {
      mtime: moment,
      mode: 0o100_644,
      compress: !isStored,
      forceDosTimestamp: true,
    })
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}
