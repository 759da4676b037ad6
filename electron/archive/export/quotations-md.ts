/** Quotations in Markdown (CommonMark with footnotes): every character of a quote comes out as it went in. */
import { detailsOf, quoteOf, sourceOf, type Leaflet } from './leaflet.ts'
import type { QuotationLine } from './quotation-lines.ts'

export function quotationsMarkdown(leaflet: Leaflet): string {
  const { title, notes, groups, references, words } = leaflet
  const footnotes: string[] = []
  const sections = groups.map(({ key, name, lines }) =>
    [
      `## ${escaped(`${key} ${name}`.trim())} (${lines.length})`,
      ...lines.map((line) => entry(line, leaflet, footnotes)),
    ].join('\n\n'),
  )
  const list = references.map((reference) => `- ${escaped(reference)}`).join('\n')
  return `${[
    `# ${escaped(title)}`,
    escaped(notes.join(' ')),
    ...sections,
    ...(list === '' ? [] : [`## ${words.references}`, list]),
    ...footnotes,
  ].join('\n\n')}\n`
}

function entry(line: QuotationLine, leaflet: Leaflet, footnotes: string[]): string {
  const marks = line.originals.map(({ extract, words }) => {
    const number = footnotes.length + 1
    footnotes.push(`[^${number}]: ${lined(`${extract}: ${words}`, '    ')}`)
    return `[^${number}]`
  })
  const around = (text: string) => (text === '' ? [] : [`> *${lined(text, '> ').trim()}*`])
  const details = detailsOf(line, leaflet)
  return [
    ...around(line.before),
    `> ${lined(quoteOf(line, leaflet.language), '> ')} ${escaped(sourceOf(line, leaflet.columns))}${marks.join('')}`,
    ...around(line.after),
    ...(details.length > 0 ? [`> ${escaped(details.join(' · '))}`] : []),
    ...(leaflet.columns.has('memo') && line.memo !== ''
      ? [`> ${escaped(leaflet.words.heads.memo)}: ${lined(line.memo, '> ')}`]
      : []),
  ].join('\n>\n')
}

/** Several lines: a hard break between two, an empty one between paragraphs; each begins with `prefix`. */
function lined(text: string, prefix: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, at) => {
      const next = lines[at + 1]
      const words = escaped(line).replace(/^[ \t]/, (space) => `&#${space.charCodeAt(0)};`)
      return next === undefined ? words : `${words}${line === '' || next === '' ? '' : '\\'}\n${prefix}`
    })
    .join('')
}

/**
 * A backslash before what means something: anywhere, at the beginning of a line, or before another of its kind. Commas,
 * full stops and brackets are left alone, since people read these files as they are too.
 */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&~|$^#=@{}]|(?<=-)-|-(?=-)|(?<=%)%|%(?=%)|(?<=:):|:(?=[:/])/g, String.raw`\$&`)
    .replaceAll(/^([ \t]*)([-+:])(?=\s|$)/gm, String.raw`$1\$2`)
    .replaceAll(/^([ \t]*\d+)([.)])(?=\s|$)/gm, String.raw`$1\$2`)
