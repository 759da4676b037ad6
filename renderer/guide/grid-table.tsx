/**
 * Questions down, interviews across. A thousand interviews are a thousand columns, of which only those in
 * sight are drawn. One stop of Tab: arrows walk the cells, Enter opens one.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { GridColumn, GuideGrid } from '../../schema/guide.ts'
import type { GuideQuestionId, SourceId } from '../../schema/ids.ts'
import { useWords } from '../words.ts'
import { QuestionNumber } from './question-number.tsx'
import { VerdictSign } from './verdict-sign.tsx'

export interface CellAt {
  readonly source: SourceId
  readonly question: GuideQuestionId
}

/** Pixels. */
const columnWidth = 58
const nameWidth = 300

export function GridTable({
  grid,
  chosen,
  onChoose,
}: {
  readonly grid: GuideGrid
  readonly chosen: CellAt | null
  readonly onChoose: (cell: CellAt) => void
}) {
  const words = useWords()
  const id = useId()
  const { questions, columns } = grid
  const [at, setAt] = useState({ row: 0, column: 0 })
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => columnWidth,
    overscan: 4,
    paddingStart: nameWidth,
    scrollPaddingStart: nameWidth,
  })
  const inSight = virtual.getVirtualItems().flatMap(({ index }) => {
    const column = columns[index]
    return column ? [{ column, index }] : []
  })
  const before = (inSight[0]?.index ?? 0) * columnWidth
  const after = Math.max(0, columns.length - 1 - (inSight.at(-1)?.index ?? columns.length - 1)) * columnWidth
  const spaced = (cells: readonly ReactElement[]) => (
    <>
      {before > 0 && <td aria-hidden="true" style={{ minWidth: before }} />}
      {cells}
      {after > 0 && <td aria-hidden="true" style={{ minWidth: after }} />}
    </>
  )

  function walkTo(row: number, column: number): void {
    const next = {
      row: Math.min(questions.length - 1, Math.max(0, row)),
      column: Math.min(columns.length - 1, Math.max(0, column)),
    }
    setAt(next)
    virtual.scrollToIndex(next.column, { align: 'auto' })
  }
  function open(row: number, column: number): void {
    const question = questions[row]
    const interview = columns[column]
    if (question && interview) onChoose({ source: interview.source, question: question.id })
  }
  const step: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [0, 10],
    PageUp: [0, -10],
    Home: [0, -columns.length],
    End: [0, columns.length],
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = step[event.key]
    if (by) walkTo(at.row + by[0], at.column + by[1])
    else if (event.key === 'Enter' || event.key === ' ') open(at.row, at.column)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const idOf = (row: number, column: number) => `${id}${row}-${column}`
  const answered = (cells: GridColumn['cells']) => cells.filter(({ verdict }) => verdict === 'answered').length

  return (
    <div className="guide-grid" ref={box}>
      <table
        role="grid"
        tabIndex={0}
        aria-label={words.guide.table}
        aria-rowcount={questions.length + 2}
        aria-colcount={columns.length + 1}
        aria-activedescendant={inSight.some(({ index }) => index === at.column) ? idOf(at.row, at.column) : undefined}
        onKeyDown={onKeyDown}
        style={{ '--column': `${columnWidth}px`, '--name': `${nameWidth}px` } as React.CSSProperties}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{words.guide.question}</th>
            {spaced(
              inSight.map(({ column, index }) => (
                <th key={column.source} scope="col" aria-colindex={index + 2} title={column.title}>
                  <span className="cut">{column.short}</span>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {questions.map((question, row) => (
            <tr key={question.id} aria-rowindex={row + 2}>
              <th scope="row">
                <span className="guide-question">
                  <QuestionNumber question={question} />
                  <span className="cut grow" title={question.wordings[0]?.words ?? question.name}>
                    {question.name}
                  </span>
                  <span className="quiet tabular">
                    {words.guide.answeredOf(
                      columns.filter(({ cells }) => cells[row]?.verdict === 'answered').length,
                      columns.length,
                    )}
                  </span>
                </span>
              </th>
              {spaced(
                inSight.map(({ column, index }) => {
                  const cell = column.cells[row]
                  if (!cell) return <td key={column.source} />
                  const isChosen = chosen?.source === column.source && chosen.question === question.id
                  const isCurrent = at.row === row && at.column === index
                  const isOffered = !cell.isConfirmed
                  const name = words.guide.cell(
                    `${question.number} ${question.name}`,
                    column.short,
                    words.guide.verdicts[cell.verdict],
                    cell.passages,
                    isOffered,
                    cell.overruled !== null,
                  )
                  return (
                    <td
                      key={column.source}
                      id={idOf(row, index)}

                      aria-colindex={index + 2}
                      aria-selected={isChosen}
                      aria-label={name}
                      title={name}
                      className={`guide-cell${isChosen ? ' is-chosen' : ''}${isCurrent ? ' is-current' : ''}${isOffered ? ' is-offered' : ''}${cell.overruled ? ' is-said' : ''}`}
                      onClick={() => {
                        setAt({ row, column: index })
                        open(row, index)
                      }}
                    >
                      <span>
                        <VerdictSign verdict={cell.verdict} />
                        {cell.passages > 0 && <small>{words.say.number(cell.passages)}</small>}
                      </span>
                    </td>
                  )
                }),
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr aria-rowindex={questions.length + 2}>
            <th scope="row">{words.guide.answeredIn}</th>
            {spaced(
              inSight.map(({ column, index }) => (
                <td key={column.source} aria-colindex={index + 2} className="tabular">
                  {words.say.number(answered(column.cells))}
                </td>
              )),
            )}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
