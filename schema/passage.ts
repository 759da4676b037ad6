import { z } from 'zod'
import type { Coding } from './coding.ts'
import type { PassageId, SourceId } from './ids.ts'

/** placed: the quote stands there. changed: an edit altered its words. parked: an edit cut them out. */
export type PassageState = 'placed' | 'changed' | 'parked'

const thousandths = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31)
/**
 * A rectangle of a printed page, in thousandths of a point from the upper left corner of the page as
 * the file keeps it, before the page's own rotation. So it is the same at every zoom and turn.
 */
export const region = z.object({
  /** The page's number, counted from 1. */
  page: z.number().int().min(1),
  x: thousandths,
  y: thousandths,
  width: thousandths,
  height: thousandths,
})
export type Region = z.infer<typeof region>
/** Thousandths of a point: less than this a hand does not draw, and an eye does not find again. */
export const smallestRegion = 2000

/** What harm its words could do, METHODS 2.1: not said, public knowledge, professional, personal, dangerous. */
export const sensitivities = [0, 1, 2, 3, 4] as const
export const sensitivity = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Sensitivity = z.infer<typeof sensitivity>

interface Kept {
  readonly id: PassageId
  readonly source: SourceId
  readonly state: PassageState
  readonly starred: boolean
  /** 4 never leaves the archive: the gate of exports keeps it back. */
  readonly sensitivity: Sensitivity
}

/** A stretch of one source that somebody wanted to keep. REFI-QDA: PlainTextSelection. */
export interface TextPassage extends Kept {
  readonly kind: 'text'
  /** UTF-16 units into the source's text; `end` is the first unit left out, so `start < end`. */
  readonly start: number
  readonly end: number
  /** The words themselves, kept so that a passage found elsewhere is noticed. */
  readonly quote: string
  /** The words that somebody chose or last confirmed, where an edit has made others of them; '' otherwise. */
  readonly was: string
}

/** A rectangle of one page: a stamp, a picture, a table. It has no words. REFI-QDA: PDFSelection. */
export interface RegionPassage extends Kept, Readonly<Region> {
  readonly kind: 'region'
}

export type Passage = TextPassage | RegionPassage

/** What hangs on a passage. */
interface Coded {
  readonly codings: readonly Coding[]
  readonly memos: number
}
export interface CodedWords extends TextPassage, Coded {}
export interface CodedRegion extends RegionPassage, Coded {}
export type CodedPassage = CodedWords | CodedRegion

export const isText = (passage: CodedPassage): passage is CodedWords => passage.kind === 'text'
