/** How often each code was used, by whom and where; as a table and as bars; with the passages below. */
import { useMemo, useState } from 'react'
import type { CodeSet } from '../../schema/codebook.ts'
import type { CodeId, CoderId, CodeSetId, SourceId } from '../../schema/ids.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { measures, type CodingFilter, type Measure } from '../../schema/report.ts'
import { sourceKinds, type SourceKind } from '../../schema/source.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useHost } from '../host-context.ts'
import { useObservable } from '../observable.ts'
import { Choice, Segments } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { Pane, Split } from '../parts/split.tsx'
import { PassageList } from '../quotations/passage-list.tsx'
import { usePassageCount, usePassagesIn } from '../quotations/passage-source.ts'
import { saveSheet } from '../save.ts'
import { useExplain, useWords } from '../words.ts'
import { keepSizes, sizesOf } from '../workspace.ts'
import { BarChart } from './bar-chart.tsx'
import { FrequencyTable } from './frequency-table.tsx'
import { quotedCode } from './report-wish.ts'
import './reports.css'

const noSets: readonly CodeSet[] = []
type By = 'total' | 'source' | 'kind'

export function ReportsView({ status }: { readonly status: ArchiveStatus }) {
  const words = useWords()
  const explain = useExplain()
  const { host } = useHost()
  const codes = useCodes()
  const coders = useQuery('coder.list', {}).value ?? []
  const code = useObservable(quotedCode)
  const [by, setBy] = useState<By>('total')
  const [measure, setMeasure] = useState<Measure>('codings')
  const [isRolledUp, setRolledUp] = useState(true)
  const [coder, setCoder] = useState<CoderId | ''>('')
  const [kind, setKind] = useState<SourceKind | ''>('')
  const [column, setColumn] = useState<SourceId | SourceKind | ''>('')
  const sets = useQuery('codeSet.list', {}).value ?? noSets
  const [wantedSet, setWantedSet] = useState<CodeSetId | ''>('')
  // A set that is gone narrows nothing.
  const codeSet = sets.some(({ id }) => id === wantedSet) ? wantedSet : ''
  const filter = useMemo(
    (): CodingFilter => ({
      ...(coder ? { coders: [coder] } : {}),
      ...(kind ? { kinds: [kind] } : {}),
      ...(codeSet ? { sets: [codeSet] } : {}),
    }),
    [coder, kind, codeSet],
  )
  const report = useQuery('report.codeFrequency', { by, filter }, { keepPrevious: true })
  const exportReport = useCommand('export.codeFrequency')
  const quoted = useMemo(
    (): CodingFilter => ({
      ...filter,
      ...(code ? { codes: [code], withChildren: isRolledUp } : {}),
      ...(by === 'source' && column ? { sources: [column as SourceId] } : {}),
      ...(by === 'kind' && column ? { kinds: [column as SourceKind] } : {}),
    }),
    [filter, code, isRolledUp, by, column],
  )
  const passages = usePassagesIn(quoted)
  const everything = usePassageCount({})
  const fault = report.fault ?? exportReport.fault

  async function saveReport(format: 'csv' | 'svg'): Promise<void> {
    await save(await exportReport({ format, by, filter, measure, rolledUp: isRolledUp }))
  }
  async function save(sheet: Awaited<ReturnType<typeof exportReport>>): Promise<void> {
    if (!sheet) return
    const at = await saveSheet(host, sheet)
    if (at !== null) notify({ words: words.reports.saved(at, sheet.rows, sheet.withheld) })
  }
  function choose(row: CodeId | null, at: SourceId | SourceKind | '' = ''): void {
    quotedCode.set(row)
    setColumn(at)
  }

  if (status.counts.codings === 0)
    return (
      <div className="page">
        <Empty icon="reports" title={words.reports.emptyTitle}>
          {words.reports.emptyText}
        </Empty>
      </div>
    )

  const chosen = code ? codes.byId.get(code) : undefined
  const value = report.value
  const columnLabel = value?.columns.find(({ key }) => key === column && key !== '')?.label
  return (
    <div className="page">
      <header className="page-head report-head">
        <h1 className="cut">{words.reports.question(by, measure)}</h1>
        <span className="grow" />
        <ActMenu
          label={words.reports.exportReport}
          acts={[
            { id: 'csv', label: words.reports.tableCsv, do: () => void saveReport('csv') },
            { id: 'svg', label: words.reports.chartSvg, do: () => void saveReport('svg') },
          ]}
        >
          <Icon name="export" />
          {words.reports.exportReport}
        </ActMenu>
      </header>
      <div className="report-tools">
        <Segments<By>
          label={words.reports.by}
          value={by}
          onChange={(next) => {
            setBy(next)
            setColumn('')
          }}
          options={(['total', 'source', 'kind'] as const).map((each) => ({
            value: each,
            label: words.reports.bys[each],
          }))}
        />
        <Segments<Measure>
          label={words.reports.measure}
          value={measure}
          onChange={setMeasure}
          options={measures.map((each) => ({ value: each, label: words.reports.measures[each] }))}
        />
        <Segments<'own' | 'all'>
          label={words.reports.counting}
          value={isRolledUp ? 'all' : 'own'}
          onChange={(next) => setRolledUp(next === 'all')}
          options={[
            { value: 'all', label: words.reports.rolledUp },
            { value: 'own', label: words.reports.own },
          ]}
        />
        <div className="report-filter">
          <Choice<string>
            bare
            label={words.reports.coder}
            value={coder}
            onChange={(next) => setCoder(next as CoderId | '')}
            options={[
              { value: '', label: words.reports.allCoders },
              ...coders.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
          />
        </div>
        <div className="report-filter">
          <Choice<SourceKind | ''>
            bare
            label={words.library.kind}
            value={kind}
            onChange={setKind}
            options={[
              { value: '', label: words.reports.allKinds },
              ...sourceKinds.map((each) => ({ value: each, label: words.kindGroups[each] })),
            ]}
          />
        </div>
        {sets.length > 0 && (
          <div className="report-filter">
            <Choice<string>
              bare
              label={words.codebook.sets}
              value={codeSet}
              onChange={(next) => setWantedSet(next as CodeSetId | '')}
              options={[
                { value: '', label: words.reports.allCodes },
                ...sets.map(({ id, name }) => ({ value: id as string, label: name })),
              ]}
            />
          </div>
        )}
      </div>
      <FaultLine words={fault && explain(fault)} />
      <div className="report-body">
        <Split
          direction="column"
          sizes={sizesOf(status.path, 'reports')}
          onSizes={(sizes) => keepSizes(status.path, 'reports', sizes)}
          resizeLabel={words.pieces.resize}
        >
          <Pane id="report" size={62} min={160}>
            {value && (
              <div className="report-sides">
                <FrequencyTable
                  report={value}
                  codes={codes}
                  measure={measure}
                  isRolledUp={isRolledUp}
                  chosen={code}
                  chosenColumn={column}
                  onChoose={choose}
                />
                <BarChart
                  report={value}
                  codes={codes}
                  measure={measure}
                  isRolledUp={isRolledUp}
                  chosen={code}
                  onChoose={choose}
                />
              </div>
            )}
          </Pane>
          <Pane id="quotations" size={38} min={120}>
            <PassageList
              label={words.reports.allPassages}
              source={passages}
              title={
                chosen
                  ? words.reports.passagesOf(`${chosen.shortcut} ${chosen.name}`.trim(), columnLabel ?? '')
                  : words.reports.allPassages
              }
              outOf={everything}
              {...(chosen && !isRolledUp ? { about: chosen.id } : {})}
              empty={<Empty title={words.quotations.none}>{words.quotations.noneHint}</Empty>}
              tools={
                (chosen || column) && (
                  <button type="button" className="status-link" onClick={() => choose(null)}>
                    {words.reports.showAll}
                  </button>
                )
              }
            />
          </Pane>
        </Split>
      </div>
    </div>
  )
}
