/**
 * Sentences, English or Russian: one rule for citations (`R07:12.3`), for search and for what a selection grows to.
 * Unicode's own rule takes 'Dr.' and 'А. С.' for ends, and every end of a line; here an abbreviation before a name does
 * not end a sentence, nor does a line that goes on with a small letter: printed pages keep their lines.
 */

/** UTF-16 units, [start, end); the spaces after a sentence are its own, so that they lie side by side. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

/** One after another, none of them empty; together they are the text. */
export function* sentencesIn(text: string): Generator<Sentence> {
  let start = 0
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length
    const tail = segment.slice(-20)
    if (end < text.length && (goesOn.test(tail) || doesLineGoOn(text, end - 1))) continue
    yield { start, end }
    start = end
  }
  if (start < text.length) yield { start, end: text.length }
}

/** Whether what stands at `at` ends a printed line only, in the middle of a sentence. */
export function doesLineGoOn(text: string, at: number): boolean {
  return (
    text[at] === '\n' &&
    isLineEnd.test(text.slice(Math.max(0, at - 19), at + 1)) &&
    small.test(text.slice(at + 1, at + 3))
  )
}

const notInWord = String.raw`(?<![\p{L}\p{N}])`
const beforeNames = [
  String.raw`Dr|Mr|Mrs|Ms|Prof|St|Rev|Gen|Col|Sgt|Lt|vs|e\.g|i\.e|cf|Fig|No|Vol|pp?|approx`,
  String.raw`т|т\.\s?[екн]|ул|пл|пр|просп|д|кв|корп|стр|рис|табл|ст|см|ср|напр|им|проф|акад|доц|тов|гр|обл|пос|св|н\.\s?э`,
].join('|')
/**
 * Spaces that hold no line end come after the stop. One capital letter is an initial, unless it is a word:
 * 'So did I. Then', 'Это я. Потом'. 'г.' after a number is a year, else a town.
 */
const goesOn = new RegExp(
  String.raw`(?:${notInWord}(?:${beforeNames})|${notInWord}(?![IЯ])\p{Lu}|(?<!\d\s{0,2})${notInWord}г)\.[^\S\n\u2028\u2029]*$`,
  'u',
)

/** A line, and no more than that, ends there: nothing closes a sentence, a list or a speech. */
const isLineEnd = /[^\p{Sentence_Terminal}…:;\s)\]"'”»][^\S\n]*\n$/u
const small = /^\p{Ll}/u
