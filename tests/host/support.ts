/** A built program without the building: the archive's own sources behind the file names that a host starts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { startLoopback } from '../../electron/host/loopback/loopback.ts'
import type { FromArchive, Reply } from '../../schema/message.ts'
import { pack, unpack } from '../../schema/wire.ts'
import { aFolder } from '../support/archive.ts'

const worker = pathToFileURL(join(import.meta.dirname, '../../electron/archive/worker.ts')).href

/** The archive thread dies in the middle of a call named 'test.die', as it would of a fault in native code. */
function aDist(): string {
  const dist = aFolder()
  for (const folder of ['renderer', 'electron']) mkdirSync(join(dist, folder))
  writeFileSync(join(dist, 'renderer/index.html'), '<!doctype html><title>Kartoteka</title>')
  writeFileSync(join(dist, 'secret.txt'), 'not for the window')
  writeFileSync(
    join(dist, 'electron/worker.cjs'),
    `require('node:worker_threads').parentPort.on('message', ({ name }) => name === 'test.die' && process.exit(7))
     import(${JSON.stringify(worker)})`,
  )
  return dist
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
interface Ask {
  readonly path: string
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
}

/** A running loopback host, and ways to ask it that no browser would allow. */
export async function aLoopback(folder = aFolder()) {
  const host = await startLoopback({ dist: aDist(), folder })
  onTestFinished(() => host.close())
  const { port, host: name } = new URL(host.origin)
  const code = new URLSearchParams(new URL(host.url).hash.slice(1)).get('code') ?? ''

  const raw = ({ path, method = 'GET', headers = {}, body }: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path, method, headers: { host: name, ...headers } },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
          )
          answer.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  const session = (given = code) =>
    raw({ path: '/session', method: 'POST', headers: { origin: host.origin }, body: given })

  /** A window that has the token. Only the first can have it. */
  const aWindow = async (named = 'first') => {
    const token = (await session()).body.toString()
    const own = { origin: host.origin, 'x-kartoteka-token': token, 'x-kartoteka-window': named }
    const post = (path: string, message: unknown, headers: Readonly<Record<string, string>> = {}) =>
      raw({ path, method: 'POST', headers: { ...own, ...headers }, body: pack(message) })
    let calls = 0
    const ask = async (operation: string, input: unknown, coder = ''): Promise<Reply> => {
      const { status, body } = await post('/call', { call: ++calls, name: operation, coder, input })
      if (status !== 200) throw new Error(`${operation} was answered ${status}`)
      return unpack(new Uint8Array(body)) as Reply
    }
    return { token, own, post, ask, news: () => newsOf(port, name, own) }
  }
  return { origin: host.origin, port: Number(port), code, raw, session, aWindow, close: () => host.close() }
}

/** What the stream of events brings, in order. */
function newsOf(
  port: string,
  host: string,
  headers: Readonly<Record<string, string>>,
): Promise<AsyncGenerator<FromArchive>> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/events', headers: { host, ...headers } }, (answer) =>
      resolve(messagesIn(answer)),
    )
    asked.on('error', reject)
    asked.end()
    onTestFinished(() => void asked.destroy())
  })
}

async function* messagesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<FromArchive> {
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line) as FromArchive
  }
}
