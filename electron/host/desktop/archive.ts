/** The archive in a utility process, and the windows' ports to it. */
import { join } from 'node:path'
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron'
import { z } from 'zod'
import { isToBroker } from '../../../schema/broker.ts'
import { coderId } from '../../../schema/ids.ts'
import type { FromArchive } from '../../../schema/message.ts'
import { ArchiveProcess } from '../archive-process.ts'
import { channels } from './channels.ts'
import { ImportBroker } from './imports.ts'

/** Milliseconds that closing may take; what is committed is safe in any case. */
const patience = 10_000

const message = z.union([
  z.object({ call: z.number().int(), name: z.string(), coder: z.union([coderId, z.literal('')]), input: z.unknown() }),
  z.object({ cancel: z.number().int() }),
])

export class DesktopArchive {
  readonly #archive: ArchiveProcess
  #process: UtilityProcess | null = null

  /** `programs` is the folder of the built programs. */
  constructor(programs: string) {
    this.#archive = new ArchiveProcess((gone) => {
      const started = utilityProcess.fork(join(programs, 'utility.cjs'), [], { serviceName: 'Kartoteka archive' })
      const imports = new ImportBroker(join(programs, 'import-utility.cjs'), started)
      this.#process = started
      started.on('exit', () => {
        imports.close()
        if (this.#process === started) this.#process = null
        gone()
      })
      return {
        post: (out) => started.postMessage(out),
        listen: (receive) =>
          void started.on('message', (said: unknown) =>
            isToBroker(said) ? imports.receive(said) : receive(said as FromArchive),
          ),
        close: () => started.postMessage('end'),
      }
    })
  }

  /** Once the app is ready; see `ArchiveProcess.begin`. */
  begin(): void {
    this.#archive.begin()
  }

  /** A port for a page, open as long as the page is: a reload asks for another. */
  connect(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    const window = this.#archive.connect((said) => port1.postMessage(said))
    port1.on('message', ({ data }: { data: unknown }) => {
      const { success, data: asked } = message.safeParse(data)
      if (success) window.post(asked)
    })
    port1.on('close', () => window.close())
    port1.start()
    page.postMessage(channels.port, null, [port2])
  }

  /** The archive is one file afterwards. */
  async close(): Promise<void> {
    const ending = this.#process
    const gone = new Promise<void>((resolve) => {
      if (!ending) return resolve()
      const timer = setTimeout(() => ending.kill(), patience)
      ending.once('exit', () => {
        clearTimeout(timer)
        resolve()
      })
    })
    this.#archive.close()
    await gone
  }
}
