/** Many entries written one after the other, with a pause now and then: others get in, and it can be cancelled. */
import type { Making } from '../archive.ts'

const slice = 250

export async function inSlices<Entry, Written>(
  entries: readonly Entry[],
  making: Making,
  write: (entry: Entry) => Written,
): Promise<Written[]> {
  const written: Written[] = []
  for (const [at, entry] of entries.entries()) {
    if (at % slice === 0) {
      making.progress({ done: at, total: entries.length, name: '' })
      await making.pause()
    }
    written.push(write(entry))
  }
  making.progress({ done: entries.length, total: entries.length, name: '' })
  await making.pause()
  return written
}
