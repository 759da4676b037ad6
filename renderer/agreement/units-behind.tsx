/**
 * The units behind a number of agreement, with what each coder gave them. Enter goes to the place, `b` sets the
 * coders side by side there.
 */
import { useMemo } from 'react'
import type { ComparedUnit, ComparedUnits } from '../../schema/agreement.ts'
import type { CodeId } from '../../schema/ids.ts'
import type { CellPlace, ReportQuery } from '../../schema/report-query.ts'
import { usePages } from '../archive/use-pages.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { IconButton } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Empty } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import { openSource } from '../workspace.ts'
import './agreement.css'
import { showCoders } from './coders-address.ts'

interface Row {
  readonly key: string
  readonly unit: ComparedUnit | undefined
}
const unitsOf = ({ units }: ComparedUnits) => units
/** Units asked for at once. */
const page = 100

export function UnitsBehind({
  query,
  place,
  title,
  onAll,
}: {
  readonly query: ReportQuery
  readonly place: CellPlace
  readonly title: string
  readonly onAll: () => void
}) {
  const words = useWords()
  const codes = useCodes()
  const input = useMemo(() => ({ report: query, ...place }), [query, place])
  const { total, rows, need } = usePages('agreement.units', input, unitsOf, page)
  const named = usePages('agreement.units', input, namesOf, page).rows
  const list = useMemo(() => rows.map((unit, n): Row => ({ key: String(n), unit })), [rows])
  if (total === 0) return <Empty title={title}>{words.reporting.nothingBehind}</Empty>
  const coders = named.filter((name) => name !== undefined)
  return (
    <section className="units-behind" aria-label={words.agreement.unitsLabel} aria-busy={total === null}>
      <header className="passages-head">
        <h2 className="cut">{title}</h2>
        <span className="quiet tabular">{total === null ? '' : words.agreement.units(words.say.number(total))}</span>
        <span className="grow" />
        <button type="button" className="status-link" onClick={onAll}>
          {words.reports.showAll}
        </button>
      </header>
      <List
        label={words.agreement.unitsLabel}
        rows={list}
        keyOf={({ key }) => key}
        rowHeight={92}
        onScrollTo={need}
        onOpen={({ unit }) => unit && openSource(unit.source, unit)}
        onKey={(event, row) => {
          if (event.code !== 'KeyB' || !row?.unit) return false
          showCoders(row.unit.source, row.unit.start)
          return true
        }}
        render={({ unit }) =>
          unit ? <UnitRow unit={unit} coders={coders} codes={codes} /> : <div className="unit-row" />
        }
      />
    </section>
  )
}

const namesOf = ({ coders }: ComparedUnits) => coders

function UnitRow({
  unit,
  coders,
  codes,
}: {
  readonly unit: ComparedUnit
  readonly coders: readonly string[]
  readonly codes: ReturnType<typeof useCodes>
}) {
  const words = useWords()
  return (
    <article className="unit-row">
      <header>
        <button
          type="button"
          className="quotation-id tabular"
          tabIndex={-1}
          onClick={() => openSource(unit.source, unit)}
        >
          {unit.place}
        </button>
        <span className="quiet cut">{unit.speaker}</span>
        <span className="grow" />
        <IconButton
          icon="halves"
          label={words.agreement.besides}
          hint="B"
          onPress={() => showCoders(unit.source, unit.start)}
        />
      </header>
      <p className="unit-words">{unit.quote}</p>
      <ul className="unit-coders">
        {unit.given.map((given, n) => (
          <li key={coders[n] ?? n}>
            <span className="unit-coder cut">{coders[n]}</span>
            <Given given={given} codes={codes} />
          </li>
        ))}
      </ul>
    </article>
  )
}

function Given({
  given,
  codes,
}: {
  readonly given: readonly CodeId[] | null
  readonly codes: ReturnType<typeof useCodes>
}) {
  const words = useWords()
  if (given === null) return <span className="quiet">{words.agreement.absent}</span>
  if (given.length === 0) return <span className="quiet">{words.agreement.nobody}</span>
  return given.flatMap((id) => {
    const code = codes.byId.get(id)
    return code ? <CodeChip key={id} shortcut={code.shortcut} name={code.name} colour={code.colour} /> : []
  })
}
