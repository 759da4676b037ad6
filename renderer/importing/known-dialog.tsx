/** What is known of a document that is about to come in: the form of METHODS 2.1, before anything is written. */
import { useMemo, useState } from 'react'
import type { Attribute } from '../../schema/attribute.ts'
import { readValue } from '../../schema/attribute-values.ts'
import type { ArchiveFault } from '../../schema/error.ts'
import type { SourceKind } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { attributeColumns } from '../cases/columns.ts'
import { KnownLine } from '../cases/known-form.tsx'
import { isAskedOf } from '../cases/rules.ts'
import { keyHint, useKeys } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'

/** By attribute id; what is not known has no entry. */
export type KnownOfItem = Readonly<Record<string, string>>

const none: readonly Attribute[] = []

/** What is asked of documents. */
export function useDocumentAttributes(): readonly Attribute[] {
  const all = useQuery('attribute.list', {}).value ?? none
  return useMemo(() => all.filter(({ owner }) => owner === 'source'), [all])
}

export function KnownDialog({
  title,
  kind,
  attributes,
  value,
  previous,
  onChange,
  onClose,
}: {
  readonly title: string
  readonly kind: SourceKind
  readonly attributes: readonly Attribute[]
  readonly value: KnownOfItem
  /** What was entered for the file before it. */
  readonly previous: KnownOfItem | null
  readonly onChange: (value: KnownOfItem) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const [fault, setFault] = useState<ArchiveFault | null>(null)
  const asked = attributes.filter((each) => isAskedOf(each, kind))
  useKeys({ sameAsPrevious: same })

  function fill(attribute: Attribute, text: string): void {
    const read = readValue(attribute, text)
    setFault(read.ok ? null : read.fault)
    if (!read.ok) return
    const { [attribute.id]: _, ...others } = value
    onChange(read.value === '' ? others : { ...others, [attribute.id]: read.value })
  }
  function same(): void {
    const fits = new Set<string>(asked.filter(({ meaning }) => meaning === '').map(({ id }) => id))
    const theirs = Object.entries(previous ?? {}).filter(([id]) => fits.has(id))
    onChange({ ...Object.fromEntries(theirs), ...value })
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="known-form known-dialog">
        {attributeColumns(asked, words).map((column) => (
          <KnownLine
            key={column.id}
            column={column}
            value={value[column.id] ?? ''}
            onChange={(text) => column.attribute && fill(column.attribute, text)}
          />
        ))}
      </div>
      <FaultLine words={fault && explain(fault)} />
      <DialogActs>
        {previous && (
          <Button look="quiet" onPress={same}>
            {words.cases.form.same} <kbd>{keyHint('sameAsPrevious')}</kbd>
          </Button>
        )}
        <Button look="strong" onPress={onClose}>
          {words.common.done}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
