/**
 * What a command works at: the options, the archive they name, and who acts. A command that only
 * reads opens beside a window that writes; one that changes something needs the writer's place.
 */
import { userInfo } from 'node:os'
import type { Asked, OperationName, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { Progress } from '../../../schema/event.ts'
import type { ArchiveStatus } from '../../../schema/project.ts'
import { Connection } from './connection.ts'
import type { Given, Taken } from './given.ts'
import type { Outlet } from './outlet.ts'
import { interrupted } from './interrupted.ts'
import { canPrompt, namesPassphrase, passphraseIn, promptPassphrase } from './passphrase.ts'

/** What a command has to say: its JSON, the same in words, and whether some of it was refused. */
export interface Answer<Json = unknown> {
  readonly json: Json
  readonly words: string
  readonly refused?: boolean
}
export interface Command extends Taken {
  readonly summary: string
  /** What the help adds. */
  readonly notes?: readonly string[]
  run(desk: Desk): Promise<Answer>
}

export class Desk {
  readonly given: Given
  readonly outlet: Outlet
  readonly connection = new Connection()
  /** A fault before this is a fault of opening. */
  isOpen = false

  constructor(given: Given, outlet: Outlet) {
    this.given = given
    this.outlet = outlet
    if (given.has('accept-small-groups')) this.connection.smallGroups = 'accept'
    else this.connection.smallGroups = given.choice('small-groups', ['leave-out', 'coarsen']) ?? 'ask'
  }

  ask: Connection['ask'] = (name, input, listening) =>
    name.startsWith('export.') ? this.#export(name, input) : this.connection.ask(name, input, listening)

  /** With progress; Ctrl+C ends it, and nothing is written then. */
  async #export<Name extends OperationName>(name: Name, input: Asked<Name>): Promise<Output<Name>> {
    const { signal, release } = interrupted(this.outlet, 'Stopping …')
    try {
      const progress = (done: Progress) => this.outlet.progress('Made', done)
      const made = await this.connection.ask(name, input, { signal, progress })
      if (signal.aborted) throw new ArchiveError({ kind: 'cancelled' })
      return made
    } finally {
      release()
    }
  }

  /** Opens the archive beside whoever writes in it. One of an older format has to be brought up to date first. */
  async read(): Promise<ArchiveStatus> {
    try {
      return await this.#open(true)
    } catch (error) {
      if (error instanceof ArchiveError && error.fault.kind === 'archive-read-only') return await this.#open(false)
      throw error
    }
  }

  /** Opens the archive so that nobody else can write; no coder acts. */
  async hold(): Promise<ArchiveStatus> {
    return await this.#open(false)
  }

  /** Opens the archive for changing it, by the coder that `--coder` names, and the name table that `--names` names. */
  async write({ names = true } = {}): Promise<ArchiveStatus> {
    const status = await this.hold()
    await this.#actAs(this.given.word('coder'))
    const path = this.given.word('names')
    if (names && path !== undefined)
      await this.connection.names('names.open', { path, passphrase: await namesPassphrase(this.given) })
    return status
  }

  async create(codebook: 'guide' | 'none', name: string): Promise<ArchiveStatus> {
    const file = this.given.word('passphrase-file')
    const status = await this.connection.manage('archive.create', {
      path: this.given.archive,
      codebook,
      name,
      ...(file === undefined ? {} : { passphrase: passphraseIn(file) }),
    })
    this.isOpen = true
    if (this.given.has('coder')) await this.#actAs(this.given.word('coder'))
    return opened(status)
  }

  /** The passphrase that opened the archive. */
  passphrase: string | undefined

  async close(): Promise<void> {
    await this.connection.close()
  }

  async #open(readOnly: boolean): Promise<ArchiveStatus> {
    const file = this.given.word('passphrase-file')
    if (file !== undefined) this.passphrase ??= passphraseIn(file)
    try {
      return await this.#openWith(readOnly)
    } catch (error) {
      const isAsked = error instanceof ArchiveError && error.fault.kind === 'passphrase-needed'
      if (!isAsked || !canPrompt()) throw error
      this.passphrase = await promptPassphrase(`Passphrase of ${this.given.archive}: `)
      return await this.#openWith(readOnly)
    }
  }

  async #openWith(readOnly: boolean): Promise<ArchiveStatus> {
    const { passphrase } = this
    const path = this.given.archive
    const status = await this.connection.manage('archive.open', {
      path,
      readOnly,
      ...(passphrase === undefined ? {} : { passphrase }),
    })
    this.isOpen = true
    return opened(status)
  }

  /** The named coder; unnamed, the only one there is, or whoever is logged in. A new one is reported. */
  async #actAs(named: string | undefined): Promise<void> {
    const coders = await this.ask('coder.list', {})
    const [first, second] = coders
    const name = named ?? (first && !second ? first.name : userInfo().username)
    const coder = await this.ask('coder.create', { name })
    if (!coders.some((known) => known.id === coder.id)) this.outlet.say(`New coder: ${coder.name}`)
    this.connection.coder = coder.id
  }
}

function opened(status: ArchiveStatus | null): ArchiveStatus {
  if (!status) throw new ArchiveError({ kind: 'archive-not-open' })
  return status
}
