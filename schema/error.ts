import type { RefiFault } from './refi-fault.ts'
import type { SmallGroups } from './leaving.ts'
import type { ReviewFault } from './review-fault.ts'
import type { SealedFault } from './sealed-fault.ts'

/**
 * Everything that can go wrong, as facts. `explain.ts` makes the words, once, for all hosts.
 * A fault crosses every border as a value; inside the archive it travels as an `ArchiveError`.
 */
export type ArchiveFault =
  // the file
  | { readonly kind: 'archive-not-open' }
  | { readonly kind: 'archive-missing'; readonly path: string }
  | { readonly kind: 'archive-exists'; readonly path: string }
  | { readonly kind: 'archive-not-sqlite'; readonly path: string }
  | { readonly kind: 'archive-not-kartoteka'; readonly path: string }
  | { readonly kind: 'archive-newer'; readonly path: string; readonly found: number; readonly known: number }
  | { readonly kind: 'archive-damaged'; readonly path: string; readonly detail: string }
  | { readonly kind: 'archive-in-use'; readonly path: string }
  | { readonly kind: 'archive-read-only' }
  | { readonly kind: 'archive-on-network'; readonly path: string }
  | { readonly kind: 'folder-not-writable'; readonly path: string }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'passphrase-needed'; readonly path: string }
  | { readonly kind: 'passphrase-wrong'; readonly path: string }
  | { readonly kind: 'passphrase-empty' }
  // things that are no longer, or not yet, there
  | { readonly kind: 'no-such-source'; readonly source: string }
  | { readonly kind: 'no-such-code'; readonly code: string }
  | { readonly kind: 'no-such-coder'; readonly coder: string }
  | { readonly kind: 'no-such-passage'; readonly passage: string }
  | { readonly kind: 'no-such-coding'; readonly coding: string }
  | { readonly kind: 'no-such-memo'; readonly memo: string }
  | { readonly kind: 'no-such-speaker'; readonly speaker: string }
  | { readonly kind: 'no-such-code-set'; readonly set?: string }
  | { readonly kind: 'no-such-glossary-entry' }
  | { readonly kind: 'no-such-query' }
  | { readonly kind: 'query-empty' }
  | { readonly kind: 'no-such-report'; readonly report: string }
  /** Words are still being counted. */
  | { readonly kind: 'report-incomplete' }
  | { readonly kind: 'report-too-large'; readonly cells: number; readonly most: number }
  | { readonly kind: 'no-such-case'; readonly case: string }
  | { readonly kind: 'no-such-attribute'; readonly attribute: string }
  | { readonly kind: 'no-such-question' }
  | { readonly kind: 'no-such-turn' }
  | { readonly kind: 'no-such-import' }
  | { readonly kind: 'no-such-translation' }
  // rules of the field
  | { readonly kind: 'passage-outside-source'; readonly end: number; readonly length: number }
  | { readonly kind: 'passage-empty' }
  | { readonly kind: 'passage-splits-character'; readonly at: number }
  | { readonly kind: 'passage-of-spaces' }
  | { readonly kind: 'region-outside-page'; readonly page: number }
  | { readonly kind: 'region-too-small' }
  | { readonly kind: 'region-without-words' }
  | { readonly kind: 'code-not-codable'; readonly code: string }
  | { readonly kind: 'code-has-codings'; readonly code: string; readonly codings: number }
  /** Nothing to write into a file. */
  | { readonly kind: 'codebook-empty' }
  | { readonly kind: 'coding-of-another-code'; readonly code: string }
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'too-many-hits'; readonly count: number; readonly limit: number }
  | { readonly kind: 'pattern-malformed'; readonly detail: string }
  | { readonly kind: 'memo-empty' }
  | { readonly kind: 'question-number-taken'; readonly number: string; readonly by: string }
  | { readonly kind: 'question-number-malformed'; readonly number: string }
  | { readonly kind: 'turn-of-no-interviewer' }
  | { readonly kind: 'glossary-too-few' }
  | { readonly kind: 'name-empty' }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'shortcut-taken'; readonly shortcut: string; readonly by: string }
  | { readonly kind: 'shortcut-malformed'; readonly shortcut: string }
  | { readonly kind: 'colour-malformed'; readonly colour: string }
  | { readonly kind: 'code-into-itself' }
  | { readonly kind: 'short-taken'; readonly short: string }
  | { readonly kind: 'short-malformed'; readonly short: string }
  | {
      readonly kind: 'ambiguous'
      readonly what: 'source' | 'code' | 'coder' | 'case'
      readonly name: string
      readonly count: number
    }
  /** What would be shown fits so few documents that somebody may be recognised; a choice lets it leave. */
  | ({ readonly kind: 'small-groups' } & SmallGroups)
  // the name table
  | { readonly kind: 'names-not-open' }
  | { readonly kind: 'names-laid-over' }
  | { readonly kind: 'not-a-name-table'; readonly path: string }
  | { readonly kind: 'no-such-name' }
  // attributes and their values
  | { readonly kind: 'key-malformed'; readonly key: string }
  | { readonly kind: 'key-taken'; readonly key: string; readonly by: string }
  | { readonly kind: 'key-reserved'; readonly key: string }
  | { readonly kind: 'attribute-of-another-owner'; readonly attribute: string }
  | { readonly kind: 'attribute-not-a-choice'; readonly attribute: string }
  | { readonly kind: 'choice-in-use'; readonly choice: string; readonly count: number }
  | { readonly kind: 'value-not-a-number'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'value-number-ambiguous'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'value-not-a-date'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'value-date-ambiguous'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'value-not-a-boolean'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'value-not-in-list'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'value-too-long'; readonly attribute: string; readonly limit: number }
  | { readonly kind: 'values-refused'; readonly count: number; readonly first: ArchiveFault }
  | { readonly kind: 'values-would-be-lost'; readonly attribute: string; readonly count: number }
  // texts that are edited
  | { readonly kind: 'text-not-editable'; readonly source: string; readonly because: 'pages' | 'picture' }
  | { readonly kind: 'text-moved-on'; readonly source: string }
  | { readonly kind: 'no-such-version'; readonly source: string; readonly version: number }
  | { readonly kind: 'change-outside-text'; readonly end: number; readonly length: number }
  | { readonly kind: 'change-splits-character'; readonly at: number }
  | { readonly kind: 'changes-out-of-order'; readonly at: number }
  | { readonly kind: 'text-empty'; readonly source: string }
  | { readonly kind: 'passage-not-doubtful' }
  | { readonly kind: 'passage-without-place' }
  | { readonly kind: 'translation-of-itself' }
  /** An earlier pair of paragraphs, by their labels in the original and in the translation. */
  | { readonly kind: 'pair-crosses'; readonly from: string; readonly to: string }
  | { readonly kind: 'paragraphs-missing' }
  // history
  | { readonly kind: 'history-text-coded-since'; readonly label: string; readonly passages: number }
  | { readonly kind: 'history-moved-on'; readonly label: string }
  | { readonly kind: 'history-not-yours'; readonly label: string }
  // files on their way in
  | { readonly kind: 'file-missing'; readonly name: string }
  | { readonly kind: 'file-unreadable'; readonly name: string }
  | { readonly kind: 'file-empty'; readonly name: string }
  | { readonly kind: 'file-too-large'; readonly name: string; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'file-unknown'; readonly name: string }
  | { readonly kind: 'file-binary'; readonly name: string }
  | { readonly kind: 'file-encoding-unknown'; readonly name: string }
  | { readonly kind: 'file-damaged'; readonly name: string }
  | { readonly kind: 'file-misnamed'; readonly name: string; readonly looksLike: string }
  | { readonly kind: 'file-encrypted'; readonly name: string }
  | { readonly kind: 'file-without-text'; readonly name: string }
  | {
      readonly kind: 'picture-too-large'
      readonly name: string
      readonly width: number
      readonly height: number
      /** Pixels that a picture may have. */
      readonly limit: number
    }
  | { readonly kind: 'picture-not-shown'; readonly name: string; readonly format: string }
  | { readonly kind: 'file-took-too-long'; readonly name: string; readonly seconds: number }
  | { readonly kind: 'file-took-too-much-memory'; readonly name: string }
  | { readonly kind: 'file-changed'; readonly name: string }
  // projects that are to be united with the archive
  | { readonly kind: 'no-such-project' }
  | { readonly kind: 'project-own-archive'; readonly path: string }
  | { readonly kind: 'project-unknown'; readonly name: string }
  // projects of other programs
  | RefiFault
  // packs and replies of review rounds
  | SealedFault
  | ReviewFault
  // the terminal: what was typed, and the files it names
  | { readonly kind: 'command-unknown'; readonly command: string }
  | { readonly kind: 'option-unknown'; readonly option: string; readonly command: string }
  | { readonly kind: 'option-without-value'; readonly option: string }
  | { readonly kind: 'option-with-value'; readonly option: string }
  | {
      readonly kind: 'option-not-allowed'
      readonly option: string
      readonly value: string
      readonly allowed: readonly string[]
    }
  | { readonly kind: 'option-missing'; readonly option: string; readonly command: string }
  | { readonly kind: 'options-exclusive'; readonly one: string; readonly other: string }
  | { readonly kind: 'argument-missing'; readonly argument: string; readonly command: string }
  | { readonly kind: 'argument-unexpected'; readonly argument: string; readonly command: string }
  | { readonly kind: 'no-such-file'; readonly path: string }
  | { readonly kind: 'output-exists'; readonly path: string }
  | { readonly kind: 'passphrases-differ' }
  // a table of codings
  | { readonly kind: 'table-malformed'; readonly name: string; readonly detail: string }
  | { readonly kind: 'table-too-large'; readonly name: string; readonly rows: number; readonly columns: number }
  | { readonly kind: 'table-column-missing'; readonly name: string; readonly column: string }
  | { readonly kind: 'offset-malformed'; readonly value: string }
  | { readonly kind: 'quote-not-found'; readonly source: string; readonly quote: string }
  | { readonly kind: 'quote-not-unique'; readonly source: string; readonly quote: string; readonly count: number }
  // the machinery
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'input-malformed'; readonly operation: string; readonly detail: string }
  | { readonly kind: 'no-such-operation'; readonly operation: string }
  | { readonly kind: 'host-unreachable' }
  /** Places of words and lists of what is missing are read, not seen. */
  | { readonly kind: 'no-chart' }
  | { readonly kind: 'document-stays'; readonly source: string; readonly why: 'level' | 'print' | 'danger' | 'names' }
  | { readonly kind: 'no-print'; readonly source: string }
  /** A project that breaks a rule of the standard is not written. */
  | {
      readonly kind: 'project-not-sound'
      readonly element: string
      readonly guid: string
      readonly problem: string
      readonly problems: number
    }
  | { readonly kind: 'unexpected'; readonly detail: string }

export type FaultKind = ArchiveFault['kind']

/** A fault on its way up through the archive; the transaction it passes through takes its step with it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly fault: ArchiveFault
  constructor(fault: ArchiveFault, options?: ErrorOptions) {
    super(fault.kind, options)
    this.fault = fault
  }
}

/** Ends every switch over a union: a new kind that nobody handles does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`)
}
