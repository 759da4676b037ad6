/**
 * One archive process and the windows that share it: each window's calls get numbers of their own,
 * events go to all. A process that dies is started again, what it was asked is answered with a
 * fault, and the archive it had open is opened again where that needs no passphrase.
 */
import type { FromArchive, Port, ToArchive } from '../../schema/message.ts'

/** How a host starts the process; `gone` is called when it has ended. */
export type SpawnArchive = (gone: () => void) => Port<ToArchive, FromArchive>

export interface WindowPort {
  post(message: ToArchive): void
  close(): void
}

interface Asked {
  readonly window: (message: FromArchive) => void
  /** The number that the window gave it. */
  readonly call: number
  readonly opens: string | null
}

export class ArchiveProcess {
  readonly #spawn: SpawnArchive
  readonly #windows = new Set<(message: FromArchive) => void>()
  readonly #asked = new Map<number, Asked>()
  #port: Port<ToArchive, FromArchive> | null = null
  #calls = 0
  /** The plain archive that is open, to be opened again after a crash. */
  #openPath: string | null = null
  #isClosing = false

  constructor(spawn: SpawnArchive) {
    this.#spawn = spawn
  }

  /** Starts the process before a window asks: it loads its program while the window loads its own. */
  begin(): void {
    this.#running()
  }

  connect(receive: (message: FromArchive) => void): WindowPort {
    this.#windows.add(receive)
    const own = new Map<number, number>()
    return {
      post: (message) => {
        if ('cancel' in message) {
          const call = own.get(message.cancel)
          if (call !== undefined) this.#running().post({ cancel: call })
          return
        }
        const call = ++this.#calls
        own.set(message.call, call)
        this.#asked.set(call, { window: receive, call: message.call, opens: plainPathIn(message) })
        this.#running().post({ ...message, call })
      },
      close: () => {
        this.#windows.delete(receive)
        for (const call of own.values()) if (this.#asked.delete(call)) this.#port?.post({ cancel: call })
      },
    }
  }

  close(): void {
    this.#isClosing = true
    this.#port?.close()
    this.#port = null
  }

  #running(): Port<ToArchive, FromArchive> {
    if (this.#port) return this.#port
    const port = this.#spawn(() => {
      if (this.#port === port) this.#lose()
    })
    this.#port = port
    port.listen((message) => this.#receive(message))
    return port
  }

  #receive(message: FromArchive): void {
    if ('reply' in message) {
      const asked = this.#asked.get(message.reply)
      this.#asked.delete(message.reply)
      if (message.ok && asked?.opens !== undefined && asked.opens !== null) this.#openPath = asked.opens
      asked?.window({ ...message, reply: asked.call })
    } else if ('progressOf' in message) {
      const asked = this.#asked.get(message.progressOf)
      asked?.window({ ...message, progressOf: asked.call })
    } else for (const window of this.#windows) window(message)
  }

  #lose(): void {
    this.#port = null
    if (this.#isClosing) return
    const lost = [...this.#asked.values()]
    this.#asked.clear()
    for (const { window, call } of lost)
      window({
        reply: call,
        ok: false,
        fault: { kind: 'unexpected', detail: 'the archive process ended and was started again' },
      })
    if (this.#openPath)
      this.#running().post({ call: ++this.#calls, name: 'archive.open', coder: '', input: { path: this.#openPath } })
    for (const window of this.#windows) window({ status: true })
  }
}

/** The path of an archive that this call opens without a passphrase; '' where it opens another way or closes; null for other calls. */
function plainPathIn({ name, input }: Extract<ToArchive, { call: number }>): string | null {
  if (name === 'archive.close' || name === 'archive.passphrase') return ''
  if (name !== 'archive.open' && name !== 'archive.create') return null
  const { path, passphrase } = (input ?? {}) as { path?: unknown; passphrase?: unknown }
  return typeof path === 'string' && passphrase === undefined ? path : ''
}
