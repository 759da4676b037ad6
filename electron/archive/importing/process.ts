/**
 * What an import process is to the one who asks it. It is killed from outside when it overruns:
 * a thread's limits do not bound what a hostile PDF allocates (READER, Q2).
 */
import type { ArchiveFault } from '../../../schema/error.ts'
import type { Draft } from '../../../schema/importing.ts'

/** A file to read: where it lies, or its bytes. */
export interface ParseCall {
  readonly job: number
  readonly name: string
  readonly file: { readonly path: string } | { readonly bytes: Uint8Array }
  /** A table of attributes, not a document. */
  readonly isTable?: boolean
}

export type Parsed =
  | { readonly ok: true; readonly draft: Draft; readonly sha256: string; readonly size: number }
  | { readonly ok: false; readonly fault: ArchiveFault; readonly size: number }

/** Rows of text, the first of them the head. */
export type ParsedTable =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[]; readonly size: number }
  | { readonly ok: false; readonly fault: ArchiveFault; readonly size: number }

/** `null`: still at it, another page is read. */
export interface ParseReply {
  readonly job: number
  readonly parsed: Parsed | ParsedTable | null
}

export interface ImportProcess {
  post(call: ParseCall): void
  listen(receive: (reply: ParseReply) => void, gone: () => void): void
  kill(): void
  /** Resident bytes; null where the system does not say. */
  memory(): Promise<number | null>
}

/** How a host starts one: a forked process, or a utility process on the desktop. */
export type Spawn = () => ImportProcess
