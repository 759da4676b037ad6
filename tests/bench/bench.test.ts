import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { corpusFile, referenceWork } from '../../fixtures/corpus.ts'

const run = promisify(execFile)
const bench = async (...args: readonly string[]) =>
  await run(process.execPath, ['--disable-warning=ExperimentalWarning', 'electron/tools/tasks.ts', 'bench', ...args], {
    cwd: new URL('../..', import.meta.url),
  })

describe('the bench', () => {
  it('prints each figure with its median, its target and its workload, and says that a quick one is no measure', async () => {
    const { stdout, stderr } = await bench('--quick', '--json', '--only', 'coding-engine,search-rare,report-frequency')
    const figures = JSON.parse(stdout) as Readonly<Record<string, unknown>>[]
    expect(figures.map(({ name }) => name)).toEqual(['coding-engine', 'search-rare', 'report-frequency'])
    expect(figures.map(({ target }) => target)).toEqual([2, 5, 30])
    for (const figure of figures) {
      expect(figure).toMatchObject({ unit: 'ms', counts: 'cpu', runs: 3, quick: true })
      expect(figure['value']).toBeGreaterThan(0)
      expect(figure['wall']).toBeGreaterThan(0)
      expect(figure['met']).toBe(Number(figure['value']) <= Number(figure['target']))
      expect(figure['workload']).toContain('20 documents of 600 words')
    }
    expect(stderr).toContain('QUICK')
  })

  it('names its figures when it is asked for one that is not there', async () => {
    await expect(bench('--only', 'searh-rare')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('search-rare') as string,
    })
  })
})

describe('the reference work', () => {
  it('is the same text every time, in both languages', () => {
    expect(corpusFile(7, 500)).toEqual(corpusFile(7, 500))
    expect(corpusFile(7, 500).text).not.toBe(corpusFile(8, 500).text)
    expect(corpusFile(7, 500).text).toMatch(/^INTERVIEWER: /)
    expect(corpusFile(9, 500).text).toMatch(/^ИНТЕРВЬЮЕР: /)
  })

  it('has documents of the size that the targets name', () => {
    const words = corpusFile(1, referenceWork.words).text.split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(referenceWork.words)
    expect(words).toBeLessThan(referenceWork.words * 1.05)
  })
})
