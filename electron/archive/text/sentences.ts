/** Sentences, for the last part of a citation: `R07:12.3` is the third of the paragraph. */
import { sentencesIn } from '../../../schema/sentences.ts'

/** No sentence ends without one of these, in Unicode's rule and in ours. */
const mayEndSentence = /[\p{Sentence_Terminal}\n\r\u0085\u2028\u2029]/u

/** The number, from 1, of the sentence that holds `at`; both in UTF-16 units of `paragraph`. */
export function sentenceAt(paragraph: string, at: number): number {
  if (!mayEndSentence.test(paragraph.slice(0, at))) return 1
  let number = 0
  for (const { start, end } of sentencesIn(paragraph)) {
    if (paragraph.slice(start, end).trim() !== '') number++
    if (at < end) break
  }
  return Math.max(1, number)
}

/** The sentences of a paragraph without the spaces between them, as a reader grows a selection to them. */
export function sentencesOf(paragraph: string): readonly { readonly start: number; readonly end: number }[] {
  return [...sentencesIn(paragraph)].flatMap((sentence) => {
    const segment = paragraph.slice(sentence.start, sentence.end)
    const words = segment.trim()
    const start = sentence.start + segment.indexOf(words)
    return words === '' ? [] : [{ start, end: start + words.length }]
  })
}
