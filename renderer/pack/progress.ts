/**
 * What the reviewer has done, kept in the browser between two sittings: sealed with the passphrase's own key for it,
 * under the round's name. Where a browser keeps nothing for local files, that is said, and nothing fails.
 */
import type { ReviewItemId, RoundId } from '../../schema/ids.ts'
import { openProgress, sealProgress, type PackKeys } from '../../schema/sealed.ts'
import { Observable } from '../observable.ts'
import type { Draft } from '../review-card/draft.ts'

/** To the questions of the round, in their order; `at`: ISO, when the last was written, '' for never. */
export interface Answers {
  readonly texts: readonly string[]
  readonly at: string
}

export interface Progress {
  readonly advisor: string
  readonly startedAt: string
  /** When the reply was last saved; null for never. */
  readonly savedAt: string | null
  /** Where the reviewer was. */
  readonly item: ReviewItemId | null
  readonly answers: Answers
  readonly drafts: readonly (readonly [ReviewItemId, Draft])[]
}

export class ProgressKeeper {
  /** False where the browser keeps nothing, or has no room. */
  readonly keeps = new Observable(true)
  readonly #storage: Storage | null
  readonly #place: string
  readonly #keys: PackKeys
  #next: Progress | null = null
  #writing = false

  constructor(round: RoundId, keys: PackKeys) {
    this.#storage = storageOf()
    this.#place = `kartoteka-review:${round}:${keys.salt}`
    this.#keys = keys
    this.keeps.set(this.#storage !== null)
  }

  async read(): Promise<Progress | null> {
    const kept = this.#storage?.getItem(this.#place)
    return kept ? this.#opened(kept) : null
  }

  /** The newest state; while one is being sealed, only the last of those that follow is. */
  keep(progress: Progress): void {
    this.#next = progress
    if (!this.#writing) void this.#write()
  }

  /** True while something is not in the browser's storage yet, or will never be. */
  get isBehind(): boolean {
    return this.#writing || !this.keeps.value
  }

  /** The same pack in another tab kept something. */
  watch(changed: (progress: Progress) => void): void {
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== this.#place || newValue === null) return
      void this.#opened(newValue).then((progress) => progress && changed(progress))
    })
  }

  async #write(): Promise<void> {
    this.#writing = true
    while (this.#next) {
      const progress = this.#next
      this.#next = null
      const sealed = await sealProgress(progress, this.#keys)
      try {
        this.#storage?.setItem(this.#place, sealed)
        this.keeps.set(this.#storage !== null)
      } catch {
        this.keeps.set(false)
      }
    }
    this.#writing = false
  }

  async #opened(kept: string): Promise<Progress | null> {
    const opened = await openProgress(kept, this.#keys)
    return opened.ok ? (opened.value as Progress) : null // sealed by this page, with this passphrase
  }
}

/** Asks by writing: some browsers have a storage for local files that takes nothing. */
function storageOf(): Storage | null {
  try {
    const probe = 'kartoteka-review'
    localStorage.setItem(probe, probe)
    localStorage.removeItem(probe)
    return localStorage
  } catch {
    return null
  }
}
