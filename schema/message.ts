/** What travels between a window and the archive process, whatever carries it. */
import type { ArchiveFault } from './error.ts'
import type { ArchiveEvent, Progress } from './event.ts'
import type { CoderId } from './ids.ts'
import type { SmallGroupChoice } from './leaving.ts'

/** A question. `id` is the asker's own; `coder` is who acts, '' before one is chosen. */
export interface Call {
  readonly call: number
  readonly name: string
  readonly coder: CoderId | ''
  readonly input: unknown
  /** What to do with small groups, once that was asked; only exports look at it. */
  readonly smallGroups?: SmallGroupChoice | undefined
}
/** Stops a long operation, or drops a question still waiting. Its reply is the fault 'cancelled'. */
export interface Cancel {
  readonly cancel: number
}
export type ToArchive = Call | Cancel

export type Reply =
  | { readonly reply: number; readonly ok: true; readonly value: unknown }
  | { readonly reply: number; readonly ok: false; readonly fault: ArchiveFault }
export interface ProgressNote {
  readonly progressOf: number
  readonly progress: Progress
}
/**
 * A committed change; with `status: true`, another archive is open now (or none); with `names: true`, the name table
 * covers something else than before: every answer is another one.
 */
export type Notice = { readonly event: ArchiveEvent } | { readonly status: true } | { readonly names: true }
export type FromArchive = Reply | ProgressNote | Notice

/** Both ends of every carrier look like this: a MessagePort, a worker, or an HTTP connection. */
export interface Port<Out, In> {
  post(message: Out): void
  listen(receive: (message: In) => void): void
  close(): void
}
