/**
 * Where a printed line ends and its sentence does not: one rule for the page that is read as text and for the words
 * that leave. A page breaks its lines at its width and divides words there; a chapter has a width of its own.
 *
 * Nothing is changed here but what is seen: the stored text keeps every line end, and every offset counts in it.
 */
import { doesLineGoOn } from './sentences.ts'

/** What the end of a printed line is in flowing words. A hyphen before it is the word's own, or only the line's. */
export type LineJoin = 'blank' | 'own-hyphen' | 'line-hyphen'

export interface JoinedLine {
  /** Of the line end, in UTF-16 units. */
  readonly at: number
  readonly join: LineJoin
}

/** `starts`: where paragraphs begin, in order; pages are joined by form feeds. Line ends that are not told stay. */
export function* joinedLines(text: string, starts: readonly number[]): Generator<JoinedLine> {
  let known: ReadonlySet<string> | null = null
  const isKnown = (word: string) => (known ??= wordsIn(text)).has(word.toLocaleLowerCase())
  for (const { from, to } of stretchesBetween(starts, text.length)) {
    const width = widest(text, from, to)
    for (let at = nextEnd(text, from); at >= 0 && at < to; at = nextEnd(text, at + 1)) {
      if (at + 1 === to ? !goesOnAcross(text, at) : !goesOn(text, at, { from, width })) continue
      yield { at, join: joinAt(text, at, isKnown) }
    }
  }
}

/** Marks of one unit each; `asFlowing` reads them. Both blank and nothing end a line still for whoever looks for names. */
const marks = { blank: '\u2028', nothing: '\u2029', lineHyphen: '\uFDD0' } as const

/**
 * The text with a mark in place of every line end that is none in flowing words, unit for unit: it can be cut by the
 * offsets of the stored text, and names of speakers are found at the beginnings of its lines as in that.
 */
export function markedLines(text: string, starts: readonly number[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { at, join } of joinedLines(text, starts)) {
    const isDropped = join === 'line-hyphen'
    pieces.push(text.slice(from, isDropped ? at - 1 : at))
    pieces.push(join === 'blank' ? marks.blank : (isDropped ? marks.lineHyphen : '') + marks.nothing)
    from = at + 1
  }
  return (pieces.join('') + text.slice(from)).replaceAll('\f', '\n')
}

/** Marked words as they are read. `isWhole`: they end here, so that half a divided word keeps its hyphen. */
export const asFlowing = (marked: string, isWhole = true): string =>
  (isWhole ? marked.replace(/\uFDD0$/, '-') : marked).replaceAll(/[\uFDD0\u2029]/g, '').replaceAll(/ *\u2028 */g, ' ')

/** Words as they stand, or as they are read where any line of them is marked. */
export const readAs = (words: string, marked: string, isWhole = true): string =>
  marked === words ? words : asFlowing(marked, isWhole)

function* stretchesBetween(starts: readonly number[], end: number): Generator<{ from: number; to: number }> {
  let from = 0
  for (const start of starts) {
    if (start <= from) continue
    yield { from, to: start }
    from = start
  }
  if (from < end) yield { from, to: end }
}

function nextEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\n' || text[at] === '\f') return at
  return -1
}

function widest(text: string, from: number, to: number): number {
  let most = 0
  for (let start = from; start < to;) {
    const end = nextEnd(text, start)
    const stop = end < 0 || end > to ? to : end
    most = Math.max(most, stop - start)
    start = stop + 1
  }
  return most
}

/** Where no line of a paragraph has so many units, it is no column of running words but a table or an address. */
const narrowest = 36

/** A sentence goes on there, or the line was so full that the next word had no room in it: letters are not all of a width. */
function goesOn(text: string, at: number, { from, width }: { readonly from: number; readonly width: number }): boolean {
  if (text[at] !== '\n') return false
  const next = text.slice(at + 1, at + 80)
  if (isListed.test(next)) return false
  if (doesLineGoOn(text, at)) return true
  const first = /^\S+/u.exec(next)?.[0] ?? ''
  const length = at - Math.max(from, text.lastIndexOf('\n', at - 1) + 1)
  return first !== '' && width >= narrowest && length + 1 + first.length > width * 0.9
}

/** The same where the next line is on another page: only a sentence that goes on says so. */
function goesOnAcross(text: string, at: number): boolean {
  if (text[at] !== '\f' || isListed.test(text.slice(at + 1, at + 9))) return false
  const from = Math.max(0, at - 20)
  return doesLineGoOn(`${text.slice(from, at)}\n${text.slice(at + 1, at + 3)}`, at - from)
}

/** '• a bed', '2. a lawyer', 'а) приют': an entry begins a line. */
const isListed = /^\s*(?:[•▪◦‣●■–—*-]\s|(?:\d{1,2}|\p{L})[.)]\s)/u

function joinAt(text: string, at: number, isKnown: (word: string) => boolean): LineJoin {
  const sign = text[at - 1] ?? ''
  if (!/[-\u00ad\u2010\u2011]/u.test(sign) || !/[\p{L}\p{N}]/u.test(text[at - 2] ?? '')) return 'blank'
  const before = /[\p{L}\p{N}’'\-\u2010\u2011]+$/u.exec(text.slice(Math.max(0, at - 60), at - 1))?.[0] ?? ''
  const rest = text.slice(at + 1, at + 60)
  const after = /^[\p{L}\p{N}’']+/u.exec(rest)?.[0] ?? ''
  if (after === '') return 'blank'
  if (sign === '\u00ad') return 'line-hyphen'
  if (/^(?:and|or|и|или)\s/u.test(rest)) return 'blank' // 'short- and long-term'
  if (sign === '\u2011' || isCompound(before, after, isKnown)) return 'own-hyphen'
  return 'line-hyphen'
}

/** Whether the hyphen is the word's own: as the document itself writes it elsewhere, else as the language does. */
function isCompound(before: string, after: string, isKnown: (word: string) => boolean): boolean {
  if (isKnown(`${before}-${after}`)) return true
  if (isKnown(before + after)) return false
  const last = /[^\-\u2010\u2011]*$/u.exec(before)?.[0] ?? ''
  return (
    /\p{N}$|^\p{Lu}{2,}$/u.test(last) !== /^[\p{Lu}\p{N}]/u.test(after) || // '10-year', 'IOM-funded', 'post-Soviet'
    (last !== before && ownMiddle.test(last)) ||
    ownFirst.test(before) ||
    ownLast.test(after) ||
    ownPair.test(`${before}-${after}`) ||
    (Math.min(last.length, after.length) >= 4 && isKnown(last) && isKnown(after) && !closedFirst.test(last))
  )
}

const ownMiddle = /^(?:of|the|to|in|by|and|on|at|up|a|на|по|в)$/iu
const ownFirst = /^(?:self|non|well|half|two|three|four|кое|кой|юго|северо|во)$/iu
const ownLast =
  /^(?:based|related|funded|called|oriented|sponsored|friendly|centred|centered|term|то|либо|нибудь|таки)$/iu
const ownPair =
  /^(?:из-(?:за|под)|по-\p{L}+(?:ски|цки|ому|ему)|в-(?:третьих|четвёртых|четвертых|пятых)|anti-traff\p{L}+)$/iu
/** Such words are written together whether or not the document says so. */
const closedFirst = /^(?:under|over|with|some|every|fore|inter|counter|through|пере|полу|само)$/iu

/** Words as they stand within lines, with the hyphens of their own. */
function wordsIn(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [word] of text.matchAll(
    /(?<![\p{L}\p{N}-]|[-\u2010\u00ad][\n\f])[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)*(?![-\u2010\u00ad][\n\f]|[\p{L}\p{N}])/gu,
  )) {
    const whole = word.toLocaleLowerCase().replaceAll(/[\u2010\u2011]/g, '-')
    words.add(whole)
    for (const part of whole.split('-')) words.add(part)
  }
  return words
}
