/** The texts that a document has had: when, by whom, what was changed, and the way back to each. */
import { useCallback, useRef, useState } from 'react'
import type { SourceVersion } from '../../schema/editing.ts'
import type { Source } from '../../schema/source.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { keyHint, perform, useKeys } from '../keys.ts'
import { covering, mayCover } from '../names/covering.ts'
import { namesWish } from '../names/use-names.ts'
import { useObservable } from '../observable.ts'
import { choices, useOffer } from '../offers.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { notify } from '../parts/notices.tsx'
import { showDoubtful } from '../repair/repair-wish.ts'
import { useExplain, useWords } from '../words.ts'
import { openSource, useAddress } from '../workspace.ts'
import { TextDiff, type DiffSteps } from './text-diff.tsx'
import './versions.css'

export function VersionsView() {
  const words = useWords()
  const { source: id } = useAddress()
  const source = useQuery('source.list', {}).value?.find((each) => each.id === id)
  const now = useObservable(covering)
  if (mayCover(now))
    return (
      <div className="page" data-pane="versions" aria-busy={now === null}>
        {now && (
          <Empty
            icon="lock"
            title={words.names.covered}
            act={<Button onPress={() => namesWish.set(true)}>{words.names.choose}</Button>}
          >
            {words.versions.covered}
          </Empty>
        )}
      </div>
    )
  return source ? (
    <Versions key={source.id} source={source} />
  ) : (
    <div className="page" data-pane="versions">
      <Empty icon="history" title={words.versions.noneOpen}>
        {words.versions.noneOpenText}
      </Empty>
    </div>
  )
}

type Against = 'before' | 'current'
type Look = 'beside' | 'unified'

function Versions({ source }: { readonly source: Source }) {
  const words = useWords()
  const explain = useExplain()
  const versions = useQuery('source.versions', { source: source.id })
  const coders = useQuery('coder.list', {}).value ?? []
  const status = useQuery('archive.status', {}).value
  const restore = useCommand('source.restore')
  const [picked, setPicked] = useState<number | null>(null)
  const [against, setAgainst] = useState<Against>('before')
  const [look, setLook] = useState<Look>('beside')
  const [chunks, setChunks] = useState<number | null>(null)
  const steps = useRef<DiffSteps>(null)
  const all = versions.value ?? []
  const current = all.find(({ isCurrent }) => isCurrent)
  const chosen = all.find(({ version }) => version === picked) ?? current
  const previous = chosen && all.find(({ number }) => number < chosen.number)
  // The current text against itself, and the first against none, are no comparison.
  const other = against === 'current' && chosen && !chosen.isCurrent ? current : previous
  const [older, newer] =
    chosen && other ? (other.number < chosen.number ? [other, chosen] : [chosen, other]) : [undefined, chosen]
  const textOf = (version: SourceVersion | undefined) =>
    version ? { source: source.id, version: version.version } : null
  const before = useQuery('source.text', textOf(older)).value
  const after = useQuery('source.text', textOf(newer)).value
  const goingBack = useQuery(
    'source.editPreview',
    chosen && !chosen.isCurrent ? { source: source.id, version: chosen.version } : null,
  ).value
  const nameOf = (version: SourceVersion) => words.versions.name(version.number)
  const onChunks = useCallback((count: number) => setChunks(count), [])
  useKeys({ nextPassage: () => steps.current?.step(1), previousPassage: () => steps.current?.step(-1) })

  async function goBack(version: SourceVersion): Promise<void> {
    const outcome = await restore({ source: source.id, version: version.version, base: current?.version })
    if (!outcome) return
    setPicked(null)
    const doubtful = outcome.changed.length + outcome.parked.length
    notify({
      words: words.versions.restored(source.short, version.number),
      act:
        doubtful > 0
          ? { label: words.editing.look, do: () => showDoubtful(source.id) }
          : { label: words.common.undo, do: () => void perform('undo') },
    })
  }

  useOffer({
    of: ({ versions: { titleOf } }) => titleOf(source.short),
    acts: ({ versions: say }) => [
      ...all
        .filter((version) => version !== chosen)
        .slice(0, 30)
        .map(({ version, number }) => ({
          id: `version ${version}`,
          label: say.name(number),
          do: () => setPicked(version),
        })),
      ...(chosen && !chosen.isCurrent && status?.readOnly === false
        ? [{ id: 'go-back', label: say.goBack(chosen.number), do: () => void goBack(chosen) }]
        : []),
      ...(chosen && !chosen.isCurrent && previous
        ? choices(
            'against',
            say.against,
            against,
            ['before', 'current'] as const,
            (each) => say.againsts[each],
            setAgainst,
          )
        : []),
      ...(older
        ? [
            ...choices('look', say.look, look, ['beside', 'unified'] as const, (each) => say.looks[each], setLook),
            {
              id: 'next-change',
              label: say.nextChange,
              hint: keyHint('nextPassage'),
              do: () => steps.current?.step(1),
            },
            {
              id: 'previous-change',
              label: say.previousChange,
              hint: keyHint('previousPassage'),
              do: () => steps.current?.step(-1),
            },
          ]
        : []),
      { id: 'to-text', label: say.toText, do: () => openSource(source.id) },
    ],
  })

  return (
    <div className="page" data-pane="versions">
      <header className="page-head">
        <h1 className="cut">{words.versions.titleOf(source.short)}</h1>
        <span className="quiet cut grow">{source.title}</span>
        <Button look="quiet" icon="documents" onPress={() => openSource(source.id)}>
          {words.versions.toText}
        </Button>
      </header>
      <FaultLine words={(versions.fault ?? restore.fault) && explain((versions.fault ?? restore.fault)!)} />
      <div className="versions">
        <List<SourceVersion>
          label={words.versions.list}
          rows={all}
          keyOf={({ version }) => `${version}`}
          rowHeight={84}
          className="versions-list"
          current={chosen ? `${chosen.version}` : null}
          picked={new Set(chosen ? [`${chosen.version}`] : [])}
          onCurrent={({ version }) => setPicked(version)}
          onOpen={({ version }) => setPicked(version)}
          render={(version) => (
            <VersionRow version={version} coder={coders.find(({ id }) => id === version.coder)?.name ?? ''} />
          )}
        />
        <section className="versions-diff" aria-label={words.versions.diff}>
          <div className="versions-tools">
            <strong className="tabular">
              {older && newer ? words.versions.compared(nameOf(older), nameOf(newer)) : chosen && nameOf(chosen)}
            </strong>
            {older && (
              <>
                <span className="quiet tabular" role="status">
                  {chunks !== null && words.versions.places(chunks)}
                </span>
                <IconButton
                  icon="up"
                  label={words.versions.previousChange}
                  hint={keyHint('previousPassage')}
                  onPress={() => steps.current?.step(-1)}
                />
                <IconButton
                  icon="down"
                  label={words.versions.nextChange}
                  hint={keyHint('nextPassage')}
                  onPress={() => steps.current?.step(1)}
                />
              </>
            )}
            <span className="grow" />
            {chosen && !chosen.isCurrent && previous && (
              <Segments<Against>
                label={words.versions.against}
                value={against}
                onChange={setAgainst}
                options={(['before', 'current'] as const).map((value) => ({
                  value,
                  label: words.versions.againsts[value],
                }))}
              />
            )}
            {older && (
              <Segments<Look>
                label={words.versions.look}
                value={look}
                onChange={setLook}
                options={(['beside', 'unified'] as const).map((value) => ({
                  value,
                  label: words.versions.looks[value],
                }))}
              />
            )}
          </div>
          {chosen && !chosen.isCurrent && (
            <div className="versions-back">
              <span className="grow quiet">
                {goingBack &&
                  words.editing.consequences(
                    goingBack.changed.length,
                    goingBack.parked.length,
                    goingBack.united.length,
                  )}
              </span>
              <Button
                isDisabled={status?.readOnly !== false || restore.isBusy}
                icon="undo"
                onPress={() => void goBack(chosen)}
              >
                {words.versions.goBack(chosen.number)}
              </Button>
            </div>
          )}
          {all.length === 1 ? (
            <Empty icon="history" title={words.versions.onlyOne}>
              {words.versions.onlyOneText}
            </Empty>
          ) : older && newer && before && after ? (
            <TextDiff
              before={before.text}
              after={after.text}
              names={[nameOf(older), nameOf(newer)]}
              isUnified={look === 'unified'}
              onChunks={onChunks}
              steps={steps}
            />
          ) : newer && after ? (
            <div className="versions-whole" tabIndex={0} role="document" aria-label={nameOf(newer)}>
              {after.text.slice(0, 200_000)}
            </div>
          ) : (
            <div className="grow" aria-busy="true" />
          )}
        </section>
      </div>
    </div>
  )
}

function VersionRow({ version, coder }: { readonly version: SourceVersion; readonly coder: string }) {
  const words = useWords()
  const { number, at, origin, isCurrent, inserted, removed, changed, parked, united } = version
  return (
    <article className="version">
      <header>
        <strong className="tabular">{words.versions.name(number)}</strong>
        <span className="quiet grow cut">{words.versions.origins[origin]}</span>
        {isCurrent && <span className="version-now">{words.versions.now}</span>}
      </header>
      <p className="quiet">
        <time dateTime={at}>{words.say.moment(at)}</time>
        {coder && ` · ${coder}`}
      </p>
      {origin !== 'import' && (
        <p className="tabular version-facts">
          <span className="version-in">+{words.say.number(inserted)}</span>{' '}
          <span className="version-out">−{words.say.number(removed)}</span>
          {changed + parked + united > 0 && (
            <span className="quiet"> · {words.versions.did(changed, parked, united)}</span>
          )}
        </p>
      )}
    </article>
  )
}
