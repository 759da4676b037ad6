/** The interview guide: what became of its questions, which turns ask them, and the questions themselves. */
import type { ArchiveStatus } from '../../schema/project.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { choices, useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { Empty, FaultLine, Waiting } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import { go, useAddress } from '../workspace.ts'
import './guide.css'
import { guideIn, guideParts, type GuidePart } from './guide-address.ts'
import { GuideGridPane } from './guide-grid-pane.tsx'
import { QuestionDesk } from './question-desk.tsx'
import { TurnDesk } from './turn-desk.tsx'

export function GuideView({ status }: { readonly status: ArchiveStatus }) {
  const words = useWords()
  const explain = useExplain()
  const put = useSave()
  const { part, source } = guideIn(useAddress().asked)
  const grid = useQuery('guide.grid', {})
  const exportGrid = useCommand('export.guideGrid')
  const exportBook = useCommand('export.guideGridBook')
  const fault = grid.fault ?? exportGrid.fault ?? exportBook.fault
  const value = grid.value

  async function save(format: 'csv' | 'xlsx'): Promise<void> {
    const sheet = await (format === 'csv' ? exportGrid : exportBook)({ language: tongue.value })
    const at = sheet ? await put(sheet) : null
    if (sheet && at !== null) notify({ words: words.guide.saved(at, sheet.withheld) })
  }

  const hasGrid = part === 'grid' && value !== undefined && value.columns.length > 0
  useOffer({
    of: ({ guide }) => guide.title,
    acts: ({ guide }) => [
      ...choices(
        'guide-part',
        guide.title,
        part,
        guideParts,
        (each) => guide.part[each],
        (next) => go({ asked: next }),
      ),
      ...(hasGrid
        ? [
            { id: 'guide-csv', label: `${guide.export}: ${guide.exportCsv}`, do: () => void save('csv') },
            { id: 'guide-xlsx', label: `${guide.export}: ${guide.exportBook}`, do: () => void save('xlsx') },
          ]
        : []),
    ],
  })
  return (
    <div className="page guide" data-pane="guide">
      <header className="page-head">
        <h1>{words.guide.title}</h1>
        <span className="grow quiet tabular">{value && words.guide.interviews(value.columns.length)}</span>
        {part === 'grid' && value && value.columns.length > 0 && (
          <ActMenu
            label={words.guide.export}
            acts={[
              { id: 'csv', label: words.guide.exportCsv, do: () => void save('csv') },
              { id: 'xlsx', label: words.guide.exportBook, do: () => void save('xlsx') },
            ]}
          >
            <Icon name="export" />
            {words.guide.export}
          </ActMenu>
        )}
      </header>
      <div className="report-tools">
        <Segments<GuidePart>
          label={words.guide.parts}
          value={part}
          onChange={(next) => go({ asked: next })}
          options={guideParts.map((each) => ({ value: each, label: words.guide.part[each] }))}
        />
      </div>
      <FaultLine words={fault && explain(fault)} onDismiss={exportGrid.forget} dismiss={words.pieces.dismiss} />
      {part === 'questions' ? (
        <QuestionDesk canAct={!status.readOnly} />
      ) : !value ? (
        !fault && <Waiting words={words.pieces.collecting} />
      ) : value.questions.length === 0 ? (
        <Empty
          icon="guide"
          title={words.guide.noQuestions}
          act={
            <Button look="strong" onPress={() => go({ asked: 'questions' })}>
              {words.guide.part.questions}
            </Button>
          }
        >
          {words.guide.noQuestionsText}
        </Empty>
      ) : value.columns.length === 0 ? (
        <Empty icon="guide" title={words.guide.emptyTitle}>
          {words.guide.emptyText}
        </Empty>
      ) : part === 'turns' ? (
        <TurnDesk grid={value} wanted={source} canAct={!status.readOnly} />
      ) : (
        <GuideGridPane grid={value} status={status} />
      )}
    </div>
  )
}
