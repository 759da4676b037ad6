/** The tables of a union: documents, codes and where they go, differences, losses. */
import { useState } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { Clash, LossGroup, PlannedCode, PlannedDocument } from '../../schema/interchange.ts'
import { optionsOf, useCodes } from '../codebook/use-codebook.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { useExplain, useWords } from '../words.ts'
import { clashWords } from './clash-words.ts'
import { Cell, Rows } from './rows.tsx'
import type { ProjectIntake } from './use-project-intake.ts'

export function DocumentTable({
  rows,
  isReport = false,
}: {
  readonly rows: readonly PlannedDocument[]
  /** Afterwards the codings are not told document by document. */
  readonly isReport?: boolean
}) {
  const { merging: say } = useWords()
  const explain = useExplain()
  const { columns } = say
  const remarkOf = ({ remark, fault, moved, changed, parked }: PlannedDocument) =>
    [
      fault ? explain(fault) : remark && say.remarks[remark],
      moved > 0 && say.moved(moved),
      changed > 0 && say.changed(changed),
      parked > 0 && say.parked(parked),
    ]
      .filter(Boolean)
      .join('; ')
  return (
    <Rows
      label={columns.document}
      kind="documents"
      columns={[columns.document, columns.becomes, isReport ? '' : columns.codings, columns.remark]}
      rows={rows}
      none={say.nothing}
      renderRow={(row) => (
        <>
          <Cell className="cut" title={row.title}>
            {row.title}
          </Cell>
          <Cell className={row.becomes.kind === 'new' ? 'union-new' : 'quiet'}>{becomes(say, row.becomes)}</Cell>
          <Cell className="tabular">{row.codings === 0 ? null : say.newOf(row.newCodings, row.codings)}</Cell>
          <Cell className="union-remark">{remarkOf(row)}</Cell>
        </>
      )}
    />
  )
}

function becomes(say: ReturnType<typeof useWords>['merging'], { kind, short }: PlannedDocument['becomes']): string {
  if (kind === 'new') return say.fresh(short)
  return kind === 'same' ? say.same(short) : say.otherText(short)
}

export function CodeTable({ rows, intake }: { readonly rows: readonly PlannedCode[]; readonly intake: ProjectIntake }) {
  const { merging: say, say: grammar } = useWords()
  const codes = useCodes()
  const [asked, setAsked] = useState<PlannedCode | null>(null)
  const { codeColumns: columns } = say
  const targetOf = ({ becomes: to }: PlannedCode) =>
    to.kind === 'new' ? say.newCode : `${codes.byId.get(to.code)?.name ?? ''} (${say.by[to.by]})`
  return (
    <>
      <Rows
        label={columns.code}
        kind="codes"
        columns={[columns.code, columns.codings, columns.becomes]}
        rows={rows}
        none={say.nothing}
        renderRow={(row) => (
          <>
            <Cell className="cut" title={row.path.join(' / ')}>
              {row.path.length > 1 && <span className="quiet">{row.path.slice(0, -1).join(' / ')} / </span>}
              {row.path.at(-1)}
            </Cell>
            <Cell className="tabular">{grammar.number(row.codings)}</Cell>
            <Cell className="union-target">
              <span className={row.becomes.kind === 'new' ? 'grow cut union-new' : 'grow cut quiet'}>
                {targetOf(row)}
              </span>
              <Button
                look="quiet"
                aria-label={say.changeOf(row.path.at(-1) ?? '')}
                isDisabled={intake.uniting.isBusy}
                onPress={() => setAsked(row)}
              >
                {say.change}
              </Button>
            </Cell>
          </>
        )}
      />
      {asked && <ChooseTarget code={asked} intake={intake} onClose={() => setAsked(null)} />}
    </>
  )
}

function ChooseTarget({
  code,
  intake,
  onClose,
}: {
  readonly code: PlannedCode
  readonly intake: ProjectIntake
  readonly onClose: () => void
}) {
  const words = useWords()
  const codes = useCodes()
  const now = code.becomes.kind === 'new' ? 'new' : code.becomes.code
  const [into, setInto] = useState<string>(now)
  const targets = codes.all.filter(({ codable }) => codable || code.codings === 0)
  return (
    <Dialog title={words.merging.changeOf(code.path.at(-1) ?? '')} onClose={onClose}>
      <Choice
        label={words.merging.target}
        value={into}
        options={[{ value: 'new', label: words.merging.targetNew }, ...optionsOf(codes, targets)]}
        onChange={setInto}
      />
      <DialogActs>
        <Button look="quiet" onPress={onClose}>
          {words.common.cancel}
        </Button>
        <Button
          look="strong"
          onPress={() => {
            intake.choose(code.ref, into as CodeId | 'new')
            onClose()
          }}
        >
          {words.common.done}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

/** Of a report: the codes that were new. */
export function NewCodes({ rows }: { readonly rows: readonly string[] }) {
  const { merging: say } = useWords()
  return (
    <Rows
      label={say.codeColumns.code}
      kind="losses"
      columns={[say.codeColumns.code]}
      rows={rows}
      none={say.noClashes}
      renderRow={(path) => <Cell className="cut">{path}</Cell>}
    />
  )
}

export function ClashTable({ rows, inAll }: { readonly rows: readonly Clash[]; readonly inAll: number }) {
  const words = useWords()
  const { merging: say } = words
  const { clashColumns: columns } = say
  return (
    <>
      <Rows
        label={say.clashes(inAll)}
        kind="clashes"
        columns={[columns.what, columns.on, columns.stays, columns.leaves]}
        rows={rows}
        none={say.noClashes}
        renderRow={({ kind, on, stays, leaves }) => (
          <>
            <Cell>{say.clashKinds[kind]}</Cell>
            <Cell className="cut" title={on}>
              {on}
            </Cell>
            <Cell className="union-remark">{clashWords(words, kind, stays)}</Cell>
            <Cell className="union-remark quiet">{clashWords(words, kind, leaves)}</Cell>
          </>
        )}
      />
      {inAll > rows.length && <p className="union-none quiet">{say.more(inAll - rows.length)}</p>}
    </>
  )
}

export function LossTable({ rows }: { readonly rows: readonly LossGroup[] }) {
  const { merging: say, say: grammar } = useWords()
  const { lossColumns: columns } = say
  return (
    <Rows
      label={columns.fate}
      kind="losses"
      columns={[columns.element, columns.count, columns.fate, columns.why, columns.names]}
      rows={rows}
      none={say.noLosses}
      renderRow={({ element, count, fate, why, names }) => (
        <>
          <Cell>
            <code>{element}</code>
          </Cell>
          <Cell className="tabular">{grammar.number(count)}</Cell>
          <Cell>{say.fates[fate]}</Cell>
          <Cell>{say.reasons[why]}</Cell>
          <Cell className="union-remark quiet">{names.join(', ')}</Cell>
        </>
      )}
    />
  )
}
