/**
 * Coders side by side: one document, cut into its turns, with a column of codes for each coder. J and K walk from
 * one difference to the next; beside the text stands what was given there, to be decided with a reason.
 */
import { useMemo, useState } from 'react'
import type { BesideUnit } from '../../schema/agreement.ts'
import type { SourceId } from '../../schema/ids.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { keyHint, useKeys } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Empty } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import { lookAt, openSource, useAddress, address } from '../workspace.ts'
import './agreement.css'
import { Arbitration } from './arbitration.tsx'
import { askedBy, codersIn } from './coders-address.ts'
import { UnitBeside } from './unit-beside.tsx'

const unitKinds = ['turn', 'paragraph', 'sentence'] as const
type UnitKind = (typeof unitKinds)[number]

export function CodersView() {
  const words = useWords()
  const codes = useCodes()
  const { asked: question, source: open } = useAddress()
  const documents = useQuery('agreement.documents', {}).value
  const wanted = codersIn(question)
  const [kind, setKind] = useState<UnitKind>('turn')
  const source = documents?.find(({ id }) => id === (wanted.source ?? open))?.id ?? documents?.[0]?.id ?? null
  const beside = useQuery('agreement.beside', source ? { source, units: kind } : null, { keepPrevious: true }).value
  const units = useMemo(() => beside?.units ?? [], [beside])
  const [walked, setCurrent] = useState<string | null>(null)
  const differences = useMemo(() => units.flatMap((unit, n) => (unit.open.length > 0 ? [n] : [])), [units])
  const { at: place } = wanted
  // Where one walked to; else where the address leads, or the first difference.
  const at = useMemo(() => {
    const there = units.findIndex((unit) => keyOf(unit) === walked)
    if (there >= 0) return there
    const asked = place === null ? -1 : units.findIndex(({ end }) => end > place)
    return asked >= 0 ? asked : (differences[0] ?? 0)
  }, [units, walked, place, differences])
  const chosen = units[at]

  function choose(next: SourceId): void {
    setCurrent(null)
    lookAt({ ...address.value, asked: askedBy({ source: next, at: null }) })
  }
  function step(by: 1 | -1): void {
    const ahead = by > 0 ? differences.find((n) => n > at) : differences.findLast((n) => n < at)
    const unit = ahead === undefined ? undefined : units[ahead]
    if (unit) setCurrent(keyOf(unit))
  }
  useKeys({ nextPassage: () => step(1), previousPassage: () => step(-1) })
  useOffer({
    of: ({ views }) => views.coders,
    acts: ({ agreement: say }) => [
      { id: 'next-difference', label: say.next, hint: keyHint('nextPassage'), do: () => step(1) },
      { id: 'previous-difference', label: say.previous, hint: keyHint('previousPassage'), do: () => step(-1) },
      ...(documents ?? [])
        .filter(({ id }) => id !== source)
        .slice(0, 60)
        .map(({ id, short, title }) => ({ id: `coders ${id}`, label: `${short} ${title}`, do: () => choose(id) })),
    ],
  })

  if (!documents) return <div className="page" aria-busy="true" />
  if (documents.length === 0)
    return (
      <div className="page" data-pane="coders">
        <Empty icon="halves" title={words.agreement.nothingTitle}>
          {words.agreement.nothingText}
        </Empty>
      </div>
    )
  const coders = beside?.coders ?? []
  return (
    <div className="page coders-page" data-pane="coders">
      <header className="page-head">
        <h1>{words.views.coders}</h1>
        <span className="grow" />
        <span className="quiet tabular">{words.agreement.differences(differences.length)}</span>
        <IconButton
          icon="up"
          label={words.agreement.previous}
          hint={keyHint('previousPassage')}
          isDisabled={!differences.some((n) => n < at)}
          onPress={() => step(-1)}
        />
        <IconButton
          icon="down"
          label={words.agreement.next}
          hint={keyHint('nextPassage')}
          isDisabled={!differences.some((n) => n > at)}
          onPress={() => step(1)}
        />
      </header>
      <div className="report-tools">
        <div className="report-option coders-document">
          <Choice<SourceId>
            label={words.agreement.document}
            value={source ?? documents[0]!.id}
            onChange={choose}
            options={documents.map(({ id, short, title, coders: count }) => ({
              value: id,
              label: `${short} ${title} · ${words.agreement.coders(count)}`,
            }))}
          />
        </div>
        <div className="report-option">
          <Choice<UnitKind>
            label={words.agreement.option.units.name}
            value={kind}
            onChange={setKind}
            options={unitKinds.map((each) => ({ value: each, label: words.agreement.option.units.values[each] }))}
          />
        </div>
        {source && (
          <Button look="quiet" onPress={() => openSource(source, chosen)}>
            {words.agreement.openDocument}
          </Button>
        )}
      </div>
      <div className="coders-body">
        <section className="coders-text" aria-label={words.views.coders}>
          <div className="coders-names" aria-hidden="true" style={columnsOf(coders.length)}>
            <span />
            {coders.map(({ id, name }) => (
              <span key={id} className="cut" title={name}>
                {name}
              </span>
            ))}
          </div>
          <List
            label={words.views.coders}
            rows={units}
            keyOf={keyOf}
            rowHeight={96}
            current={chosen ? keyOf(chosen) : null}
            picked={new Set(chosen ? [keyOf(chosen)] : [])}
            onCurrent={(unit) => setCurrent(keyOf(unit))}
            onOpen={(unit) => source && openSource(source, unit)}
            render={(unit) => <UnitBeside unit={unit} coders={coders} codes={codes} style={columnsOf(coders.length)} />}
          />
        </section>
        {chosen && (
          <Arbitration
            key={`${source} ${keyOf(chosen)}`}
            unit={chosen}
            coders={coders}
            codes={codes}
            onDecided={() => step(1)}
          />
        )}
      </div>
    </div>
  )
}

const keyOf = ({ start, end }: BesideUnit) => `${start} ${end}`

/** The text takes what the columns of the coders leave. */
const columnsOf = (coders: number) => ({
  gridTemplateColumns: `minmax(220px, 1fr) repeat(${coders}, minmax(104px, ${coders > 3 ? 130 : 190}px))`,
})
