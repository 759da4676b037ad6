import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/archive/open.ts'
import { aDesk } from '../support/archive.ts'

/** Lets the loop code until it has said so many acts and a moment more, then kills it; answers what it said. */
function codedUntilKilled(args: readonly string[], acts: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../support/coding-loop.ts'), ...args],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.split('\n').length > acts) child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('exit', () => resolve(said.split('\n').slice(0, -1)))
  })
}

describe('a power cut while somebody codes', () => {
  it('loses nothing that was shown as done, leaves nothing half done, and the next day begins at once', async () => {
    const { archive, path, ada, interview, terms } = aDesk()
    archive.close()
    const said = new Set<string>()
    for (const acts of [1, 3, 8, 17, 30]) {
      for (const line of await codedUntilKilled([path, ada, interview, terms], acts)) said.add(line)
      const again = openArchive(path)
      const passages = again.run('passage.list', ada, { source: interview })
      const there = new Set(
        passages.flatMap(({ id }) =>
          again.run('memo.list', ada, { about: { kind: 'passage', id } }).map((memo) => `${id} ${memo.id}`),
        ),
      )
      expect([...said].filter((line) => !there.has(line))).toEqual([])
      expect(passages.filter(({ codings }) => codings.length === 0)).toEqual([])
      expect(again.run('archive.verify', ada, {})).toMatchObject({ damage: '', lost: 0, passages: passages.length })
      again.close()
    }
    expect(said.size).toBeGreaterThanOrEqual(59)
  }, 60_000)
})
