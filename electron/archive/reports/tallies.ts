/**
 * Many counters side by side: codings, documents, distinct speakers, distinct characters (METHODS 4.6).
 *
 * They count as they go: what is entered comes in order of document and start, so each counter need
 * remember only the document in hand. Characters are the union of the stretches; nothing counts twice.
 */
import type { Counts, Measure } from '../../../schema/report.ts'
import type { Study } from './study.ts'

export class Tallies {
  readonly #codings: Int32Array
  readonly #sources: Int32Array
  readonly #speakers: Int32Array
  readonly #characters: Float64Array
  /** The document in hand, from 1; 0 before the first. */
  readonly #source: Int32Array
  /** The end of what is under a stretch of it so far. */
  readonly #covered: Int32Array
  /** Who spoke last in it, from 1; 0 nobody. */
  readonly #heard: Int32Array
  /** Everybody who has spoken in it, once there are two. */
  readonly #chorus = new Map<number, number[]>()
  readonly #study: Study

  constructor(study: Study, size: number) {
    this.#study = study
    this.#codings = new Int32Array(size)
    this.#sources = new Int32Array(size)
    this.#speakers = new Int32Array(size)
    this.#characters = new Float64Array(size)
    this.#source = new Int32Array(size)
    this.#covered = new Int32Array(size)
    this.#heard = new Int32Array(size)
  }

  /** Enters a coding of `passage` in counter `at`. */
  add(at: number, passage: number): void {
    const { passages, voices } = this.#study
    const source = (passages.source[passage] ?? 0) + 1
    this.#codings[at]! += 1
    if (this.#source[at] !== source) {
      this.#source[at] = source
      this.#sources[at]! += 1
      this.#covered[at] = 0
      this.#heard[at] = 0
      if (this.#chorus.size > 0) this.#chorus.delete(at)
    }
    const last = voices.from[passage + 1] ?? 0
    for (let n = voices.from[passage] ?? 0; n < last; n++) this.#hear(at, (voices.who[n] ?? 0) + 1)
    const start = passages.start[passage] ?? -1
    if (start < 0) return // a region has no characters
    const end = passages.end[passage] ?? 0
    const covered = this.#covered[at] ?? 0
    if (end <= covered) return
    this.#characters[at]! += end - Math.max(covered, start)
    this.#covered[at] = end
  }

  #hear(at: number, speaker: number): void {
    const heard = this.#heard[at]
    if (heard === speaker) return
    this.#heard[at] = speaker
    if (heard === 0) {
      this.#speakers[at]! += 1
      return
    }
    const chorus = this.#chorus.get(at)
    if (chorus?.includes(speaker)) return
    if (chorus) chorus.push(speaker)
    else this.#chorus.set(at, [heard ?? 0, speaker])
    this.#speakers[at]! += 1
  }

  value(measure: Measure, at: number): number {
    return this.#of(measure)[at] ?? 0
  }

  counts(at: number): Counts {
    return {
      codings: this.#codings[at] ?? 0,
      sources: this.#sources[at] ?? 0,
      speakers: this.#speakers[at] ?? 0,
      characters: this.#characters[at] ?? 0,
    }
  }

  #of(measure: Measure): Int32Array | Float64Array {
    switch (measure) {
      case 'codings':
        return this.#codings
      case 'sources':
        return this.#sources
      case 'speakers':
        return this.#speakers
      case 'characters':
        return this.#characters
    }
  }
}
