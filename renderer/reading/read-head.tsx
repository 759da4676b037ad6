/** Over the columns: which code is read, what stands beside it, and what the headings are. */
import type { Code } from '../../schema/codebook.ts'
import { pathOf, type Codes } from '../codebook/use-codebook.ts'
import { keyHint } from '../keys.ts'
import { choices, useOffer } from '../offers.ts'
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
  const swap = () => other && onGo({ ...reading, code: other.id, beside: { kind: 'code', code: code.id } })
  const setGroups = (by: string) =>
    setBeside(by ? { kind: 'groups', by: by as GroupBy, left: null, right: null } : null)
  const setHeadings = (by: string) => onChange({ ...reading, group: by ? (by as GroupBy) : null })
  const bys = groupings.map(({ by }): string => by)
  const nameOf = (by: string) => groupings.find((each) => each.by === by)?.label ?? ''
  useOffer({
    of: ({ views }) => views.reading,
    acts: (say) => [
      { id: 'read-definition', label: say.reading.definition, do: onOpen },
      ...(other
        ? [
            { id: 'read-swap', label: say.reading.swap, do: swap },
            { id: 'read-merge', label: say.reading.merge, hint: keyHint('mergeCode'), do: onMerge },
            {
              id: 'read-close',
              label: say.reading.closeBeside(other.name),
              do: () => setBeside(null),
            },
          ]
        : choices<string>(
            'read groups',
            say.reading.compareGroups,
            beside?.kind === 'groups' ? beside.by : '',
            ['', ...bys],
            (by) => (by === '' ? say.reading.noGroups : nameOf(by)),
            setGroups,
          )),
      ...choices<string>(
        'read headings',
        say.reading.groupBy,
        reading.group ?? '',
        ['', ...bys],
        (by) => (by === '' ? say.reading.noHeadings : nameOf(by)),
        setHeadings,
      ),
    ],
  })
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
          <IconButton icon="swap" label={words.reading.swap} onPress={swap} />
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
            onChange={setGroups}
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
          onChange={setHeadings}
        />
      </div>
    </header>
  )
}
