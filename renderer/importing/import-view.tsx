/** The review list: what was found in each file, before anything is written; then what became of it. */
import { useMemo, useState } from 'react'
import type { AttributeId } from '../../schema/ids.ts'
import type { ImportItem, ImportVerdict } from '../../schema/importing.ts'
import { useCommand, useWork } from '../archive/use-archive.ts'
import { useOffer } from '../offers.ts'
import { UnitedBefore } from '../merging/united-before.tsx'
import type { ProjectIntake } from '../merging/use-project-intake.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useExplain, useWords } from '../words.ts'
import { go, openSource } from '../workspace.ts'
import './import.css'
import { useGapNotice } from '../guide/use-gap-notice.ts'
import { ReviewTable, type Wish } from './review-table.tsx'
import type { FileIntake } from './use-file-intake.ts'
import { KnownDialog, useDocumentAttributes } from './known-dialog.tsx'

type Shown = 'all' | 'problems' | 'duplicates'

export function ImportView({ intake, projects }: { readonly intake: FileIntake; readonly projects: ProjectIntake }) {
  const words = useWords()
  const explain = useExplain()
  const commit = useWork('import.commit')
  const discard = useCommand('import.discard')
  const tellGaps = useGapNotice()
  const [wishes, setWishes] = useState<ReadonlyMap<number, Wish>>(new Map())
  const [verdicts, setVerdicts] = useState<ReadonlyMap<number, ImportVerdict> | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const { review, reading } = intake
  const items = useMemo(() => review?.items ?? [], [review])
  const wishOf = (item: ImportItem): Wish => wishes.get(item.item) ?? { include: !item.problem && !item.duplicateOf }
  const chosen = items.filter((item) => !item.problem && wishOf(item).include)
  const problems = items.filter(({ problem }) => problem !== null)
  const duplicates = items.filter(({ duplicateOf }) => duplicateOf !== null)
  const rows = shown === 'problems' ? problems : shown === 'duplicates' ? duplicates : items
  const fault = reading.fault ?? commit.fault
  const attributes = useDocumentAttributes()
  const [asked, setAsked] = useState<ImportItem | null>(null)
  const before = asked && chosen.findLast(({ item }) => item < asked.item)

  const wish = (item: ImportItem, change: Partial<Wish>) =>
    setWishes((now) => new Map(now).set(item.item, { ...wishOf(item), ...change }))

  async function write(): Promise<void> {
    if (!review) return
    const choices = chosen.map((item) => {
      const { include: _, known, ...rest } = wishOf(item)
      const values = Object.entries(known ?? {}).map(([attribute, value]) => ({
        attribute: attribute as AttributeId,
        value,
      }))
      return { item: item.item, ...rest, ...(values.length > 0 ? { known: values } : {}) }
    })
    const answer = await commit.start({ import: review.import, choices })
    if (answer) setVerdicts(new Map(answer.map((verdict) => [verdict.item, verdict])))
    if (answer) void tellGaps(answer.flatMap(({ outcome }) => (outcome.kind === 'imported' ? [outcome.source] : [])))
  }
  function startOver(): void {
    if (review && !verdicts) void discard({ import: review.import })
    setWishes(new Map())
    setVerdicts(null)
    setShown('all')
    intake.forget()
  }

  useOffer({
    of: ({ import: { title } }) => title,
    acts: ({ import: say }) => [
      { id: 'import-choose', label: review && !verdicts ? say.addMore : say.choose, do: intake.choose },
      ...(review && !verdicts && chosen.length > 0 && !commit.isBusy
        ? [{ id: 'import-commit', label: say.commit(chosen.length), do: () => void write() }]
        : []),
      ...(review && !commit.isBusy
        ? [{ id: 'import-discard', label: verdicts ? say.another : say.discard, do: startOver }]
        : []),
    ],
  })

  if (!review && !reading.isBusy && intake.waiting === 0)
    return (
      <div className="page">
        <h1 className="unseen">{words.views.import}</h1>
        <FaultLine words={fault && explain(fault)} />
        <Empty
          icon="import"
          title={words.import.emptyTitle}
          act={
            <Button look="strong" onPress={intake.choose}>
              {words.import.choose}
            </Button>
          }
        >
          {words.import.emptyText}
        </Empty>
        <UnitedBefore intake={projects} />
      </div>
    )

  const imported = verdicts ? [...verdicts.values()].filter(({ outcome }) => outcome.kind === 'imported') : []
  const progress = commit.isBusy ? commit.progress : reading.progress
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.import.title}</h1>
        {verdicts ? (
          <span className="grow" role="status">
            {verdicts.size > imported.length
              ? words.import.finishedSome(imported.length, verdicts.size - imported.length)
              : words.import.finished(imported.length)}
          </span>
        ) : (
          <span className="grow quiet" role="status">
            {words.import.summary(chosen.length, items.length)}
          </span>
        )}
        {verdicts ? (
          <>
            <Button onPress={startOver}>{words.import.another}</Button>
            <Button
              look="strong"
              onPress={() => {
                const first = imported[0]?.outcome
                startOver()
                if (first?.kind === 'imported') openSource(first.source)
                else go({ view: 'documents' })
              }}
            >
              {words.import.toDocuments}
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" isDisabled={commit.isBusy} onPress={startOver}>
              {words.import.discard}
            </Button>
            <Button isDisabled={commit.isBusy} onPress={intake.choose}>
              {words.import.addMore}
            </Button>
            <Button
              look="strong"
              isDisabled={chosen.length === 0 || commit.isBusy || reading.isBusy}
              onPress={() => void write()}
            >
              {words.import.commit(chosen.length)}
            </Button>
          </>
        )}
      </header>
      {(reading.isBusy || commit.isBusy || intake.waiting > 0) && (
        <div className="import-progress" role="status">
          <ProgressBar
            label={words.import.title}
            share={progress ? progress.done / Math.max(1, progress.total) : null}
          />
          <div>
            <span className="grow cut quiet">
              {commit.isBusy
                ? words.import.writingOne(progress?.done ?? 0, progress?.total ?? chosen.length, progress?.name ?? '')
                : words.import.readingOne(progress?.done ?? 0, progress?.total ?? intake.waiting, progress?.name ?? '')}
            </span>
            <Button look="quiet" onPress={commit.isBusy ? commit.cancel : reading.cancel}>
              {words.common.cancel}
            </Button>
          </div>
        </div>
      )}
      <FaultLine words={fault && explain(fault)} />
      {(problems.length > 0 || duplicates.length > 0) && (
        <div className="import-filter">
          <Segments<Shown>
            label={words.import.columns.state}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: `${words.import.all} ${items.length}` },
              { value: 'problems', label: words.import.problems(problems.length) },
              { value: 'duplicates', label: words.import.duplicates(duplicates.length) },
            ]}
          />
        </div>
      )}
      <ReviewTable
        rows={rows}
        all={items}
        wishOf={wishOf}
        wish={wish}
        verdicts={verdicts}
        isLocked={commit.isBusy || verdicts !== null}
        onKnown={attributes.length > 0 ? setAsked : null}
      />
      {asked && (
        <KnownDialog
          title={words.cases.form.knownOf(asked.fileName)}
          kind={wishOf(asked).kind ?? asked.kind}
          attributes={attributes}
          value={wishOf(asked).known ?? {}}
          previous={before ? (wishOf(before).known ?? null) : null}
          onChange={(known) => wish(asked, { known })}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
