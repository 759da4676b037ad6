/** The windows of the loopback host: each has a name, calls that wait for replies, and a stream of news. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Call, FromArchive, Reply } from '../../../schema/message.ts'
import type { ArchiveProcess, WindowPort } from '../archive-process.ts'

export class Windows {
  readonly #archive: ArchiveProcess
  readonly #windows = new Map<string, BrowserWindow>()
  constructor(archive: ArchiveProcess) {
    this.#archive = archive
  }

  /** The window that a request comes from, by the name it gives itself. */
  of(request: IncomingMessage): BrowserWindow {
    const name = String(request.headers['x-kartoteka-window'] ?? '')
    let window = this.#windows.get(name)
    if (!window) this.#windows.set(name, (window = new BrowserWindow(this.#archive, () => this.#windows.delete(name))))
    return window
  }
  close(): void {
    for (const window of this.#windows.values()) window.close()
  }
}

class BrowserWindow {
  readonly #port: WindowPort
  readonly #waiting = new Map<number, (reply: Reply) => void>()
  readonly #forget: () => void
  #stream: ServerResponse | null = null
  constructor(archive: ArchiveProcess, forget: () => void) {
    this.#port = archive.connect((message) => this.#receive(message))
    this.#forget = forget
  }

  ask(call: Call): Promise<Reply> {
    return new Promise((resolve) => {
      this.#waiting.set(call.call, resolve)
      this.#port.post(call)
    })
  }
  cancel(call: number): void {
    this.#port.post({ cancel: call })
  }

  /** News as lines of JSON, for as long as the window is there. A closed stream is a closed window. */
  stream(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
    this.#stream?.end()
    this.#stream = response
    response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson' })
    response.write('\n')
    response.on('close', () => {
      if (this.#stream === response) this.close()
    })
  }

  close(): void {
    this.#forget()
    this.#stream?.end()
    this.#stream = null
    this.#port.close()
  }

  #receive(message: FromArchive): void {
    if ('reply' in message) {
      this.#waiting.get(message.reply)?.(message)
      this.#waiting.delete(message.reply)
    } else this.#stream?.write(`${JSON.stringify(message)}\n`)
  }
}
