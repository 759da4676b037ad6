/** Reads an OpenDocument text apart from what writes it: the zip by yauzl, the XML by saxes. */
import { SaxesParser } from 'saxes'
import { partsOf } from './xlsx.ts'

export interface ReadOdt {
  readonly text: string
  /** Paragraphs and headings outside of footnotes: the name of the style, the words. */
  readonly styled: readonly (readonly [style: string, words: string])[]
  readonly footnotes: readonly string[]
}

/** Throws where the package or its XML is not well made. */
export async function readOdt(bytes: Uint8Array): Promise<ReadOdt> {
  const first = Buffer.from(bytes.subarray(0, 77)).toString('latin1')
  // The first part, stored and without extra fields: so programs know the file before they unpack it.
  if (first.slice(30) !== 'mimetypeapplication/vnd.oasis.opendocument.text') throw new Error('no mimetype first')
  const parts = await partsOf(bytes)
  const listed = [...(parts.get('META-INF/manifest.xml') ?? '').matchAll(/full-path="([^"]+)"/g)].map(
    ([, path]) => path,
  )
  for (const path of listed) if (path !== '/' && !parts.has(path ?? '')) throw new Error(`${path} is not there`)
  for (const [name, xml] of parts) if (name.endsWith('.xml')) new SaxesParser({ xmlns: true }).write(xml).close()
  const parser = new SaxesParser({ xmlns: true })
  const styled: [string, string][] = []
  const footnotes: string[] = []
  const open: { style: string; words: string; isNote: boolean }[] = []
  let inNote = 0
  let inCitation = false
  const add = (words: string) => {
    const last = open.at(-1)
    if (last && !inCitation) last.words += words
  }
  parser.on('opentag', ({ local, attributes }) => {
    const value = (name: string) => attributes[`text:${name}`]?.value ?? ''
    if (local === 'note') inNote++
    if (local === 'note-citation') inCitation = true
    if (local === 'p' || local === 'h')
      open.push({ style: value('style-name').replaceAll('_20_', ' '), words: '', isNote: inNote > 0 })
    if (local === 's') add(' '.repeat(Number(value('c'))))
    if (local === 'tab') add('\t')
    if (local === 'line-break') add('\n')
  })
  parser.on('text', (text) => add(text))
  parser.on('closetag', ({ local }) => {
    if (local === 'note') inNote--
    if (local === 'note-citation') inCitation = false
    if (local !== 'p' && local !== 'h') return
    const done = open.pop()
    if (done?.isNote) footnotes.push(done.words)
    else if (done) styled.push([done.style, done.words])
  })
  parser.write(parts.get('content.xml') ?? '').close()
  return { styled, footnotes, text: styled.map(([, words]) => words).join('\n') }
}
