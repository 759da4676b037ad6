/** A table on its way in: what each column is taken for, what would change, what cannot be taken in and why. */
import { useMemo, useState } from 'react'
import {
  attributeTypes,
  sourceFields,
  type Attribute,
  type AttributeOwner,
  type AttributeType,
  type SourceField,
} from '../../schema/attribute.ts'
import type { ColumnMeaning, ReadRows } from '../../schema/attribute-table.ts'
import type { AttributeId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'

export function TableDialog({
  owner,
  table,
  attributes,
  onClose,
}: {
  readonly owner: AttributeOwner
  readonly table: ReadRows
  readonly attributes: readonly Attribute[]
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const said = words.cases.import
  const take = useCommand('attribute.import')
  const [columns, setColumns] = useState<readonly ColumnMeaning[] | null>(null)
  const [extendLists, setExtendLists] = useState(false)
  const [newCases, setNewCases] = useState(owner === 'case')
  const asked = useMemo(
    () => ({
      owner,
      rows: table.rows.map((row) => [...row]),
      ...(columns ? { columns: [...columns] } : {}),
      extendLists,
      newCases,
    }),
    [owner, table, columns, extendLists, newCases],
  )
  const { value: plan, fault } = useQuery('attribute.importPlan', asked, { keepPrevious: true })
  const own = attributes.filter((each) => each.owner === owner)
  const options = optionsOf(owner, own, words)
  const failed = fault ?? take.fault
  const isListed = plan?.refused.some(({ fault: each }) => each.kind === 'value-not-in-list') ?? false

  async function confirm(): Promise<void> {
    const done = await take({ ...asked, skipRefused: true })
    if (!done) return
    notify({
      words: words.cases.filled(done.changed),
      act: { label: words.common.undo, do: () => void perform('undo') },
    })
    onClose()
  }
  return (
    <Dialog size="wide" title={said.title(table.name)} onClose={onClose}>
      {plan && (
        <div className="table-import">
          <p className="quiet">{said.rows(plan.rows, table.rows.length - 1)}</p>
          <div className="table-columns" tabIndex={0} role="region" aria-label={said.columns}>
            {plan.columns.map(({ head, meaning, values }, at) => (
              // Columns of a file may have one name.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={at} className="known-line">
                <span className="cut">
                  {head || said.unnamed(at + 1)} <span className="quiet tabular">{words.say.number(values)}</span>
                </span>
                <Choice<string>
                  bare
                  label={said.taken(head || said.unnamed(at + 1))}
                  value={codeOf(meaning)}
                  options={options}
                  onChange={(code) =>
                    setColumns(plan.columns.map((each, index) => (index === at ? meaningOf(code) : each.meaning)))
                  }
                />
              </div>
            ))}
          </div>
          {owner === 'case' && (
            <label className="tick-line">
              <input type="checkbox" checked={newCases} onChange={(event) => setNewCases(event.target.checked)} />
              {said.newCases(plan.newCases.length)}
            </label>
          )}
          {(isListed || extendLists) && (
            <label className="tick-line">
              <input type="checkbox" checked={extendLists} onChange={(event) => setExtendLists(event.target.checked)} />
              {said.extendLists(plan.newChoices.length)}
            </label>
          )}
          {plan.refusedInAll > 0 && (
            <section>
              <p className="attribute-lost">{said.refused(plan.refusedInAll)}</p>
              <ul className="refused-list" tabIndex={0} aria-label={said.refused(plan.refusedInAll)}>
                {plan.refused.slice(0, 200).map(({ row, column, fault: each }) => (
                  <li key={`${row} ${column}`}>
                    <span className="tabular">{said.cell(row, column)}</span>
                    <span className="quiet">{explain(each)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
      <FaultLine words={failed && explain(failed)} />
      <DialogActs>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button look="strong" isDisabled={!plan || plan.changed === 0} onPress={() => void confirm()}>
          {said.take(plan?.changed ?? 0)}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

function optionsOf(owner: AttributeOwner, own: readonly Attribute[], words: Words) {
  const said = words.cases.import
  return [
    { value: 'row', label: owner === 'source' ? words.cases.document : words.cases.case },
    { value: 'skip', label: said.skip },
    ...(owner === 'source'
      ? sourceFields.map((field) => ({ value: `column ${field}`, label: words.cases.fields[field] }))
      : []),
    ...own.map(({ id, name }) => ({ value: `column ${id}`, label: name })),
    ...attributeTypes.map((type) => ({ value: `new ${type}`, label: said.fresh(words.cases.dialog.types[type]) })),
  ]
}

function codeOf(meaning: ColumnMeaning): string {
  if (meaning.as === 'column') return `column ${meaning.column}`
  return meaning.as === 'new' ? `new ${meaning.type}` : meaning.as
}
function meaningOf(code: string): ColumnMeaning {
  if (code === 'row' || code === 'skip') return { as: code }
  const [as = '', ...rest] = code.split(' ')
  const what = rest.join(' ')
  return as === 'new'
    ? { as: 'new', type: what as AttributeType }
    : { as: 'column', column: what as SourceField | AttributeId }
}
