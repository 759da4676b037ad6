/** A query for those who do not type: conditions in rows, written into the box above as they are chosen. */
import { useEffect, useRef, useState } from 'react'
import { printQuery } from '../../schema/query-print.ts'
import { parseQuery } from '../../schema/query.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { tongue } from '../settings.ts'
import { useWords } from '../words.ts'
import './builder.css'
import { BuilderReach, type ReachChoice } from './builder-reach.tsx'
import { BuilderRow } from './builder-row.tsx'
import { builtOf, emptyRow, isMixed, treeOf, type Built, type Join } from './built-query.ts'
import { useKnownNames } from './use-known-names.ts'

/** A query holds 64 names; a row may hold two of them. */
const mostRows = 30

const everywhere: readonly ReachChoice[] = ['usual', 'paragraph', 'turn', 'document', 'case', 'words']
/** The rows of a text; one empty row where it asks nothing. */
function shown(query: string): Built | null {
  const built = builtOf(parseQuery(query))
  return built?.rows.length === 0 ? { ...built, rows: [emptyRow] } : built
}

export function QueryBuilder({
  query,
  onChange,
}: {
  readonly query: string
  readonly onChange: (query: string) => void
}) {
  const words = useWords()
  const said = words.retrieval.builder
  const language = useObservable(tongue)
  const known = useKnownNames()
  const [kept, setKept] = useState(() => ({ query, built: shown(query) }))
  const place = useRef<HTMLElement>(null)
  /** The row that has the focus after the next change. */
  const wished = useRef<number | null>(null)
  // Written elsewhere: the rows follow the text. What they wrote themselves is theirs, with the rows that wait.
  const built = kept.query === query ? kept.built : shown(query)
  if (kept.query !== query) setKept({ query, built })

  useEffect(() => {
    if (wished.current === null) return
    const rows = place.current?.querySelectorAll<HTMLElement>('.builder-row')
    rows?.[wished.current]?.querySelector('button')?.focus()
    wished.current = null
  })

  function change(next: Built): void {
    const whole = { ...next, closer: isMixed(next.rows) ? next.closer : ('and' as const) }
    const tree = treeOf(whole)
    const text = tree ? printQuery(tree, language) : ''
    setKept({ query: text, built: whole })
    if (text !== query) onChange(text)
  }

  if (!built)
    return (
      <section className="builder" aria-label={said.title}>
        <p className="quiet builder-deep">{said.tooDeep}</p>
      </section>
    )
  const { rows, closer, within } = built
  return (
    <section className="builder" aria-label={said.title} ref={place}>
      <div className="builder-rows">
        {rows
          .map((row, n) => ({ row, n }))
          .map(({ row, n }) => (
            <BuilderRow
              key={n}
              at={n}
              row={row}
              isBound={isMixed(rows) && hasNeighbour(built, n)}
              known={known}
              onChange={(next) => change({ ...built, rows: rows.with(n, next) })}
              onRemove={() => {
                wished.current = Math.max(0, n - 1)
                const [first = emptyRow, ...more] = rows.toSpliced(n, 1)
                change({ ...built, rows: [{ ...first, join: 'and' }, ...more] })
              }}
            />
          ))}
      </div>
      <div className="builder-foot">
        <Button
          icon="plus"
          isDisabled={rows.length >= mostRows}
          onPress={() => {
            wished.current = rows.length
            const join = rows.length > 1 ? (rows.at(-1)?.join ?? 'and') : 'and'
            change({ ...built, rows: [...rows, { ...emptyRow, join }] })
          }}
        >
          {said.add}
        </Button>
        {isMixed(rows) && (
          <span className="builder-said">
            <span className="quiet" aria-hidden="true">
              {said.binding}
            </span>
            <Segments<Join>
              label={said.binding}
              value={closer}
              options={(['and', 'or'] as const).map((value) => ({ value, label: said.bindings[value] }))}
              onChange={(next) => change({ ...built, closer: next })}
            />
          </span>
        )}
        <span className="grow" />
        <span className="builder-said">
          <span className="quiet" aria-hidden="true">
            {said.within}
          </span>
          <BuilderReach
            bare
            label={said.within}
            usual={said.anywhere}
            reach={within}
            offered={everywhere}
            onChange={(next) => change({ ...built, within: next })}
          />
        </span>
      </div>
    </section>
  )
}

/** Whether the row stands in one bracket with a neighbour. */
function hasNeighbour({ rows, closer }: Built, n: number): boolean {
  return (n > 0 && rows[n]?.join === closer) || rows[n + 1]?.join === closer
}
