/** What a project would bring, before anything is written; then what it brought. */
import { useEffect, useState } from 'react'
import type { ImportReport, PlannedDocument, UnionPlan } from '../../schema/interchange.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Passphrase } from '../parts/field.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useExplain, useWords } from '../words.ts'
import { ClashTable, CodeTable, DocumentTable, LossTable, NewCodes } from './union-tables.tsx'
import type { ProjectIntake } from './use-project-intake.ts'
import './merging.css'

type Part = 'documents' | 'codes' | 'clashes' | 'losses'

export function UnionView({ intake }: { readonly intake: ProjectIntake }) {
  const { merging: say, common } = useWords()
  const explain = useExplain()
  const turn = useTurn()
  const kept = useQuery('project.report', intake.kept ? { report: intake.kept } : null).value
  const { review, reading, uniting, fault } = intake
  const report = kept ?? intake.report
  // Taken back by a key or from the history, it is nothing to look at or to take back once more.
  const written = useQuery('project.report', intake.report ? { report: intake.report.id } : null)
  const isTakenBack = written.fault?.kind === 'no-such-report'
  const { close } = intake
  useEffect(() => {
    if (isTakenBack) close()
  }, [isTakenBack, close])
  const isLocked = fault?.kind === 'passphrase-needed' || fault?.kind === 'passphrase-wrong'
  const isReady = review !== null && !report && !uniting.isBusy && !review.plan.changesNothing

  useOffer({
    of: ({ merging: { unite } }) => unite,
    acts: ({ merging: words }) => [
      ...(isReady ? [{ id: 'project-unite', label: words.unite, do: intake.unite }] : []),
      ...(uniting.isBusy
        ? []
        : [{ id: 'project-close', label: report ? words.close : words.discard, do: intake.close }]),
    ],
  })

  return (
    <div className="page union">
      <header className="page-head">
        <h1>{say.title(report?.fileName ?? intake.fileName)}</h1>
        <span className="grow quiet cut" role="status">
          {statusOf(say, review?.plan ?? null, report)}
        </span>
        {report ? (
          <>
            {intake.report && (
              <Button
                onPress={() => {
                  intake.close()
                  void turn('history.undo')
                }}
              >
                {common.undo}
              </Button>
            )}
            <Button look="strong" onPress={intake.close}>
              {say.close}
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" isDisabled={uniting.isBusy} onPress={intake.close}>
              {say.discard}
            </Button>
            <Button look="strong" isDisabled={!isReady} onPress={intake.unite}>
              {say.unite}
            </Button>
          </>
        )}
      </header>
      {(reading.isBusy || intake.sending || uniting.isBusy) && <Progress intake={intake} />}
      {isLocked ? (
        <Unlock
          name={intake.fileName}
          fault={fault.kind === 'passphrase-wrong' ? explain(fault) : undefined}
          intake={intake}
        />
      ) : (
        <FaultLine words={fault && explain(fault)} />
      )}
      {report ? <Reported report={report} /> : review && <Planned plan={review.plan} intake={intake} />}
    </div>
  )
}

type Say = ReturnType<typeof useWords>['merging']

function statusOf(say: Say, plan: UnionPlan | null, report: ImportReport | null): string {
  if (report) return report.isCancelled ? say.stopped : say.done(report.counts.newCodings, report.counts.newDocuments)
  if (!plan) return ''
  return plan.changesNothing ? say.nothing : say.summary(plan.counts.newCodings, plan.counts.newDocuments)
}

function Progress({ intake }: { readonly intake: ProjectIntake }) {
  const { merging: say, common } = useWords()
  const { reading, uniting, sending } = intake
  const work = uniting.isBusy ? uniting : reading
  const { progress } = work
  const line = uniting.isBusy ? say.unitingOne : say.readingOne
  const label = sending ? say.taking : uniting.isBusy ? say.uniting : say.reading
  const now = sending ?? progress
  return (
    <div className="import-progress" role="status">
      <ProgressBar label={label} share={now ? now.done / Math.max(1, now.total) : null} />
      <div>
        <span className="grow cut quiet">
          {progress && !sending ? line(progress.done, progress.total, progress.name) : label}
        </span>
        <Button look="quiet" onPress={sending ? intake.stopSending : work.cancel}>
          {common.cancel}
        </Button>
      </div>
    </div>
  )
}

function Unlock({
  name,
  fault,
  intake,
}: {
  readonly name: string
  readonly fault: string | undefined
  readonly intake: ProjectIntake
}) {
  const words = useWords()
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      className="union-unlock"
      onSubmit={(event) => {
        event.preventDefault()
        if (passphrase !== '') intake.unlock(passphrase)
      }}
    >
      <Passphrase
        label={words.merging.passphraseOf(name)}
        value={passphrase}
        onChange={setPassphrase}
        show={words.pieces.showPassphrase}
        hide={words.pieces.hidePassphrase}
        fault={fault}
        autoFocus
      />
      <Button type="submit" look="strong" isDisabled={passphrase === '' || intake.reading.isBusy}>
        {words.merging.open}
      </Button>
    </form>
  )
}

function Planned({ plan, intake }: { readonly plan: UnionPlan; readonly intake: ProjectIntake }) {
  const { merging: say } = useWords()
  const [part, setPart] = useState<Part>('documents')
  const { name = '', origin = '' } = intake.review ?? {}
  return (
    <>
      <p className="union-about">
        <strong>{say.about(name, origin)}</strong> <span className="quiet">{say.promise}</span>
      </p>
      <Counts plan={plan} />
      <Parts part={part} onPart={setPart} of={plan} codes={plan.codes.length} />
      {part === 'documents' && <DocumentTable rows={plan.documents} />}
      {part === 'codes' && <CodeTable rows={plan.codes} intake={intake} />}
      {part === 'clashes' && <ClashTable rows={plan.clashes} inAll={plan.clashesInAll} />}
      {part === 'losses' && <LossTable rows={plan.losses} />}
    </>
  )
}

function Reported({ report }: { readonly report: ImportReport }) {
  const { merging: say, ...words } = useWords()
  const [part, setPart] = useState<Part>('documents')
  const coders = useQuery('coder.list', {}).value
  const coder = coders?.find(({ id }) => id === report.coder)?.name ?? ''
  const documents = report.documents.map((document, at): PlannedDocument => ({
    ...document,
    ref: String(at),
    short: '',
    fault: null,
    codings: 0,
    newCodings: 0,
  }))
  return (
    <>
      <p className="union-about">
        <strong>{say.about(report.name, report.origin)}</strong>{' '}
        <span className="quiet">{say.reportOf(report.fileName, words.say.moment(report.at), coder)}</span>
      </p>
      <Parts part={part} onPart={setPart} of={report} codes={report.newCodes.length} />
      {part === 'documents' && <DocumentTable rows={documents} isReport />}
      {part === 'codes' && <NewCodes rows={report.newCodes} />}
      {part === 'clashes' && <ClashTable rows={report.clashes} inAll={report.clashesInAll} />}
      {part === 'losses' && <LossTable rows={report.losses} />}
    </>
  )
}

function Parts({
  part,
  onPart,
  of,
  codes,
}: {
  readonly part: Part
  readonly onPart: (part: Part) => void
  readonly of: Pick<ImportReport, 'clashesInAll' | 'losses'> & { readonly documents: readonly unknown[] }
  readonly codes: number
}) {
  const { merging: say } = useWords()
  const lost = of.losses.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="import-filter">
      <Segments<Part>
        label={say.parts}
        value={part}
        onChange={onPart}
        options={[
          { value: 'documents', label: say.documents(of.documents.length) },
          { value: 'codes', label: say.codes(codes) },
          { value: 'clashes', label: say.clashes(of.clashesInAll) },
          { value: 'losses', label: say.losses(lost) },
        ]}
      />
    </div>
  )
}

const told = [
  'newCodes',
  'newSets',
  'newMemos',
  'newCases',
  'newAttributes',
  'newValues',
  'newQuestions',
  'newTranslations',
  'newQueries',
  'newReports',
  'newGlossary',
  'newStopWords',
  'newRounds',
  'newAnswers',
  'newDecisions',
  'preserved',
] as const satisfies readonly (keyof UnionPlan['counts'])[]

/** What comes besides documents and codings, in one line. */
function Counts({ plan: { counts, coders } }: { readonly plan: UnionPlan }) {
  const { merging } = useWords()
  const say = merging.counts
  const said = [
    coders.length > 0 && say.coders(coders.map(({ name, isNew }) => (isNew ? `${name} (${say.isNew})` : name))),
    ...told.map((name) => counts[name] > 0 && say[name](counts[name])),
  ].filter((line) => line !== false)
  if (said.length === 0) return null
  return (
    <ul className="union-counts">
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
