import { z } from 'zod'
import { coderId, type CoderId } from './ids.ts'
import type { LeavingReport } from './leaving.ts'

/** One act as the history shows it. The window turns `operation` into words; `subject` says on what. */
export interface Act {
  readonly act: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly coder: CoderId
  readonly operation: string
  /** English words for the terminal: 'Apply code'. */
  readonly label: string
  /** '4e Terms of the money', 'R07', '50 documents'; '' where the label says all. */
  readonly subject: string
  readonly state: 'done' | 'undone'
}

/** What Ctrl+Z and Ctrl+Y would do now, for this coder. */
export interface HistoryState {
  readonly undo: Act | null
  readonly redo: Act | null
}

/** The kinds by which a person looks for an act: all operations whose names begin with one of these. */
export const actKinds = {
  codings: ['coding', 'passage', 'search', 'review'],
  codebook: ['code', 'codeSet'],
  memos: ['memo'],
  documents: ['source', 'speaker', 'import', 'translation', 'case', 'attribute', 'guide'],
  project: ['project', 'coder', 'glossary', 'report', 'stopWord'],
} as const
export type ActKind = keyof typeof actKinds

/** Which of the acts, and of the lines of the audit log; what is absent does not narrow. */
export const trailFilter = z.object({
  coder: coderId.optional(),
  /** Words of what the act was on: a code, a document, a file. Case and ё do not count. */
  words: z.string().max(200).optional(),
  /** ISO 8601, UTC, [from, before). */
  from: z.iso.datetime().optional(),
  before: z.iso.datetime().optional(),
})
export type TrailFilter = z.input<typeof trailFilter>

/** A line of the audit log: what came in or went out, which no undo takes back. */
export interface AuditLine {
  readonly line: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** '' where nobody had said who they are. */
  readonly coder: CoderId | ''
  /** 'archive.open', 'archive.passphrase', 'export.quotations'. */
  readonly act: string
  /** The name of the file made; '' where there is none. */
  readonly file: string
  /** For whom it was made; '' where nobody said. */
  readonly to: string
  /** Rows written and rows kept back because of consent. */
  readonly rows: number
  readonly withheld: number
  /** What became of the passphrase. */
  readonly change: 'set' | 'changed' | 'removed' | null
  /** Of an export: at which levels, what stayed and why, what was chosen. */
  readonly gate: Omit<LeavingReport, 'loneWords'> | null
}
