/** How a printed document is read: its pages as printed, or their text. Kept on this computer, document by document. */
import type { SourceId } from '../../../schema/ids.ts'
import type { Source } from '../../../schema/source.ts'
import { Observable, useObservable } from '../../observable.ts'
import { recall, remember } from '../../remembered.ts'
import { place } from '../../workspace.ts'

export const readings = ['printed', 'text'] as const
export type Reading = (typeof readings)[number]

/** What was chosen in this window; the rest is remembered. */
const chosen = new Observable<ReadonlyMap<SourceId, Reading>>(new Map())
const key = (source: SourceId) => `reading:${source}`

export const isPrinted = ({ mediaType, pages }: Source) => mediaType === 'application/pdf' && pages > 0

export function readingOf(source: SourceId): Reading {
  return chosen.value.get(source) ?? (recall(key(source)) === 'text' ? 'text' : 'printed')
}
export function useReading({ id }: Source): Reading {
  useObservable(chosen)
  return readingOf(id)
}

/** The other reader begins at `start`, where that is known. */
export function readAs(source: SourceId, reading: Reading, start: number | undefined): void {
  if (readingOf(source) === reading) return
  place.set(start === undefined ? null : { source, start, end: start })
  showAs(source, reading)
}

/** The same without a place to begin at: somebody else says where to. */
export function showAs(source: SourceId, reading: Reading): void {
  if (readingOf(source) === reading) return
  remember(key(source), reading)
  chosen.set(new Map(chosen.value).set(source, reading))
}
