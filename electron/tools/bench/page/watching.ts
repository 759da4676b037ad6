/** What runs inside the measured page: each function is sent there whole, so it may use nothing around it. */

/** Half a second: nobody has read a list and aimed at a row in less. */
export async function aimed(): Promise<void> {
  await new Promise((done) => void setTimeout(done, 500))
}

/** Clicks the element; milliseconds until the margin is on the screen. */
export async function clickedToPainted(cell: Element): Promise<number> {
  const began = performance.now()
  cell.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  const frame = () => new Promise((done) => void requestAnimationFrame(done))
  while (!document.querySelector('.margin .bar')) await frame()
  await frame() // the one in which it is painted
  return performance.now() - began
}

/** The same until its words are there, for a document that may have no codings. */
export async function clickedToWords(cell: Element): Promise<number> {
  const began = performance.now()
  cell.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  const frame = () => new Promise((done) => void requestAnimationFrame(done))
  while (!document.querySelector('.cm-line')) await frame()
  await frame() // the one in which they are painted
  return performance.now() - began
}

/** Clicks the element; milliseconds until the first page of a printed document, with its words, is on the screen. */
export async function clickedToPage(cell: Element): Promise<number> {
  const began = performance.now()
  cell.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  const frame = () => new Promise((done) => void requestAnimationFrame(done))
  const isDrawn = () =>
    document.querySelector('.page[data-loaded] canvas:not([hidden])') && document.querySelector('.textLayer span')
  while (!isDrawn()) await frame()
  await frame() // the one in which it is painted
  return performance.now() - began
}

/** When the list of documents is on the screen, in milliseconds since 1970: the page's clock is that of its asker. */
export async function listPainted(): Promise<number> {
  const frame = () => new Promise((done) => void requestAnimationFrame(done))
  while (!document.querySelector('[role=grid] [role=gridcell]')) await frame()
  await frame() // the one in which it is painted
  return performance.timeOrigin + performance.now()
}

/** Goes to the address; milliseconds until passages with their words are on the screen. */
export async function addressToPassages(hash: string): Promise<number> {
  const began = performance.now()
  location.hash = hash
  const frame = () => new Promise((done) => void requestAnimationFrame(done))
  while (!document.querySelector('.passages .quotation strong')) await frame()
  await frame() // the one in which it is painted
  return performance.now() - began
}

/** Begins to wait for a key, and for one more of the margin's bars that fit `which`; answers when it does. */
export function awaitPress(which: string): void {
  const bars = () => document.querySelectorAll(`.margin .bar${which}`).length
  const before = bars()
  const painted = new Promise<number>((done, fail) => {
    const onPress = () => {
      const began = performance.now()
      const look = () => {
        const waited = performance.now() - began
        if (waited > 5000) fail(new Error('the key painted no bar'))
        else requestAnimationFrame(() => (bars() > before ? done(performance.now() - began) : look()))
      }
      look()
    }
    addEventListener('keydown', onPress, { once: true, capture: true })
  })
  Object.assign(globalThis, { painted })
}

/** Milliseconds from that key until the margin had one bar more and was painted. */
export function pressedToPainted(): Promise<number> {
  return (globalThis as unknown as { painted: Promise<number> }).painted
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

/** Scrolls the element by so many pixels a frame; the milliseconds from each frame to the next. */
export async function scrollFrames(
  box: Element,
  { frames, step }: { readonly frames: number; readonly step: number },
): Promise<readonly number[]> {
  const frame = () => new Promise<number>((done) => void requestAnimationFrame(done))
  const times: number[] = []
  let last = await frame()
  for (let n = 0; n < frames; n++) {
    box.scrollTop += step
    const now = await frame()
    times.push(now - last)
    last = now
  }
  return times
}
