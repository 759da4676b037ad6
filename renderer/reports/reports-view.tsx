/**
 * Questions on the coded material: the question in words, its answer as a table and a picture, and under both
 * the passages behind the number that was clicked.
 */
import { useMemo, useState } from 'react'
import { drawChart } from '../../schema/chart.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { columnName, rowName } from '../../schema/report-cells.ts'
import { chartOf } from '../../schema/report-chart.ts'
import type { CellPlace, ReportName, ReportQuery } from '../../schema/report-query.ts'
import { reportWords } from '../../schema/report-words.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useObservable } from '../observable.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Empty, FaultLine, Waiting } from '../parts/empty.tsx'
import { Pane, Split } from '../parts/split.tsx'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { keepSizes, openSource, sizesOf } from '../workspace.ts'
import { showCoders } from '../agreement/coders-address.ts'
import { AgreementRule } from '../agreement/agreement-rule.tsx'
import { askedReport, catalogue, freshQuery } from './catalogue.ts'
import { Chart } from './chart.tsx'
import { KeepReport } from './keep-report.tsx'
import { ReportBehind } from './report-behind.tsx'
import { ReportFilters } from './report-filters.tsx'
import { ReportFoot } from './report-foot.tsx'
import { ReportMenu } from './report-menu.tsx'
import { ReportOptions } from './report-options.tsx'
import { codeColours, ReportTableView, type Sorting } from './report-table.tsx'
import { openedPlace } from './report-wish.ts'
import { StopWordsDoor } from './stop-words-sheet.tsx'
import './reports.css'
import { useReport } from './use-report.ts'
import { useRoom } from './use-room.ts'
import { WordField } from './word-field.tsx'

/** Pixels below which table and picture stand under each other. */
const roomForBoth = 860

export function ReportsView({ status }: { readonly status: ArchiveStatus }) {
  const words = useWords()
  const explain = useExplain()
  const language = useObservable(tongue)
  const said = reportWords(language)
  const codes = useCodes()
  const query = useObservable(askedReport)
  const chosen = useObservable(openedPlace)
  const [sorted, setSorted] = useState<{ readonly name: ReportName; readonly by: Sorting | null } | null>(null)
  const sorting = sorted?.name === query.name ? sorted.by : null
  const setSorting = (by: Sorting | null) => setSorted({ name: query.name, by })
  const [sight, setSight] = useState<readonly [number, number]>([0, 0])
  const waitsFor = whatIsMissing(query)
  const { report, fault, isLoading, isSettled } = useReport(waitsFor ? null : query, sight[0], sight[1])
  const [box, room] = useRoom()

  function ask(wanted: ReportQuery): void {
    // Another word, or other words around it, are read from the first paragraph on.
    const isOther = wanted.name === 'kwic' && query.name === 'kwic' && wanted.from === query.from
    const next = isOther ? { ...wanted, from: 0 } : wanted
    askedReport.set(next)
    openedPlace.set(null)
  }
  function choosePlace(place: CellPlace): void {
    const stands = report?.table.rows.find(({ key }) => key === place.row)?.stands
    if (stands?.kind === 'place') openSource(stands.source, stands)
    else openedPlace.set(place)
  }
  useOffer({
    of: ({ views }) => views.reports,
    acts: (say) => [
      ...(Object.keys(query.filter).length > 0
        ? [{ id: 'report-clear', label: say.reporting.clear, do: () => ask({ ...query, filter: {} }) }]
        : []),
      { id: 'coders-beside', label: say.views.coders, do: () => showCoders(null) },
      ...(chosen ? [{ id: 'report-all', label: say.reporting.everything, do: () => openedPlace.set(null) }] : []),
    ],
  })
  const choose = (name: ReportName) => ask(freshQuery(name, query.filter))

  const table = report?.table
  const column = sorting ? (report?.columnAt(sorting.at)?.key ?? null) : null
  const chart = useMemo(() => {
    if (!table || room === 0) return null
    const wide = room >= roomForBoth ? Math.round(room * 0.42) : room
    const isOwn = table.columns.some(({ key, stands }) => key === column && stands === null)
    const spec = chartOf(
      table,
      { row: chosen?.row ?? null, column: isOwn ? column : null },
      reportWords(language),
      codeColours(codes),
    )
    return spec && drawChart(spec, Math.max(300, wide - 24))
  }, [table, room, column, chosen, language, codes])

  if (status.counts.sources === 0)
    return (
      <div className="page">
        <Empty icon="reports" title={words.reports.emptyTitle}>
          {words.reports.emptyText}
        </Empty>
      </div>
    )

  const chosenRow = table?.rows.find(({ key }) => key === chosen?.row)
  const chosenColumn = table?.columns.find(({ key }) => key === chosen?.column)
  const isFiltered = Object.keys(query.filter).length > 0
  const nothing = table !== undefined && isSettled && table.rows.length === 0
  return (
    <div className="page report-page">
      <nav className="report-chooser" aria-label={words.reporting.chooser}>
        {catalogue.map(({ group, reports }) => (
          <section key={group}>
            <h2>{words.reporting.groups[group]}</h2>
            {reports.map((name) => (
              <button
                key={name}
                type="button"
                aria-current={name === query.name ? 'page' : undefined}
                title={said.reports[name].question}
                onClick={() => choose(name)}
              >
                {said.reports[name].name}
              </button>
            ))}
          </section>
        ))}
      </nav>
      <div className="report-room">
        <header className="page-head report-head">
          <h1>{said.reports[query.name].question}</h1>
          <KeepReport
            query={query}
            title={said.reports[query.name].question}
            onOpen={({ stamp }) => ask(stamp.query)}
          />
          <ReportMenu query={query} wish={{ row: chosen?.row ?? null, column }} hasChart={chart !== null} />
        </header>
        <div className="report-tools">
          {'word' in query && <WordField key={query.word} query={query} onChange={ask} />}
          <ReportOptions query={query} onChange={ask} />
          <ReportFilters
            filter={query.filter}
            hasCoder={query.name !== 'agreement'}
            onChange={(filter) => ask({ ...query, filter })}
          />
          {query.name === 'agreement' && query.round === null && (
            <Button look="quiet" icon="halves" onPress={() => showCoders(null)}>
              {words.views.coders}
            </Button>
          )}
          <StopWordsDoor isShown={'withoutStopWords' in query && query.withoutStopWords} />
          {isFiltered && (
            <button type="button" className="status-link" onClick={() => ask({ ...query, filter: {} })}>
              {words.reporting.clear}
            </button>
          )}
        </div>
        <FaultLine words={fault && explain(fault)} />
        {table?.query.name === 'agreement' && <AgreementRule notes={table.notes} language={language} />}
        <div className="report-body">
          <Split
            direction="column"
            sizes={sizesOf(status.path, 'reports')}
            onSizes={(sizes) => keepSizes(status.path, 'reports', sizes)}
            resizeLabel={words.pieces.resize}
          >
            <Pane id="report" size={64} min={160}>
              <div className={`report-sides${room >= roomForBoth ? '' : ' is-narrow'}`} ref={box} aria-busy={isLoading}>
                {waitsFor ? (
                  <Empty
                    icon="reports"
                    title={waitsFor === 'word' ? words.reporting.typeWordTitle : words.reporting.narrowTitle}
                  >
                    {waitsFor === 'word' ? words.reporting.typeWord : words.reporting.narrow}
                  </Empty>
                ) : nothing ? (
                  <Empty
                    icon="reports"
                    title={emptyWords(query, words).title}
                    {...(isFiltered
                      ? {
                          act: <Button onPress={() => ask({ ...query, filter: {} })}>{words.reporting.clear}</Button>,
                        }
                      : {})}
                  >
                    {emptyWords(query, words).text}
                  </Empty>
                ) : !report ? (
                  !fault && <Waiting words={words.pieces.counting} />
                ) : (
                  <>
                    <div className="report-left">
                      <ReportTableView
                        key={report.table.query.name}
                        report={report}
                        codes={codes}
                        language={language}
                        chosen={chosen}
                        sorting={sorting}
                        onSort={setSorting}
                        onOpen={choosePlace}
                        onSight={(first, last) =>
                          setSight((now) => (now[0] === first && now[1] === last ? now : [first, last]))
                        }
                      />
                      <ReportFoot table={report.table} language={language} onAsk={ask} />
                    </div>
                    {chart && (
                      <div className="report-right">
                        <Chart
                          drawing={chart}
                          label={words.reporting.chart(said.reports[query.name].name)}
                          hint={words.reporting.chartKeys}
                          chosen={chosen}
                          onOpen={choosePlace}
                        />
                      </div>
                    )}
                  </>
                )}
              </div>
            </Pane>
            <Pane id="quotations" size={36} min={120}>
              <ReportBehind
                query={query}
                place={chosen}
                title={
                  chosen
                    ? words.reporting.behind(
                        chosenRow ? rowName(chosenRow, said) : '',
                        chosenColumn ? columnName(chosenColumn, said) : '',
                      )
                    : words.reporting.everything
                }
                onAll={() => openedPlace.set(null)}
                onAsk={ask}
              />
            </Pane>
          </Split>
        </div>
      </div>
    </div>
  )
}

function emptyWords({ name }: ReportQuery, { reporting, agreement }: Words) {
  if (name === 'never-used') return { title: reporting.allUsedTitle, text: reporting.allUsedText }
  if (name === 'agreement') return { title: agreement.nothingTitle, text: agreement.nothingText }
  return { title: reporting.nothingTitle, text: reporting.nothingText }
}

/** What the person must say before this report can be asked. */
function whatIsMissing(query: ReportQuery): 'word' | 'documents' | null {
  if ('word' in query) return query.word.trim() === '' ? 'word' : null
  if (query.name === 'keyness') return Object.keys(query.filter).length === 0 ? 'documents' : null
  return null
}
