/** Reads what lies in an Excel file, apart from the library that wrote it: the zip by yauzl, the parts as they are. */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** Every part by its name, as text. */
export const partsOf = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await filesOf(bytes))].map(([name, part]) => [name, part.toString()]))

/** Every part by its name. */
export async function filesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file)))
  })
  const parts = new Map<string, Buffer>()
  for await (const [name, stream] of streamsOf(zip)) parts.set(name, await buffer(stream))
  return parts
}

async function* streamsOf(zip: ZipFile): AsyncGenerator<readonly [string, Readable]> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.removeAllListeners()
      zip.once('error', reject)
      zip.once('end', () => resolve(null))
      zip.once('entry', resolve)
      zip.readEntry()
    })
    if (!entry) return
    const stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
    })
    yield [entry.fileName, stream]
  }
}

/** The cells of a sheet by their names ('B2'): text, or a number where the cell is one. */
export function cellsIn(parts: ReadonlyMap<string, string>, sheet = 1): ReadonlyMap<string, string | number> {
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    [...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t = '']) => plain(t)).join(''),
  )
  const xml = parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? ''
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
      ([, at = '', attributes = '', body = '']) => {
        const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? ''
        return [at, attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value)]
      },
    ),
  )
}

const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
