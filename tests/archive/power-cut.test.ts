import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/archive/open.ts'
import { aDesk, interviewText } from '../support/archive.ts'
import { indexAndRebuilt } from '../support/edits.ts'

/** Lets a loop act until it has said so many acts and a moment more, then kills it; answers what it said. */
function actedUntilKilled(loop: string, args: readonly string[], acts: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../support', loop), ...args],
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
      for (const line of await actedUntilKilled('coding-loop.ts', [path, ada, interview, terms], acts)) said.add(line)
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
  })
})

describe('a power cut inside an edit of the text', () => {
  it('leaves the text of before or the text of after, with every passage, paragraph and word where it says', async () => {
    const { archive, path, ada, interview, terms } = aDesk()
    archive.run('source.retext', ada, { source: interview, text: interviewText.repeat(40) })
    const rows = Array.from({ length: 300 }, (_, n) => {
      const start = n * 13
      return { source: 'R01', start, end: start + 9, code: terms as string, coder: '' }
    })
    expect(archive.run('coding.import', ada, { rows }).applied).toBe(300)
    archive.close()
    for (const edits of [1, 2, 4, 7]) {
      const said = await actedUntilKilled('editing-loop.ts', [path, ada, interview], edits)
      const again = openArchive(path)
      const { text, version } = again.run('source.text', ada, { source: interview })
      // What was said is there; at most one more edit was committed without being said.
      expect(version - Number(said.at(-1))).toBeOneOf([0, 1])
      const [newest] = again.run('source.versions', ada, { source: interview })
      expect(newest).toMatchObject({ version, isCurrent: true, length: text.length })
      expect(again.run('archive.verify', ada, {})).toMatchObject({ damage: '', lost: 0, parked: 0, passages: 300 })
      again.close()
      const { kept, anew } = indexAndRebuilt(path)
      expect(kept).toEqual(anew)
    }
  })
})
