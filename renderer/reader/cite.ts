/** A quote with its citation, as it is pasted into a thesis: “…” (R07:12, page 3). */
import type { Source, SourceText } from '../../schema/source.ts'
import type { Stretch } from './sweep.ts'
import type { Target } from './use-coding-acts.ts'

export function citationOf(
  { short }: Pick<Source, 'short'>,
  { paragraphs }: Pick<SourceText, 'paragraphs'>,
  { start }: Stretch,
): string {
  const paragraph = paragraphs.find(({ end }) => end > start)
  return paragraph ? `${short}:${paragraph.label}` : short
}

/** A rectangle has no words to quote: its place alone. */
export function quoteWithCitation(source: Source, content: SourceText, stretch: Target): string {
  if ('page' in stretch)
    return content.pages.length > 1 ? `(${source.short}, page ${stretch.page})` : `(${source.short})`
  const page = content.pages.find(({ end }) => end > stretch.start)
  const locator = page && content.pages.length > 0 ? `, p. ${page.number}` : ''
  return `“${content.text.slice(stretch.start, stretch.end)}” (${citationOf(source, content, stretch)}${locator})`
}
