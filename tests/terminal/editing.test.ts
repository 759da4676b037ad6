import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { aDesk, aFolder, interviewText } from '../support/archive.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 30_000 })

/** An interview with three coded passages, closed, and the file of its corrected text. */
function aCorrection(text: string | Uint8Array) {
  const { archive, path, ada, interview, terms } = aDesk()
  for (const words of ['Two embassies pay', 'in turns', 'we change doors']) {
    const start = interviewText.indexOf(words)
    archive.run('coding.create', ada, { source: interview, start, end: start + words.length, code: terms })
  }
  archive.close()
  const from = join(aFolder(), 'исправлено.txt')
  writeFileSync(from, text)
  return { path, from }
}
const corrected = interviewText.replace('embassies', 'ministries').replace(', in turns', '')

describe('a corrected text', () => {
  it('is tried first: what would become of every passage is said, and nothing is done', async () => {
    const { path, from } = aCorrection(corrected)
    const { json, status } = await answerOf('edit', path, 'R01', '--from', from, '--dry-run')
    expect(status).toBe(0)
    expect(json).toMatchObject({
      isDone: false,
      version: 1,
      moved: 1,
      changed: [{ before: 'Two embassies pay', after: 'Two ministries pay' }],
      parked: [{ before: 'in turns' }],
      united: [],
    })
    expect((await answerOf('text', path, 'R01', '--stored')).json.text).toBe(interviewText)
    expect((await answerOf('versions', path, 'R01')).json).toHaveLength(1)
  })

  it('goes in as one step, is listed among the versions, and undo takes it out again', async () => {
    const { path, from } = aCorrection(corrected)
    const { json } = await answerOf('edit', path, 'R01', '--from', from, '--coder', 'Ada')
    expect(json).toMatchObject({ isDone: true, version: 2, moved: 1, changed: [{}], parked: [{}] })
    expect((await answerOf('text', path, 'R01', '--stored')).json.text).toBe(corrected)
    expect((await answerOf('versions', path, 'First interview')).json).toMatchObject([
      { number: 2, isCurrent: true, origin: 'replace', coderName: 'Ada', moved: 1, changed: 1, parked: 1, united: 0 },
      { number: 1, isCurrent: false, origin: 'import', length: interviewText.length },
    ])
    expect((await answerOf('verify', path)).json).toMatchObject({ placed: 1, changed: 1, parked: 1, lost: 0 })
    await answerOf('undo', path, '--coder', 'Ada')
    expect((await answerOf('text', path, 'R01', '--stored')).json.text).toBe(interviewText)
    expect((await answerOf('verify', path)).json).toMatchObject({ placed: 3, changed: 0, parked: 0, lost: 0 })
  })

  it('that is the same makes no step, with a mark at its beginning and Windows lines too', async () => {
    const { path, from } = aCorrection(`\uFEFF${interviewText.replaceAll('\n', '\r\n')}`)
    const { json } = await answerOf('edit', path, 'R01', '--from', from, '--coder', 'Ada')
    expect(json).toMatchObject({ isDone: false, version: 1, changes: 0 })
    const { out, status } = await kartoteka('edit', path, 'R01', '--from', from, '--coder', 'Ada')
    expect([out, status]).toEqual(['The text of R01 is the same. Nothing was changed.\n', 0])
  })

  it('is refused in one sentence where it cannot be read, is empty or is nowhere', async () => {
    const { path, from } = aCorrection(' \n')
    const refused = async (...args: readonly string[]) => {
      const { kind, status } = await refusalOf('edit', path, ...args)
      return [kind, status]
    }
    expect(await refused('R01', '--from', from, '--coder', 'Ada')).toEqual(['text-empty', 1])
    expect(await refused('R09', '--from', from, '--coder', 'Ada')).toEqual(['no-such-source', 1])
    expect(await refused('R01', '--coder', 'Ada')).toEqual(['option-missing', 2])
    expect(await refused('R01', '--from', `${from}.gone`, '--coder', 'Ada')).toEqual(['no-such-file', 2])
    writeFileSync(from, Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])) // Windows-1251
    expect(await refused('R01', '--from', from, '--coder', 'Ada')).toEqual(['file-encoding-unknown', 3])
    expect((await answerOf('versions', path, 'R01')).json).toHaveLength(1)
  })
})
