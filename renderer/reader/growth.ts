/** Growing a selection step by step, and the way back: shrinking undoes growing, and nothing else. */
import { isSameStretch, type Stretch } from './sweep.ts'

export class Growth {
  readonly #steps: { readonly before: Stretch; readonly after: Stretch }[] = []

  /** What was selected has been grown to `after`. */
  grew(before: Stretch, after: Stretch): void {
    // A selection made anew begins anew.
    if (!isSameStretch(this.#steps.at(-1)?.after, before)) this.#steps.length = 0
    this.#steps.push({ before, after })
  }

  /** What was selected before it grew; null where what is selected now is not what it grew to. */
  shrink(now: Stretch): Stretch | null {
    if (!isSameStretch(this.#steps.at(-1)?.after, now)) return null
    return this.#steps.pop()?.before ?? null
  }
}
