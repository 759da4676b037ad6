/** What stands behind a cell of the grid: the answers, the coded passages, and what a person says of it. */
import { useMemo } from 'react'
import { verdicts, type GridCell, type GridColumn, type GuideQuestion, type Verdict } from '../../schema/guide.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { choices, useOffer } from '../offers.ts'
import { Choice } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { PassageList } from '../quotations/passage-list.tsx'
import { usePassagesIn } from '../quotations/passage-source.ts'
import { useExplain, useWords } from '../words.ts'
import { openSource } from '../workspace.ts'

export function CellSide({
  question,
  column,
  cell,
  canAct,
}: {
  readonly question: GuideQuestion
  readonly column: GridColumn
  readonly cell: GridCell
  readonly canAct: boolean
}) {
  const words = useWords()
  const explain = useExplain()
  const place = { source: column.source, question: question.id }
  const answers = useQuery('guide.cell', place).value
  const overrule = useCommand('guide.overrule')
  const note = cell.overruled?.note ?? ''
  const byRule = words.guide.byRule(words.guide.verdicts[cell.computed])
  const rule = (verdict: Verdict | '') => void overrule({ ...place, verdict: verdict === '' ? null : verdict, note })
  useOffer({
    of: () => `${question.number} ${question.name}, ${column.short}`,
    acts: ({ guide }) =>
      canAct
        ? choices<Verdict | ''>(
            'guide-verdict',
            guide.verdict,
            cell.overruled ? cell.verdict : '',
            ['', ...verdicts],
            (each) => (each === '' ? guide.byRule(guide.verdicts[cell.computed]) : guide.verdicts[each]),
            rule,
          )
        : [],
  })

  return (
    <section className="guide-side" aria-label={`${question.number} ${question.name}, ${column.short}`}>
      <header>
        <h2 className="cut">
          {question.number} {question.name}
        </h2>
        <p className="quiet cut">
          {column.short} {column.title}
        </p>
      </header>
      <div className="guide-verdict">
        <Choice<Verdict | ''>
          label={words.guide.verdict}
          value={cell.overruled ? cell.verdict : ''}
          isDisabled={!canAct}
          onChange={rule}
          options={[
            { value: '', label: byRule },
            ...verdicts.map((each) => ({ value: each, label: words.guide.verdicts[each] })),
          ]}
        />
        {cell.overruled && (
          <InPlace
            long
            label={words.guide.note}
            value={note}
            placeholder={words.guide.notePlaceholder}
            isDisabled={!canAct}
            onCommit={(next) => void overrule({ ...place, verdict: cell.verdict, note: next })}
          />
        )}
      </div>
      <FaultLine
        words={overrule.fault && explain(overrule.fault)}
        onDismiss={overrule.forget}
        dismiss={words.pieces.dismiss}
      />
      <div className="guide-answers">
        <h3>{words.guide.answers}</h3>
        {answers?.length === 0 && <p className="quiet">{words.guide.noAnswers}</p>}
        {answers?.map((answer) => (
          <button
            key={answer.start}
            type="button"
            className="guide-answer"
            title={words.guide.openPlace}
            onClick={() => openSource(column.source, answer)}
          >
            <span className="quiet">{answer.asked}</span>
            <span className="guide-answer-words">{answer.words}</span>
          </button>
        ))}
      </div>
      {question.code === null ? (
        <p className="guide-hint quiet">{words.guide.noFamily}</p>
      ) : (
        <FamilyPassages filter={{ sources: [column.source], codes: [question.code], withChildren: true }} />
      )}
    </section>
  )
}

function FamilyPassages({ filter: given }: { readonly filter: CodingFilter }) {
  const words = useWords()
  const key = JSON.stringify(given)
  const filter = useMemo(() => JSON.parse(key) as CodingFilter, [key])
  const passages = usePassagesIn(filter)
  return (
    <div className="guide-passages">
      <PassageList
        label={words.guide.passages}
        title={words.guide.passages}
        source={passages}
        empty={<Empty title={words.guide.noPassages} />}
      />
    </div>
  )
}
