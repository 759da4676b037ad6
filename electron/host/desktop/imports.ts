/** Starts, weighs and kills import processes for the archive, and ends them with it. */
import { app, MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron'
import type { FromBroker, ToBroker } from '../../../schema/broker.ts'

export class ImportBroker {
  readonly #file: string
  readonly #archive: UtilityProcess
  readonly #processes = new Map<number, UtilityProcess>()
  constructor(file: string, archive: UtilityProcess) {
    this.#file = file
    this.#archive = archive
  }

  receive({ importProcess, ask }: ToBroker): void {
    switch (ask) {
      case 'start':
        return this.#start(importProcess)
      case 'kill':
        this.#processes.get(importProcess)?.kill()
        return
      case 'memory':
        return this.#tell({ importProcess, is: 'weighed', bytes: this.#bytesOf(importProcess) })
    }
  }

  close(): void {
    for (const process of this.#processes.values()) process.kill()
  }

  #start(importProcess: number): void {
    const process = utilityProcess.fork(this.#file, [], { serviceName: 'Kartoteka import', stdio: 'ignore' })
    this.#processes.set(importProcess, process)
    process.on('exit', () => {
      this.#processes.delete(importProcess)
      this.#tell({ importProcess, is: 'gone' })
    })
    const { port1, port2 } = new MessageChannelMain()
    process.postMessage(null, [port1])
    this.#tell({ importProcess, is: 'started' }, port2)
  }

  #tell(message: FromBroker, port?: Electron.MessagePortMain): void {
    if (this.#archive.pid !== undefined) this.#archive.postMessage(message, port ? [port] : [])
  }

  #bytesOf(importProcess: number): number | null {
    const pid = this.#processes.get(importProcess)?.pid
    const metric = app.getAppMetrics().find((one) => one.pid === pid)
    return metric ? metric.memory.workingSetSize * 1024 : null
  }
}
