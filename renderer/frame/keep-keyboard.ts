/**
 * The keyboard comes along. A view that goes takes with it what had the focus, and the keys would fall to the
 * page: they come to what the next view is for, the document that is open or its first list.
 */
import { useEffect } from 'react'
import { afterPaint } from '../after-paint.ts'
import { keysOf } from '../reader/reader-access.ts'
import { address } from '../workspace.ts'

/** Watches where one goes, within the element with this id; nothing is taken from whoever has the keyboard already. */
export function useKeepKeyboard(id: string): void {
  useEffect(() => {
    const main = document.getElementById(id)
    if (!main) return
    let stop = () => {}
    const come = () => {
      stop()
      // Next to what has just been asked for the keyboard can wait; palettes give it back in the meantime.
      stop = afterPaint(() => {
        if (hasKeyboard(main)) return
        // Tab goes on from here where there is nothing to read.
        main.focus({ preventScroll: true })
        if (lend(main)) return
        const drawn = new MutationObserver(() => {
          if (hasKeyboard(main) || lend(main)) drawn.disconnect()
        })
        drawn.observe(main, { childList: true, subtree: true })
        stop = () => drawn.disconnect()
      })
    }
    const press = () => stop()
    // What had the keyboard may go without anybody going anywhere: a column whose code was taken back.
    const type = () => {
      if (document.activeElement === document.body) lend(main)
    }
    addEventListener('pointerdown', press, true)
    addEventListener('keydown', type)
    const unwatch = address.watch(come)
    come()
    return () => {
      removeEventListener('pointerdown', press, true)
      removeEventListener('keydown', type)
      unwatch()
      stop()
    }
  }, [id])
}

/** To what a pane is for, before the buttons above it. */
export function giveKeyboard(pane: HTMLElement): void {
  const within = (what: string) => pane.querySelector<HTMLElement>(what)
  const target = keysOf(pane) ?? within('[role=grid], [role=treegrid]') ?? within('input, button')
  ;(target ?? pane).focus()
}

function hasKeyboard(main: HTMLElement): boolean {
  const { activeElement } = document
  return activeElement !== null && activeElement !== document.body && activeElement !== main
}

/** False while what the view is for is not drawn yet. */
function lend(main: HTMLElement): boolean {
  const { view, source } = address.value
  const half = main.querySelector('.reader-half[aria-current]') ?? main.querySelector('.reader-half')
  // Where there is nothing yet, the act that brings something.
  const list = main.querySelector<HTMLElement>('[role=grid], [role=treegrid], .empty button')
  const target = view === 'documents' && source !== null ? keysOf(half) : list
  target?.focus({ preventScroll: true })
  return target !== null
}
