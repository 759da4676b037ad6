/** The grid with its legend and rule, and beside it what stands behind the chosen cell. */
import { useState } from 'react'
import { gridRule, verdicts, type GuideGrid } from '../../schema/guide.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { Pane, Split } from '../parts/split.tsx'
import { useWords } from '../words.ts'
import { keepSizes, sizesOf } from '../workspace.ts'
import { CellSide } from './cell-side.tsx'
import { GridTable, type CellAt } from './grid-table.tsx'
import { VerdictSign } from './verdict-sign.tsx'

export function GuideGridPane({ grid, status }: { readonly grid: GuideGrid; readonly status: ArchiveStatus }) {
  const words = useWords()
  const [chosen, setChosen] = useState<CellAt | null>(null)
  const question = grid.questions.find(({ id }) => id === chosen?.question)
  const at = question ? grid.questions.indexOf(question) : -1
  const column = grid.columns.find(({ source }) => source === chosen?.source)
  const cell = column?.cells[at]
  return (
    <div className="report-body">
      <Split
        direction="row"
        sizes={sizesOf(status.path, 'guide')}
        onSizes={(sizes) => keepSizes(status.path, 'guide', sizes)}
        resizeLabel={words.pieces.resize}
      >
        <Pane id="guide-grid" size={58} min={280}>
          <GridTable grid={grid} chosen={chosen} onChoose={setChosen} />
          <div className="guide-legend" role="region" tabIndex={0} aria-label={words.guide.legend}>
            <ul>
              {verdicts.map((verdict) => (
                <li key={verdict}>
                  <VerdictSign verdict={verdict} />
                  {words.guide.verdicts[verdict]}
                </li>
              ))}
              <li>
                <span className="guide-sample is-offered" aria-hidden="true" />
                {words.guide.offeredSign}
              </li>
              <li>
                <span className="guide-sample is-said" aria-hidden="true" />
                {words.guide.overruledSign}
              </li>
            </ul>
            <p className="quiet">{words.guide.rule(gridRule.noAnswer, gridRule.short)}</p>
          </div>
        </Pane>
        <Pane id="guide-cell" size={42} min={260}>
          {question && column && cell ? (
            <CellSide
              key={`${column.source} ${question.id}`}
              question={question}
              column={column}
              cell={cell}
              canAct={!status.readOnly}
            />
          ) : (
            <p className="guide-hint quiet">{words.guide.chooseCell}</p>
          )}
        </Pane>
      </Split>
    </div>
  )
}
