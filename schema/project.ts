import type { SourceId } from './ids.ts'

/** The study that an archive holds: its name and its question. REFI-QDA: Project. */
export interface Project {
  readonly name: string
  readonly question: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

/** What a window must know of the archive it has open. */
export interface ArchiveStatus {
  readonly path: string
  /** The file's name without folder and ending. */
  readonly name: string
  readonly encrypted: boolean
  /** True where another window or terminal holds the writer's lock. */
  readonly readOnly: boolean
  readonly project: Project
  readonly counts: {
    readonly sources: number
    readonly passages: number
    readonly codings: number
    readonly codes: number
  }
}

/** The file's own soundness, and every passage's quote held against its source's text. `placed + changed + parked + lost = passages`. */
export interface Verification {
  /** '' where SQLite finds the file sound and the audit log is whole; the first complaint otherwise. */
  readonly damage: string
  readonly passages: number
  /** The quote stands where the passage says. */
  readonly placed: number
  /** Moved through an edit with other words; waits for the researcher's yes. */
  readonly changed: number
  /** Its words were cut out of the text; kept with its last offsets. */
  readonly parked: number
  /** Its quote is not where it says: something outside Kartoteka wrote into the file. */
  readonly lost: number
  /** The documents with words in doubt; those without have no entry. */
  readonly sources: readonly {
    readonly source: SourceId
    readonly changed: number
    readonly parked: number
    readonly lost: number
  }[]
}
