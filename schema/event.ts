/** What a committed step changed: ids by table; or that the audit log has a new line. Sent to every window, the acting one too. */
export interface ArchiveEvent {
  /** null: a line of the audit log, which is no step. */
  readonly step: number | null
  readonly changed: Readonly<Record<string, readonly string[]>>
}

/** How far a long operation has come. `done` counts what is committed. */
export interface Progress {
  readonly done: number
  readonly total: number
  /** The thing in hand: 'report-2004.pdf'. */
  readonly name: string
}
