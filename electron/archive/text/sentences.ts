/** Sentences, for the last part of a citation: `R07:12.3` is the third of the paragraph. */

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language)
  if (!segmenter)
    segmenters.set(
      language,
      (segmenter = new Intl.Segmenter(language === 'ru' ? 'ru' : 'en', { granularity: 'sentence' })),
    )
  return segmenter
}

/** The number, from 1, of the sentence that holds `at`; both in UTF-16 units of `paragraph`. */
export function sentenceAt(paragraph: string, at: number, language: string): number {
  let number = 0
  for (const { segment, index } of segmenterFor(language).segment(paragraph)) {
    if (segment.trim() !== '') number++
    if (at < index + segment.length) break
  }
  return Math.max(1, number)
}

const anyLanguage = new Intl.Segmenter('und', { granularity: 'sentence' })

/** The sentences of a paragraph without the spaces between them, as a reader grows a selection to them. */
export function sentencesOf(paragraph: string): readonly { readonly start: number; readonly end: number }[] {
  return [...anyLanguage.segment(paragraph)].flatMap(({ segment, index }) => {
    const words = segment.trim()
    const start = index + segment.indexOf(words)
    return words === '' ? [] : [{ start, end: start + words.length }]
  })
}
