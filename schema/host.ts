/** What a host gives the renderer besides the archive itself (`window.kartoteka` on the desktop). */
import type { FromArchive, Port, ToArchive } from './message.ts'

export interface HostFacts {
  readonly kind: 'desktop' | 'loopback'
  /** The archive to open at start, or ''. */
  readonly archive: string
  /** The sample archive, or '' where there is none. */
  readonly sample: string
  /** Where new archives go unless the person says otherwise. */
  readonly folder: string
  /** Archives opened before, newest first. */
  readonly recents: readonly string[]
  /** A coder's name to begin with: the account's name. */
  readonly account: string
}

export type MenuAct =
  | 'undo'
  | 'redo'
  | 'new-archive'
  | 'open-archive'
  | 'import'
  | 'export'
  | 'find'
  | 'settings'
  | 'zoom-in'
  | 'zoom-out'
  | 'zoom-reset'

export interface Host {
  facts(): Promise<HostFacts>
  /** A port to the archive process; opened once per window. */
  connect(): Promise<Port<ToArchive, FromArchive>>
  /** Native dialogs; null where the host has none and the window asks in its own way. */
  readonly dialogs: {
    openArchive(): Promise<string | null>
    /** `suggested` is a whole path; the person may choose another. */
    newArchive(suggested: string): Promise<string | null>
    pickFiles(): Promise<readonly string[]>
    /** Writes `content` where the person says; the path, or null if they changed their mind. */
    save(fileName: string, content: string | Uint8Array): Promise<string | null>
    /** Where a file is to be that somebody else writes: its path, or null if they changed their mind. */
    place(fileName: string): Promise<string | null>
  } | null
  /** The path of a dropped file, or null where the host gives bytes only. */
  pathOf(file: { readonly name: string }): string | null
  /** Remembers an archive for the start view. */
  remember(path: string): Promise<void>
  /** Tells the host what Undo and Redo would do, for the native menu. */
  showHistory(undo: string | null, redo: string | null): void
  onMenu(act: (act: MenuAct) => void): void
}
