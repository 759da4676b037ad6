/** Word documents, by mammoth: paragraphs, headings, lists and tables as lines; what was left out is said. */
import { ArchiveError } from '../../../schema/error.ts'
import { normalizeText } from '../text/normalize.ts'
import type { Raw } from './parse.ts'

export async function readDocx(name: string, bytes: Uint8Array): Promise<Raw> {
  const { default: mammoth } = await import('mammoth') // here, so that other files do not wait for it
  let html: string
  const notes = new Set<string>()
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const result = await mammoth.convertToHtml(
      { buffer },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        // Every paragraph is a line, whatever its style; the list of styles would be read anew for each file.
        includeDefaultStyleMap: false,
      },
    )
    html = result.value
    if (/<img /.test(html)) notes.add('Pictures in the document are not shown.')
    if (/id="(?:foot|end)note-/.test(html)) notes.add('Footnotes stand at the end.')
  } catch (error) {
    throw new ArchiveError({ kind: 'file-damaged', name }, { cause: error })
  }
  return {
    text: normalizeText(textOf(html)),
    encoding: '',
    pages: [],
    layout: { borders: [], wrapped: false },
    notes: [...notes],
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00A0' }

/** Mammoth writes few tags and escapes the rest, so blocks become lines, cells tabs, and other tags nothing. */
function textOf(html: string): string {
  return html
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<\/t[dh]>\s*(?=<t[dh])/g, '\t')
    .replace(/<\/p>(?=\s*<\/t[dh]>)/g, '')
    .replace(/<\/(?:p|h[1-6]|li|tr)>/g, '\n')
    .replace(/<a href="#(?:foot|end)note-ref[^"]*">↑<\/a>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, entity: string) => entities[entity] ?? '')
    .replace(/[ \t]+\n/g, '\n')
}
