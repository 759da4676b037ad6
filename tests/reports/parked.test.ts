/** A passage whose words an edit took keeps its codings, and no count or list pretends that it has words. */
import { describe, expect, it } from 'vitest'
import { aDesk, interviewText } from '../support/archive.ts'

const everything = { filter: {}, offset: 0, limit: 100 }

/** Two coded passages in one document, one of them parked; both under the code below Funding. */
function aDeskWithParked() {
  const desk = aDesk()
  const { archive, ada, interview, terms } = desk
  for (const words of ['in turns', 'we change doors']) {
    const start = interviewText.indexOf(words)
    archive.run('coding.create', ada, { source: interview, start, end: start + words.length, code: terms })
  }
  archive.run('source.retext', ada, { source: interview, text: interviewText.replace(', in turns', '') })
  return desk
}

describe('a parked passage', () => {
  it('is counted nowhere: codebook, documents, wordings, reports and quotations agree', () => {
    const { archive, ada, interview, russian, funding, terms } = aDeskWithParked()
    const counts = (asked: object) =>
      archive.run('codebook.counts', ada, asked).filter(({ code }) => code === funding || code === terms)
    const one = [
      { code: funding, own: 0, total: 1 },
      { code: terms, own: 1, total: 1 },
    ]
    expect(counts({})).toEqual(one)
    expect(counts({ source: interview })).toEqual(one)
    expect(counts({ coder: ada })).toEqual(one)
    expect(archive.run('source.list', ada, {}).map(({ id, codings }) => [id, codings])).toEqual([
      [interview, 1],
      [russian, 0],
    ])
    expect(archive.run('code.wordings', ada, { code: terms }).map(({ codings }) => codings)).toEqual([1])
    expect(archive.run('report.codeFrequency', ada, { by: 'total', filter: {} }).all).toMatchObject([{ codings: 1 }])
    expect(archive.run('passage.list', ada, { source: interview })).toHaveLength(1)
  })

  it('is said to be left out of the list of quotations, of reports and of exports', () => {
    const { archive, ada, russian } = aDeskWithParked()
    expect(archive.run('quotation.list', ada, everything)).toMatchObject({
      total: 1,
      parked: 1,
      quotations: [{ quote: 'we change doors' }],
    })
    expect(archive.run('quotation.list', ada, { ...everything, filter: { sources: [russian] } })).toMatchObject({
      parked: 0,
    })
    expect(archive.run('report.codeFrequency', ada, { by: 'total', filter: {} }).note).toContain(
      '1 parked passages left out',
    )
    const page = archive.run('export.quotations', ada, { format: 'html', filter: {} })
    expect(page.content).toContain('1 left out: their words are no longer in the text.')
    const table = archive.run('export.quotations', ada, { format: 'csv', filter: {} })
    expect([page.rows, table.rows]).toEqual([1, 1])
    expect(page.content + table.content).not.toContain('in turns')
  })

  it('is counted again when it is placed, or when the edit is undone', () => {
    const { archive, ada, terms } = aDeskWithParked()
    const own = () => archive.run('codebook.counts', ada, {}).find(({ code }) => code === terms)?.own
    expect(own()).toBe(1)
    archive.run('history.undo', ada, {})
    expect(own()).toBe(2)
    expect(archive.run('quotation.list', ada, everything)).toMatchObject({ total: 2, parked: 0 })
  })
})
