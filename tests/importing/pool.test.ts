/** How many processes read what is brought in. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { ImportPool, type Limits } from '../../electron/archive/importing/pool.ts'
import { spawnImportProcess } from '../../electron/archive/importing/spawn.ts'

/** Reads six transcripts; answers how many processes were started for it. */
async function processesFor(limits: Partial<Limits>): Promise<number> {
  let started = 0
  const pool = new ImportPool(() => {
    started++
    return spawnImportProcess()
  }, limits)
  onTestFinished(() => pool.close())
  const files = Array.from({ length: 6 }, (_, n) => ({
    name: `R0${n}.txt`,
    bytes: new TextEncoder().encode(`INTERVIEWER: Who pays?\nR${n}: Two embassies, in turns.\n`),
  }))
  const read = await Promise.all(files.map(({ name, bytes }) => pool.parse(name, { bytes })))
  expect(read.every(({ ok }) => ok)).toBe(true)
  return started
}

describe('what is brought in', () => {
  it('is read by one process while there is little to do', async () => {
    expect(await processesFor({ alone: 60_000 })).toBe(1)
  })

  it('is read by two where one has had enough to do', async () => {
    expect(await processesFor({ alone: 0 })).toBe(2)
    expect(await processesFor({ alone: 1 })).toBe(2)
  })
})
