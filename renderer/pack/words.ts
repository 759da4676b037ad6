/** The pack's words in the language chosen: these alone, not the whole interface's. */
import { useObservable } from '../observable.ts'
import { tongue } from '../settings.ts'
import { reviewPack as en } from '../words/en-review-pack.ts'
import { reviewPack as ru } from '../words/ru-review-pack.ts'
import type { Widened } from '../words/shape.ts'

export type PackWords = Widened<typeof en>

export function usePackWords(): PackWords {
  return useObservable(tongue) === 'ru' ? ru : en
}
