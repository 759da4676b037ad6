/** What runs inside the page of a review pack: each function is sent there whole, so it may use nothing around it. */

/** Begins to wait for what is asked; answers when it does. */
export function awaitAsked(): void {
  const painted = new Promise<number>((done) => {
    const look = () => {
      const isThere = document.querySelector('#advisor')
      requestAnimationFrame(() => {
        if (!isThere) return look()
        const [derived] = performance.getEntriesByName('key-derived')
        done(performance.now() - (derived?.startTime ?? Number.NaN))
      })
    }
    look()
  })
  Object.assign(globalThis, { painted })
}

/** Milliseconds from the passphrase's key until it was on the screen. */
export function askedPainted(): Promise<number> {
  return (globalThis as unknown as { painted: Promise<number> }).painted
}

/** Agrees on every code of the passage by key; milliseconds from the last press until the next passage is painted. */
export async function keyToPainted(): Promise<number> {
  const passage = () => document.querySelector('.pack-card')?.getAttribute('aria-label')
  const frame = () => new Promise((done) => void requestAnimationFrame(done))
  const before = passage()
  let began = 0
  while (passage() === before) {
    began = performance.now()
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', bubbles: true, cancelable: true }),
    )
    await frame()
  }
  await frame() // the one in which it is painted
  return performance.now() - began
}
