/**
 * The system's own ways out of the window: Ctrl+C, the menu's Copy, words dragged into another program. Words of
 * documents leave by them as by the key `c`, through the gate and with their citation, or not at all. Text that
 * somebody is writing, and words that are nobody's but the person's own (`data-own-words`: definitions, memos,
 * paths), the system copies as everywhere.
 */
import { isTextField, perform } from '../keys.ts'

/** Elements that copy by themselves, through the gate, or whose words are the person's own. */
const ownWays = '[data-own-words], [data-own-copy]'

/** Listens once for the whole window. `refused`: nothing was copied, because nothing here can be quoted. */
export function guardCopying(refused: () => void): () => void {
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  const guard = (event: ClipboardEvent) => {
    if (isTextField(event.target) || selectedWithin(event.target)?.closest(ownWays)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!perform('copy')) refused()
  }
  addEventListener('copy', guard, options)
  addEventListener('cut', guard, options)
  addEventListener(
    'dragstart',
    (event) => {
      const dragged = elementOf(event.target)
      if (isTextField(event.target) || dragged?.closest('[draggable="true"], [data-own-words]')) return
      event.preventDefault()
    },
    options,
  )
  return () => listening.abort()
}

/** What holds all that is selected, or has the focus where nothing is. */
function selectedWithin(target: EventTarget | null): Element | null {
  const selection = getSelection()
  const isEmpty = !selection || selection.isCollapsed || selection.rangeCount === 0
  return elementOf(isEmpty ? target : selection.getRangeAt(0).commonAncestorContainer)
}

const elementOf = (target: unknown): Element | null =>
  target instanceof Element ? target : target instanceof Text ? target.parentElement : null
