/** What stands behind a number: its passages, the documents it means, or a further question. */
import { useEffect, useMemo } from 'react'
import type { CellPlace, ReportQuery } from '../../schema/report-query.ts'
import type { Opened } from '../../schema/report-table.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { UnitsBehind } from '../agreement/units-behind.tsx'
import { useQuery } from '../archive/use-archive.ts'
import { Empty } from '../parts/empty.tsx'
import { PassageList } from '../quotations/passage-list.tsx'
import { usePassageCount, usePassagesIn } from '../quotations/passage-source.ts'
import { AskFurther } from '../retrieval/ask-further.tsx'
import { useWords } from '../words.ts'
import { openSource } from '../workspace.ts'

export function ReportBehind({
  query,
  place,
  title,
  onAll,
  onAsk,
}: {
  readonly query: ReportQuery
  /** Null: everything that the report is about. */
  readonly place: CellPlace | null
  readonly title: string
  readonly onAll: () => void
  readonly onAsk: (query: ReportQuery) => void
}) {
  const words = useWords()
  const opened = useQuery('report.passages', place && { report: query, ...place }, { keepPrevious: false }).value
  // A number of words opens the places where they stand: a report of its own.
  useEffect(() => {
    if (opened?.kind === 'words') onAsk(opened.query)
  }, [opened, onAsk])
  if (opened?.kind === 'sources') return <Documents opened={opened} title={title} />
  if (place && opened?.kind === 'units') return <UnitsBehind query={query} place={place} title={title} onAll={onAll} />
  if (place && opened?.kind === 'nothing')
    return <Empty title={title || words.quotations.none}>{words.reporting.nothingBehind}</Empty>
  const filter = place ? (opened?.kind === 'passages' ? opened.filter : null) : query.filter
  if (!filter) return <div aria-busy="true" />
  return <Passages filter={filter} title={title} {...(place ? { onAll } : {})} />
}

function Passages({
  filter,
  title,
  onAll,
}: {
  readonly filter: CodingFilter
  readonly title: string
  readonly onAll?: () => void
}) {
  const words = useWords()
  const key = JSON.stringify(filter)
  // One object while it says the same: the list keeps its place by it.
  const stable = useMemo(() => JSON.parse(key) as CodingFilter, [key])
  const passages = usePassagesIn(stable)
  const everything = usePassageCount({})
  return (
    <PassageList
      label={words.reports.allPassages}
      source={passages}
      title={title}
      outOf={everything}
      empty={<Empty title={words.quotations.none}>{words.quotations.noneHint}</Empty>}
      tools={
        <>
          <AskFurther filter={stable} />
          {onAll && (
            <button type="button" className="status-link" onClick={onAll}>
              {words.reports.showAll}
            </button>
          )}
        </>
      }
    />
  )
}

function Documents({
  opened,
  title,
}: {
  readonly opened: Extract<Opened, { kind: 'sources' }>
  readonly title: string
}) {
  const words = useWords()
  const sources = useQuery('source.list', {}).value ?? []
  const meant = new Set(opened.sources)
  return (
    <section className="report-documents" aria-label={words.reporting.documentsBehind}>
      <h2>{title || words.reporting.documentsBehind}</h2>
      <ul>
        {sources
          .filter(({ id }) => meant.has(id))
          .map(({ id, short, title: name }) => (
            <li key={id}>
              <button type="button" onClick={() => openSource(id)}>
                <span className="code-key">{short}</span>
                <span className="cut">{name}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}
