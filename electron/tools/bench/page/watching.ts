/** What runs inside the measured page: each function is sent there whole, so it may use nothing around it. */

/** Clicks the element; milliseconds until the margin is on the screen. */
export async function clickedToPainted(cell: Element): Promise<number> {
  const began = performance.now()
  cell.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  const frame = () => new Promise((done) => void requestAnimationFrame(done))
  while (!document.querySelector('.margin .bar')) await frame()
  await frame() // the one in which it is painted
  return performance.now() - began
}

/** Milliseconds from the next key press until the margin has one bar more and is painted. */
export function pressedToPainted(): Promise<number> {
  return new Promise((done) => {
    const bars = () => document.querySelectorAll('.margin .bar').length
    const before = bars()
    const onPress = () => {
      const began = performance.now()
      const look = () => {
        requestAnimationFrame(() => (bars() > before ? done(performance.now() - began) : look()))
      }
      look()
    }
    addEventListener('keydown', onPress, { once: true, capture: true })
  })
}

/** Begins to write down every task of the interface thread over 50 ms. */
export function watchTasks(): void {
  const tasks: number[] = []
  Object.assign(globalThis, { tasks })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
}

/** Milliseconds of the longest since then; 0: none over 50. */
export function longestOfTasks(): number {
  return Math.max(0, ...(globalThis as unknown as { tasks: readonly number[] }).tasks)
}
