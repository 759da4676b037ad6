/** A utility process as a thread of this one: the real built program, with `process.parentPort` as Electron gives it. */
import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ForkOptions, MessagePortMain, UtilityProcess } from 'electron'
import { parcel } from './ports.ts'

const prelude = `
const { parentPort, workerData } = require('node:worker_threads')
const { EventEmitter } = require('node:events')
const portOf = (raw) => {
  const port = new EventEmitter()
  const hear = () => raw.on('message', ({ data, ports }) => port.emit('message', { data, ports: ports.map(portOf) }))
  return Object.assign(port, {
    postMessage: (data) => raw.postMessage({ data, ports: [] }),
    start: () => { hear(); raw.on('close', () => port.emit('close')) },
    close: () => raw.close(),
  })
}
process.parentPort = portOf(parentPort)
process.parentPort.start()
require(workerData)`

export class UtilityDouble extends EventEmitter implements Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid'> {
  static readonly running = new Set<UtilityDouble>()
  readonly program: string
  readonly serviceName: string
  pid: number | undefined
  readonly #worker: Worker

  constructor(program: string, _: string[] = [], { serviceName = '', stdio }: ForkOptions = {}) {
    super()
    const isQuiet = stdio === 'ignore'
    this.program = program
    this.serviceName = serviceName
    this.#worker = new Worker(prelude, { eval: true, workerData: program, stdout: isQuiet, stderr: isQuiet })
    this.pid = this.#worker.threadId
    UtilityDouble.running.add(this)
    this.#worker.on('message', ({ data }: { data: unknown }) => this.emit('message', data))
    this.#worker.on('error', (error) => console.error(`[${serviceName}]`, error))
    this.#worker.on('exit', (code) => {
      this.pid = undefined
      UtilityDouble.running.delete(this)
      this.emit('exit', code)
    })
  }
  postMessage(data: unknown, ports: readonly MessagePortMain[] = []): void {
    this.#worker.postMessage(...parcel(data, ports))
  }
  kill(): boolean {
    void this.#worker.terminate()
    return true
  }
}
