/** What leaves as cells, as plain text, as a coded document or on paper passes the same gate as quotations do. */
import { describe, expect, it } from 'vitest'
import { linesOfAudit } from '../support/audit.ts'
import { aDesk, interviewText } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'
import { aThesis } from '../support/thesis.ts'

function aStudy() {
  const desk = aDesk()
  const { archive, ada, interview, terms } = desk
  const attribute = archive.run('attribute.create', ada, {
    owner: 'source',
    name: 'Post',
    type: 'text',
    leavesFrom: 'O',
  })
  const know = (value: string) =>
    archive.run('attribute.set', ada, {
      owner: 'source',
      cells: [{ owner: interview, column: attribute.id, value }],
      extendLists: false,
      skipRefused: false,
    })
  const level = (quotationLevel: 'N' | 'O' | 'P' | 'S' | 'X') =>
    archive.run('source.update', ada, { source: interview, quotationLevel })
  const danger = (words: string) => {
    const start = interviewText.indexOf(words)
    const { id } = archive.run('coding.create', ada, {
      source: interview,
      start,
      end: start + words.length,
      code: terms,
    })
    archive.run('passage.update', ada, { passage: id, sensitivity: 4 })
  }
  return { ...desk, attribute, know, level, danger }
}

describe('cells for the clipboard', () => {
  const cells = ({ archive, ada, interview, attribute }: ReturnType<typeof aStudy>) =>
    archive.run(
      'export.cells',
      ada,
      { owner: 'source', rows: [interview], columns: [attribute.id, 'kind', 'title'] },
      { smallGroups: 'accept' },
    )

  it('hold what the level lets out, and are empty where it does not', () => {
    const study = aStudy()
    study.know('adviser')
    study.level('P')
    expect(cells(study).cells).toEqual([['', '', '']])
    study.level('O')
    expect(cells(study).cells).toEqual([['adviser', 'transcript', '']])
    study.level('N')
    expect(cells(study).cells).toEqual([['adviser', 'transcript', 'First interview']])
    study.level('X')
    expect(cells(study)).toMatchObject({ cells: [['', '', '']], rows: 0, withheld: 1 })
  })

  it('ask first where they fit fewer than three documents, and leave a line', () => {
    const study = aStudy()
    const { archive, ada, interview, attribute, path } = study
    study.know('adviser')
    study.level('O')
    const asked = { owner: 'source', rows: [interview], columns: [attribute.id] } as const
    expect(faultIn(() => archive.run('export.cells', ada, asked as never))).toMatchObject({ kind: 'small-groups' })
    cells(study)
    archive.close()
    expect(linesOfAudit(path).filter(({ act }) => act === 'export.cells')).toMatchObject([
      { facts: { rows: 1, smallGroups: 1, choice: 'accept' } },
    ])
  })
})

describe('the words of a document', () => {
  it('leave as text without what is dangerous', () => {
    const { archive, ada, interview, danger } = aStudy()
    danger('we change doors')
    const { content, withheld } = archive.run('export.text', ada, { source: interview })
    expect([content, withheld]).toEqual([interviewText.replace('we change doors', '[…]'), 1])
  })

  it.each(['S', 'X'] as const)('do not leave at level %s', (at) => {
    const { archive, ada, interview, level } = aStudy()
    level(at)
    expect(faultIn(() => archive.run('export.text', ada, { source: interview }))).toMatchObject({
      kind: 'document-stays',
    })
  })

  it('of a child leave neither as text nor with their codings, whatever the level says', async () => {
    const { archive, ada, know, r07 } = await aThesis()
    archive.run('source.update', ada, { source: r07, quotationLevel: 'N' })
    know(r07, { child: 'true' })
    expect(faultIn(() => archive.run('export.text', ada, { source: r07 }))).toMatchObject({ kind: 'document-stays' })
    for (const format of ['html', 'docx', 'pdf'] as const)
      await expect(
        archive.workbook('export.document', ada, { source: r07, format, language: 'en', coders: true }),
      ).rejects.toMatchObject({ fault: { kind: 'document-stays', why: 'level' } })
  })
})

it('a report on paper says its question, its numbers and what must be known of them', () => {
  const { archive, ada, danger } = aStudy()
  danger('Two embassies')
  const { content, mediaType } = archive.run('export.report', ada, {
    report: { name: 'code-frequency', filter: {}, rolledUp: true },
    format: 'html',
    language: 'en',
  } as never)
  expect(mediaType).toContain('text/html')
  expect(content).toContain('Terms of the money')
  expect(content).not.toContain('Two embassies')
})
