/** Sentences that say what just happened, with the way back beside them. They go by themselves; a fault stays. */
import { useEffect } from 'react'
import { Observable, useObservable } from '../observable.ts'
import { Icon } from './icon.tsx'

export interface Notice {
  readonly words: string
  readonly isFault?: boolean
  readonly act?: { readonly label: string; readonly do: () => void }
}

/** `id`: by which one stays itself when an older one goes, with its time. */
interface Shown extends Notice {
  readonly id: number
}
const notices = new Observable<readonly Shown[]>([])
let count = 0
/** Milliseconds. */
const stays = 6000

/** Shows a sentence; an older one makes room. */
export function notify(notice: Notice): void {
  notifyMeanwhile(notice)
}

/** The same; answers how to take it away before its time. */
export function notifyMeanwhile(notice: Notice): () => void {
  const id = ++count
  notices.set([...notices.value.slice(-1), { ...notice, id }])
  return () => forget(id)
}

/** Takes away what can be answered: another act has begun, and the answer would be about that one. */
export function withdrawOffers(): void {
  if (notices.value.some(({ act }) => act)) notices.set(notices.value.filter(({ act }) => !act))
}

function forget(id: number): void {
  notices.set(notices.value.filter((each) => each.id !== id))
}

export function Notices({ label, dismiss }: { readonly label: string; readonly dismiss: string }) {
  return (
    <div className="notices" role="region" aria-label={label} aria-live="polite">
      {useObservable(notices).map((notice) => (
        <NoticeLine key={notice.id} notice={notice} dismiss={dismiss} />
      ))}
    </div>
  )
}

function NoticeLine({ notice, dismiss }: { readonly notice: Shown; readonly dismiss: string }) {
  useEffect(() => {
    if (notice.isFault) return
    const timer = setTimeout(() => forget(notice.id), stays)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <div className={`notice${notice.isFault ? ' notice-fault' : ''}`}>
      <span className="grow">{notice.words}</span>
      {notice.act && (
        <button
          type="button"
          className="notice-act"
          onClick={() => {
            forget(notice.id)
            notice.act?.do()
          }}
        >
          {notice.act.label}
        </button>
      )}
      <button
        type="button"
        className="icon-button icon-button-small"
        aria-label={dismiss}
        onClick={() => forget(notice.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
