/** What is offered while a link is written in a memo. */
import type { Codebook } from '../../schema/codebook.ts'
import { passageLink, plain } from '../../schema/memo-link.ts'
import { isText, type CodedPassage } from '../../schema/passage.ts'
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
  readonly kind: 'source' | 'paragraph' | 'passage' | 'code'
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
  passages: readonly CodedPassage[] = [],
): readonly Offer[] {
  const wanted = plain(typed.slice(typed.lastIndexOf(':') + 1)).replace(/#.*$/, '')
  const offers: Offer[] = []
  for (const { label, start, end } of paragraphs) {
    if (!plain(label).startsWith(wanted)) continue
    const words = text
      .slice(start, Math.min(end, start + 90))
      .replace(/\s+/gu, ' ')
      .trim()
    offers.push({ name: `${short}:${label}`, words, kind: 'paragraph' })
    // Of the paragraph that is named in full its passages, too.
    if (plain(label) === wanted)
      for (const passage of passages)
        if (isText(passage) && passage.start >= start && passage.start < end && offers.length < most)
          offers.push({
            name: passageLink(`${short}:${label}`, passage.id).slice(2, -2),
            words: passage.quote.slice(0, 90).replace(/\s+/gu, ' '),
            kind: 'passage',
          })
    if (offers.length >= most) break
  }
  return offers
}
