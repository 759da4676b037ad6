/** The quiet line below: which archive, how it is kept, who codes, whether every quote stands, what is under way. */
import type { Coder } from '../../schema/coder.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { useQuery } from '../archive/use-archive.ts'
import { works, type Work } from '../archive/works.ts'
import { useObservable } from '../observable.ts'
import { covering } from '../names/covering.ts'
import { namesWish } from '../names/use-names.ts'
import { useOffer } from '../offers.ts'
import { Icon } from '../parts/icon.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { showDoubtful } from '../repair/repair-wish.ts'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { go } from '../workspace.ts'

export function StatusBar({ status, coder }: { readonly status: ArchiveStatus; readonly coder: Coder | null }) {
  const words = useWords()
  const under = useObservable(works)
  const areNamesCovered = useObservable(covering)?.isCovered === true
  useOffer({
    of: ({ status: { bar } }) => bar,
    acts: ({ status: say }) =>
      under.flatMap((work) => {
        const name = nameOf(work, say)
        return name === null
          ? []
          : [{ id: `cancel-work-${work.id}`, label: `${say.cancelWork}: ${name}`, do: work.cancel }]
      }),
  })
  return (
    <footer className="status" aria-label={words.status.bar}>
      <span className="status-archive" title={status.path}>
        <Icon name={status.encrypted ? 'lock' : 'unlocked'} />
        <span className="cut">{status.name}</span>
        <span className="unseen">{status.encrypted ? words.status.encrypted : words.status.plain}</span>
      </span>
      {status.readOnly && <span className="status-warn">{words.status.readOnly}</span>}
      {coder && (
        <button type="button" className="status-link" onClick={() => go({ view: 'settings' })}>
          {words.status.coder(coder.name)}
        </button>
      )}
      {areNamesCovered && (
        <button type="button" className="status-link" onClick={() => namesWish.set(true)}>
          {words.names.covered}
        </button>
      )}
      <Verified codings={status.counts.codings} />
      <span className="grow" />
      {under.map((work) => (
        <Under key={work.id} work={work} />
      ))}
    </footer>
  )
}

/** Null for work that is shown where it was begun. */
const nameOf = ({ name }: Work, { working }: Words['status']): string | null =>
  name.startsWith('export.') ? working.export : name in working ? working[name as keyof typeof working] : null

function Under({ work }: { readonly work: Work }) {
  const words = useWords()
  const name = nameOf(work, words.status)
  const { progress } = work
  return (
    name !== null && (
      <span className="status-work">
        <span className="cut">
          {name}
          {progress && ` ${words.common.of(progress.done, progress.total)}`}
        </span>
        <ProgressBar label={name} share={progress ? progress.done / Math.max(1, progress.total) : null} />
        <button type="button" className="status-link" onClick={work.cancel}>
          {words.status.cancelWork}
        </button>
      </span>
    )
  )
}

/** Every passage's quote held against its text: "480 codings, 412 of 412 verified". Leads to those that are in doubt. */
function Verified({ codings }: { readonly codings: number }) {
  const words = useWords()
  const { value, isLoading } = useQuery('archive.verify', {})
  if (!value) return isLoading ? <span>{words.status.verifying}</span> : null
  if (value.passages === 0) return <span>{words.status.noCodings}</span>
  const off = value.passages - value.placed
  return (
    <button
      type="button"
      className={`status-link${off > 0 ? ' status-warn' : ''}`}
      title={off === 0 ? words.status.verifiedHint : words.status.notVerifiedHint}
      onClick={() => showDoubtful(null)}
    >
      {words.status.verified(codings, value.placed, value.passages)}
    </button>
  )
}
