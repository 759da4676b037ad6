/**
 * Words of memos that have not been saved, for as long as the window is open. They outlive the view, the
 * passage in focus and the archive: whoever comes back finds them where they were written.
 *
 * Only in memory, as edits of texts are: what belongs to an archive is never written beside it.
 */
import { useCallback, useEffect, useRef } from 'react'
import type { MemoId } from '../../schema/ids.ts'
import type { MemoTarget } from '../../schema/memo.ts'
import { usePart } from '../archive/use-archive.ts'
import { Observable, useObservable } from '../observable.ts'

/** By what they are for. */
export const memoDrafts = new Observable<ReadonlyMap<string, string>>(new Map())

/** For words changed in a memo there is. */
export const changeOf = (memo: MemoId) => `memo ${memo}`

export function keepMemoDraft(of: string, text: string): void {
  memoDrafts.set(new Map(memoDrafts.value).set(of, text))
}

export function dropMemoDraft(of: string): void {
  if (!memoDrafts.value.has(of)) return
  const rest = new Map(memoDrafts.value)
  rest.delete(of)
  memoDrafts.set(rest)
}

/** What is being written anew about something, and how to change it; '' drops it. */
export function useNewMemo(about: MemoTarget): readonly [string, (text: string) => void] {
  const path = usePart('archive.status', {}, (status) => status.path)
  // Ids are never used twice, so that one stands for its archive too; the project has none.
  const of = about.kind === 'project' ? newProjectMemo(path ?? '') : `new ${about.kind} ${about.id}`
  const text = useObservable(memoDrafts).get(of) ?? ''
  const write = useCallback((next: string) => (next === '' ? dropMemoDraft(of) : keepMemoDraft(of, next)), [of])
  return [text, write]
}

/** What a memo has just been asked for on, from elsewhere: its field takes the keys as soon as it is there. */
const begun = new Observable<MemoTarget | null>(null)

export function beginMemo(about: MemoTarget): void {
  begun.set(about)
}

/** `take` gives the keys to the field of a new memo about `about`. */
export function useMemoBegun(about: MemoTarget, take: () => void): void {
  const now = useObservable(begun)
  const isMeant = now !== null && isSame(now, about)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    if (!isMeant) return
    begun.set(null)
    latest.current()
  }, [isMeant])
}

const isSame = (one: MemoTarget, other: MemoTarget) =>
  one.kind === other.kind && (one.kind === 'project' || other.kind === 'project' || one.id === other.id)

/** Begins a memo on the study with these words, or goes on with the one that is being written. */
export function beginProjectMemo(path: string, words: string): void {
  const of = newProjectMemo(path)
  const before = memoDrafts.value.get(of)?.trimEnd() ?? ''
  keepMemoDraft(of, before.endsWith(words) ? `${before} ` : `${before}${before === '' ? '' : '\n\n'}${words} `)
  beginMemo({ kind: 'project' })
}

const newProjectMemo = (path: string) => `new project ${path}`
