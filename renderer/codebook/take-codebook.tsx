/** A codebook on its way in: what would be new and what would change; each line may be left out. */
import { useMemo, useState } from 'react'
import type { CodebookField, ReadCodebook } from '../../schema/codebook-file.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { WordsDiff } from '../repair/words-diff.tsx'
import { useExplain, useWords } from '../words.ts'

const mostShown = 500
/** What these were and become is said beside the code; of texts, under it. */
const short: ReadonlySet<CodebookField> = new Set(['name', 'shortcut', 'below', 'colour'])
const long: ReadonlySet<CodebookField> = new Set(['definition', 'include', 'exclude', 'example'])

export function TakeCodebook({ table, onClose }: { readonly table: ReadCodebook; readonly onClose: () => void }) {
  const words = useWords()
  const said = words.codebookFiles
  const explain = useExplain()
  const take = useCommand('codebook.import')
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const asked = useMemo(
    () => ({
      name: table.name,
      rows: table.rows.map((row) => [...row]),
      guids: [...table.guids],
      sets: table.sets.map((set) => ({ ...set, rows: [...set.rows] })),
      choices: [...left].map((row) => ({ row, act: 'leave' as const })),
    }),
    [table, left],
  )
  const { value: plan, fault } = useQuery('codebook.importPlan', asked, { keepPrevious: true })
  const lines = (plan?.lines ?? []).filter(({ becomes }) => becomes.kind === 'new' || becomes.changes.length > 0)
  const failed = fault ?? take.fault

  // Lines of a table have numbers; codes of another program have none.
  const nameOf = (row: number) => (table.guids.length > 0 && table.rows[row - 1]?.[0]) || said.row(row)

  async function confirm(): Promise<void> {
    const done = await take(asked)
    if (!done) return
    notify({
      words: said.taken(done.newCodes, done.changed),
      act: { label: words.common.undo, do: () => void perform('undo') },
    })
    onClose()
  }
  return (
    <Dialog size="wide" title={said.takeTitle(table.name)} onClose={onClose}>
      {plan && (
        <div className="table-import">
          <p>{said.sum(plan.newCodes, plan.changed, plan.same)}</p>
          <p className="quiet">{table.guids.length > 0 ? said.stayExchanged : said.stay}</p>
          {lines.length > 0 && (
            <div className="table-columns" tabIndex={0} role="region" aria-label={said.lines}>
              {lines.slice(0, mostShown).map(({ row, path, isLeft, becomes }) => (
                <label key={`${row} ${path.join('/')}`} className="tick-line">
                  <input
                    type="checkbox"
                    checked={!isLeft}
                    disabled={row === 0 || (isLeft && !left.has(row))}
                    onChange={() =>
                      setLeft((now) => new Set(now.has(row) ? [...now].filter((one) => one !== row) : [...now, row]))
                    }
                  />
                  <span className="grow">
                    {path.join(' › ')}
                    {becomes.kind === 'here' &&
                      becomes.changes
                        .filter(({ field }) => long.has(field))
                        .map(({ field, from, to }) => (
                          <span key={field} className="taken-words">
                            <WordsDiff was={from} is={to} />
                          </span>
                        ))}
                  </span>
                  <span className="quiet">
                    {becomes.kind === 'new'
                      ? said.fresh
                      : becomes.changes
                          .map(({ field, from, to }) =>
                            short.has(field) ? said.becomes(said.fields[field], from, to) : said.fields[field],
                          )
                          .join(', ')}
                  </span>
                </label>
              ))}
            </div>
          )}
          {plan.sets.length > 0 && (
            <ul className="taken-sets" aria-label={said.sets}>
              {plan.sets.slice(0, mostShown).map(({ name, isNew, gains }) => (
                <li key={name}>{isNew ? said.newSet(name, gains) : said.grownSet(name, gains)}</li>
              ))}
            </ul>
          )}
          {table.losses.length > 0 && (
            <ul className="refused-list" tabIndex={0} aria-label={said.losses}>
              <li className="field-label">{said.losses}</li>
              {table.losses.map(({ element, why, count, names }) => (
                <li key={`${element} ${why}`}>
                  <span>
                    <code>{element}</code> {words.say.number(count)}
                  </span>
                  <span className="quiet">{[words.merging.reasons[why], ...names].join(', ')}</span>
                </li>
              ))}
            </ul>
          )}
          {plan.unknownColumns.length > 0 && <p className="quiet">{said.unknown(plan.unknownColumns.join(', '))}</p>}
          {plan.refused.length > 0 && (
            <ul className="refused-list" tabIndex={0} aria-label={said.refused}>
              {plan.refused.slice(0, mostShown).map(({ row, fault: each }) => (
                <li key={`${row} ${each.kind}`}>
                  <span className="tabular">{nameOf(row)}</span>
                  <span className="quiet">{explain(each)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <FaultLine words={failed && explain(failed)} />
      <DialogActs>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button
          look="strong"
          isDisabled={!plan || take.isBusy || plan.newCodes + plan.changed + plan.sets.length === 0}
          onPress={() => void confirm()}
        >
          {said.takeDo}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
