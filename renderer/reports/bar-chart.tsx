/** The codes used most, as bars from zero with their numbers at the end; a click shows the passages. */
import type { CodeId } from '../../schema/ids.ts'
import type { CodeFrequency, Measure } from '../../schema/report.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { useWords } from '../words.ts'

export function BarChart({
  report,
  codes,
  measure,
  isRolledUp,
  chosen,
  onChoose,
}: {
  readonly report: CodeFrequency
  readonly codes: Codes
  readonly measure: Measure
  readonly isRolledUp: boolean
  readonly chosen: CodeId | null
  readonly onChoose: (code: CodeId) => void
}) {
  const words = useWords()
  const bars = report.rows
    .map((row) => ({ code: codes.byId.get(row.code), value: (isRolledUp ? row.rolledUp : row.own)[0]?.[measure] ?? 0 }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value)
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure className="bars" aria-label={words.reports.chart}>
      <figcaption className="quiet">
        {words.reports.measures[measure]},{' '}
        {isRolledUp ? words.reports.rolledUp.toLowerCase() : words.reports.own.toLowerCase()}
      </figcaption>
      <ol>
        {bars.map(({ code, value }) =>
          code ? (
            <li key={code.id}>
              <button
                type="button"
                aria-pressed={code.id === chosen}
                title={code.name}
                style={{ '--code': code.colour } as React.CSSProperties}
                onClick={() => onChoose(code.id)}
              >
                <span className="bar-name cut">
                  <span className="code-key">{code.shortcut}</span> {code.name}
                </span>
                <span className="bar-room">
                  <span className="bar-length" style={{ width: `${(value / most) * 100}%` }} />
                  <span className="bar-value tabular">{words.say.number(value)}</span>
                </span>
              </button>
            </li>
          ) : null,
        )}
      </ol>
    </figure>
  )
}
