/** What readers said, what became of it code by code, and each coding that a decision took off or added. */
import type { AdvisorFigures, CodeFigures, ReviewChange, RoundKind } from '../../schema/review.ts'
import { proposalVerdicts } from '../../schema/review.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'

/** As many as one reads; the file for the appendix has all. */
const most = 300

function useNames(): (id: string) => string {
  const coders = useQuery('coder.list', {}).value
  return (id) => coders?.find((coder) => coder.id === id)?.name ?? ''
}

export function ReaderTable({ rows, kind }: { readonly rows: readonly AdvisorFigures[]; readonly kind: RoundKind }) {
  const shown = kind === 'coding' ? [] : proposalVerdicts
  const { review: say, say: grammar } = useWords()
  const nameOf = useNames()
  return (
    <section aria-label={say.byReader}>
      <h2>{say.byReader}</h2>
      <table className="review-table">
        <thead>
          <tr>
            <th scope="col">{say.advisorFilter}</th>
            <th scope="col">{say.replyDecided}</th>
            {shown.map((verdict) => (
              <th key={verdict} scope="col">
                {say.verdicts[verdict]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.coder}>
              <th scope="row">{nameOf(row.coder)}</th>
              <td>{grammar.number(row.answers)}</td>
              {shown.map((verdict) => (
                <td key={verdict}>{grammar.number(row.verdicts[verdict])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const columns = ['items', 'agree', 'disagree', 'unsure', 'suggest', 'accepted', 'kept', 'discussed', 'open'] as const

export function CodeTable({ rows }: { readonly rows: readonly CodeFigures[] }) {
  const { review: say, say: grammar } = useWords()
  const said = rows.filter(({ agree, disagree, unsure, suggest }) => agree + disagree + unsure + suggest > 0)
  if (said.length === 0) return null
  return (
    <section aria-label={say.byCode}>
      <h2>{say.byCode}</h2>
      <div className="review-wide">
        <table className="review-table">
          <thead>
            <tr>
              <th scope="col">{say.codeFilter}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say.codeColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {said.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  <CodeChips codes={[row.code]} />
                  {row.isReworded && <span className="quiet"> {say.reworded}</span>}
                </th>
                {columns.map((column) => (
                  <td key={column} className={row[column] === 0 ? 'quiet' : undefined}>
                    {grammar.number(row[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {said.length < rows.length && <p className="quiet">{say.nothingSaid(rows.length - said.length)}</p>}
    </section>
  )
}

export function ChangeTable({ rows }: { readonly rows: readonly ReviewChange[] }) {
  const { review: say, say: grammar } = useWords()
  const nameOf = useNames()
  return (
    <>
      <table className="review-table review-changes">
        <thead>
          <tr>
            {(['place', 'change', 'asked', 'decided', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {say.changeColumns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((change) => (
            <tr key={`${change.item} ${change.kind} ${change.code} ${change.advisor}`}>
              <th scope="row">{change.place}</th>
              <td>
                <span className="review-put">
                  <CodeChips codes={[change.code]} /> {say.changeKinds[change.kind]}
                </span>
              </td>
              <td>{nameOf(change.advisor)}</td>
              <td>
                {nameOf(change.decidedBy)}, {grammar.day(change.decidedAt)}
              </td>
              <td>{change.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <p className="quiet">{say.moreChanges(rows.length - most)}</p>}
    </>
  )
}
