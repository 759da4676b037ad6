/** What is offered while a link is written in a memo. */
import type { Codebook } from '../../schema/codebook.ts'
import { plain } from '../../schema/memo-link.ts'
import type { Paragraph, Source } from '../../schema/source.ts'

/** A link being written: from the brackets to the caret. */
export interface Beginning {
  readonly start: number
  readonly typed: string
}

export function beginningOf(text: string, caret: number): Beginning | null {
  const found = /\[\[([^[\]\n]{0,80})$/.exec(text.slice(Math.max(0, caret - 82), caret))
  return found ? { start: caret - found[0].length, typed: found[1] ?? '' } : null
}

/** The text with the link in place of its beginning, and where the caret goes. */
export function withLink(text: string, { start, typed }: Beginning, name: string): { text: string; caret: number } {
  const end = start + 2 + typed.length
  const rest = text.slice(end).replace(/^\]\]/, '')
  const link = `[[${name}]]`
  return { text: text.slice(0, start) + link + rest, caret: start + link.length }
}

export interface Offer {
  /** What comes between the brackets. */
  readonly name: string
  readonly words: string
  readonly kind: 'source' | 'paragraph' | 'code'
}

const most = 6

/** The document whose paragraphs are asked for: 'R07:' has been typed. */
export function sourceOfBeginning(typed: string, sources: readonly Source[]): Source | undefined {
  const colon = typed.lastIndexOf(':')
  return colon < 1 ? undefined : sources.find(({ short }) => plain(short) === plain(typed.slice(0, colon)))
}

export function offersOf(typed: string, sources: readonly Source[], codes: Codebook): readonly Offer[] {
  const wanted = plain(typed)
  const fits = (name: string, words: string) => plain(name).startsWith(wanted) || plain(words).includes(wanted)
  const ofSources = sources.filter(({ short, title }) => fits(short, title)).slice(0, most)
  const ofCodes = codes.filter(({ shortcut, name }) => fits(shortcut || name, name)).slice(0, most)
  const room = ofCodes.length === 0 ? most : Math.max(most - ofCodes.length, most / 2)
  return [
    ...ofSources.slice(0, room).map(({ short, title }): Offer => ({ name: short, words: title, kind: 'source' })),
    ...ofCodes.map(({ shortcut, name }): Offer => ({ name: shortcut || name, words: name, kind: 'code' })),
  ].slice(0, most)
}

export function paragraphOffers(
  typed: string,
  { short }: Source,
  text: string,
  paragraphs: readonly Paragraph[],
): readonly Offer[] {
  const wanted = plain(typed.slice(typed.lastIndexOf(':') + 1))
  const offers: Offer[] = []
  for (const { label, start, end } of paragraphs) {
    if (!plain(label).startsWith(wanted)) continue
    const words = text
      .slice(start, Math.min(end, start + 90))
      .replace(/\s+/gu, ' ')
      .trim()
    offers.push({ name: `${short}:${label}`, words, kind: 'paragraph' })
    if (offers.length === most) break
  }
  return offers
}
