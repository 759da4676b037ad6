/** Over the columns: which code is read, what stands beside it, and what the headings are. */
import type { Code } from '../../schema/codebook.ts'
import { pathOf, type Codes } from '../codebook/use-codebook.ts'
import { keyHint } from '../keys.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import type { Grouping } from './grouping.ts'
import type { Beside, GroupBy, Reading } from './reading-address.ts'

export function ReadHead({
  reading,
  code,
  other,
  codes,
  groupings,
  isOpen,
  onOpen,
  onChoose,
  onCompare,
  onMerge,
  onChange,
  onGo,
}: {
  readonly reading: Reading
  readonly code: Code
  /** The code beside it, if any. */
  readonly other: Code | null
  readonly codes: Codes
  readonly groupings: readonly Grouping[]
  /** The definition is shown. */
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onChoose: () => void
  readonly onCompare: () => void
  readonly onMerge: () => void
  readonly onChange: (reading: Reading) => void
  readonly onGo: (reading: Reading) => void
}) {
  const words = useWords()
  const { beside, group } = reading
  const parent = code.parent ? codes.byId.get(code.parent) : undefined
  const setBeside = (next: Beside | null) => onGo({ ...reading, beside: next })
  return (
    <header className="page-head read-page-head">
      <h1 className="cut" style={{ '--code': code.colour } as React.CSSProperties}>
        <button
          type="button"
          className="read-title"
          title={parent ? pathOf(codes, code) : undefined}
          onClick={onChoose}
        >
          <span className="code-dot" />
          {code.shortcut && <span className="code-key">{code.shortcut}</span>}
          <span className="cut">{code.name}</span>
          <Icon name="down" />
          <span className="unseen">{words.reading.chooseOther}</span>
        </button>
      </h1>
      <IconButton icon="memo" label={words.reading.definition} pressed={isOpen} onPress={onOpen} />
      <span className="grow" />
      {other ? (
        <>
          <IconButton
            icon="swap"
            label={words.reading.swap}
            onPress={() => onGo({ ...reading, code: other.id, beside: { kind: 'code', code: code.id } })}
          />
          <Button look="quiet" onPress={onMerge} aria-keyshortcuts={keyHint('mergeCode')}>
            {words.reading.merge}
          </Button>
        </>
      ) : (
        <Button icon="halves" onPress={onCompare} aria-keyshortcuts={keyHint('compareCodes')}>
          {words.reading.compareCode}
        </Button>
      )}
      {!other && (
        <div className="read-choice">
          <Choice<string>
            bare
            label={words.reading.compareGroups}
            value={beside?.kind === 'groups' ? beside.by : ''}
            options={[
              { value: '', label: words.reading.noGroups },
              ...groupings.map(({ by, label }) => ({ value: by as string, label: words.reading.groupsBy(label) })),
            ]}
            onChange={(by) => setBeside(by ? { kind: 'groups', by: by as GroupBy, left: null, right: null } : null)}
          />
        </div>
      )}
      <div className="read-choice">
        <Choice<string>
          bare
          label={words.reading.groupBy}
          value={group ?? ''}
          options={[
            { value: '', label: words.reading.noHeadings },
            ...groupings.map(({ by, label }) => ({ value: by as string, label: words.reading.headingsBy(label) })),
          ]}
          onChange={(by) => onChange({ ...reading, group: by ? (by as GroupBy) : null })}
        />
      </div>
    </header>
  )
}
