/**
 * A code that was given a moment ago and that the archive has not kept yet: a key is seen to be heard in the next
 * frame. It is drawn pale, without a name, until it is kept, then the real one stands in its place; where the archive
 * refuses, it goes. How it is drawn is each reader's own; what it is and when it goes is here.
 */
import type { CodeId, CoderId, CodingId, PassageId } from '../../schema/ids.ts'
import { isText, type CodedPassage, type Region } from '../../schema/passage.ts'
import { afterPaint } from '../after-paint.ts'
import { isSameFrame } from './regions/page-space.ts'
import { isSameStretch, type Stretch } from './sweep.ts'
import type { Target } from './use-coding-acts.ts'

interface OnItsWay {
  readonly coding: CodingId
  readonly code: CodeId
  readonly coder: CoderId | ''
}
export type AheadOnWords = Stretch & OnItsWay
export type AheadOnPage = Readonly<Region> & OnItsWay
export type Ahead = AheadOnWords | AheadOnPage

/** The same code on the same place has the same id: twice is one, while it is on its way too. */
export function aheadOn(target: Stretch, code: CodeId, coder: CoderId | ''): AheadOnWords
export function aheadOn(target: Target, code: CodeId, coder: CoderId | ''): Ahead
export function aheadOn(target: Target, code: CodeId, coder: CoderId | ''): Ahead {
  if (!('page' in target)) {
    const { start, end } = target
    return { coding: idOf(code, start, end), code, coder, start, end }
  }
  const { page, x, y, width, height } = target
  return { coding: idOf(code, page, x, y, width, height), code, coder, page, x, y, width, height }
}

const mark = 'ahead '
const idOf = (code: CodeId, ...place: readonly number[]) => `${mark}${code} ${place.join(' ')}` as CodingId

/** Whether a coding, or a passage that is drawn for one, is on its way. Such a passage cannot be picked. */
export const isAhead = ({ id }: { readonly id: CodingId | PassageId }): boolean => id.startsWith(mark)

/** Those that are kept, or are drawn for what is. */
export const keptOf = <Each extends { readonly id: CodingId | PassageId }>(all: readonly Each[]): readonly Each[] =>
  all.filter((each) => !isAhead(each))

/** Whether this coder has coded this very place so; another's coding of it is another. */
export const isOf = (ahead: Ahead, passage: CodedPassage): boolean =>
  isOn(ahead, passage) && passage.codings.some(({ code, coder }) => code === ahead.code && coder === ahead.coder)

function isOn(ahead: Ahead, passage: CodedPassage): boolean {
  if (isText(passage)) return !('page' in ahead) && isSameStretch(ahead, passage)
  return 'page' in ahead && ahead.page === passage.page && isSameFrame(ahead, passage)
}

/** Milliseconds in which the passages come after the answer, also where they are many. */
const passagesCome = 3000

/** When it goes at the latest: refused, at once; kept, it has gone before, in the drawing that shows it so. */
export function onceAnswered(answered: Promise<unknown>, drop: () => void): void {
  const refused = () => void afterPaint(drop)
  answered.then((kept) => (kept ? void setTimeout(drop, passagesCome) : refused()), refused)
}

/** The passages as they will stand once everything is kept, to be drawn. */
export function withAhead(passages: readonly CodedPassage[], all: readonly Ahead[]): readonly CodedPassage[] {
  let drawn = passages
  for (const ahead of all) {
    if (drawn.some((passage) => isOf(ahead, passage))) continue
    const there = drawn.find((passage) => isOn(ahead, passage) && passage.state !== 'parked')
    const passage = there ?? passageFor(ahead)
    const coded = { ...passage, codings: [...passage.codings, codingFor(ahead, passage.id)] }
    drawn = there ? drawn.map((each) => (each === there ? coded : each)) : [...drawn, coded]
  }
  return drawn
}

function passageFor(ahead: Ahead): CodedPassage {
  const kept = {
    id: String(ahead.coding) as PassageId,
    source: '' as CodedPassage['source'],
    state: 'placed',
    starred: false,
    sensitivity: 0,
    codings: [],
    memos: 0,
  } as const
  if (!('page' in ahead)) return { kind: 'text', ...kept, start: ahead.start, end: ahead.end, quote: '', was: '' }
  const { page, x, y, width, height } = ahead
  return { kind: 'region', ...kept, page, x, y, width, height }
}

function codingFor({ coding, code, coder }: Ahead, passage: PassageId): CodedPassage['codings'][number] {
  return {
    id: coding,
    passage,
    code,
    coder: coder as CoderId,
    createdAt: '',
    weight: 1,
    stance: null,
    holdsResponsible: null,
  }
}
