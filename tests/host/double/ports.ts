/** Electron's message ports, made of Node's: what is posted before `start` waits, and ports travel in messages. */
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { MessagePortMain } from 'electron'

interface Parcel {
  readonly data: unknown
  readonly ports: readonly MessagePort[]
}

export class PortDouble extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  readonly raw: MessagePort
  constructor(raw: MessagePort) {
    super()
    this.raw = raw
  }
  postMessage(data: unknown, ports: readonly MessagePortMain[] = []): void {
    this.raw.postMessage(...parcel(data, ports))
  }
  start(): void {
    this.raw.on('close', () => this.emit('close'))
    this.raw.on('message', ({ data, ports }: Parcel) =>
      this.emit('message', { data, ports: ports.map((port) => new PortDouble(port)) }),
    )
  }
  close(): void {
    this.raw.close()
  }
}

export class ChannelDouble {
  readonly port1: PortDouble
  readonly port2: PortDouble
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new PortDouble(port1)
    this.port2 = new PortDouble(port2)
  }
}

/** What is posted in place of `data` and its ports: the ports are transferred. */
export function parcel(data: unknown, ports: readonly MessagePortMain[]): [Parcel, MessagePort[]] {
  const raw = ports.map((port) => (port as unknown as PortDouble).raw)
  return [{ data, ports: raw }, raw]
}
