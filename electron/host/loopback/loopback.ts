/**
 * The loopback host: the same window in an installed browser, served on 127.0.0.1 to nobody else.
 *
 *   GET  /…         the window's files                POST /session   the code for the token, once
 *   POST /call      one call, answered by its reply   POST /cancel    stops some
 *   GET  /events    what changed, and progress        GET  /facts     POST /remember
 *
 * Everything but files and /session needs the token, our own Host and Origin, and is refused otherwise.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { goingAlong, letGo } from '../../../schema/bytes.ts'
import { coderId } from '../../../schema/ids.ts'
import { smallGroupChoice } from '../../../schema/leaving.ts'
import type { FromArchive, Port, ToArchive } from '../../../schema/message.ts'
import { threadLimits } from '../../../schema/thread-limits.ts'
import { framed, unpack } from '../../../schema/wire.ts'
import { z } from 'zod'
import { ArchiveProcess } from '../archive-process.ts'
import { safeHeaders, serveBundle } from '../bundle.ts'
import { factsFor, rememberIn, sampleIn } from '../recents.ts'
import { listenAsBefore } from './last-port.ts'
import { Admission } from './token.ts'
import { Windows } from './windows.ts'

export { userFolder } from '../recents.ts'

export interface LoopbackOptions {
  /** The built program. */
  readonly dist: string
  /** The user's own folder. */
  readonly folder: string
  /** An archive to open instead of the last one. */
  readonly archive?: string
}
export interface Loopback {
  /** Good for one window. */
  readonly url: string
  readonly origin: string
  close(): Promise<void>
}

/** Bytes: an import's files come one by one, and the largest may have 200 MB. */
const largestBody = 256_000_000

const call = z.object({
  call: z.number().int(),
  name: z.string(),
  coder: z.union([coderId, z.literal('')]),
  input: z.unknown(),
  smallGroups: smallGroupChoice.optional(),
})
/** Of one moment: a browser keeps few requests on their way, and those that end others must not wait behind them. */
const cancels = z.array(z.number().int()).max(1000)

export async function startLoopback({ dist, folder, archive = '' }: LoopbackOptions): Promise<Loopback> {
  const admission = new Admission()
  const sample = sampleIn(folder, join(dist, 'sample.kartoteka'))
  const process = archiveThread(join(dist, 'electron/worker.cjs'))
  process.archive.begin()
  const windows = new Windows(process.archive)
  let origin = ''

  const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void> | void>> =
    {
      'POST /call': async (request, response) =>
        sendFrame(response, framed(await windows.of(request).ask(call.parse(unpack(await bodyOf(request)))))),
      'POST /cancel': async (request, response) => {
        for (const each of cancels.parse(unpack(await bodyOf(request)))) windows.of(request).cancel(each)
        send(response, 204)
      },
      'GET /events': (request, response) => windows.of(request).stream(response, safeHeaders),
      'GET /facts': (_, response) =>
        send(response, 200, Buffer.from(JSON.stringify(factsFor('loopback', folder, sample, archive)))),
      'POST /remember': async (request, response) => {
        rememberIn(
          folder,
          z
            .string()
            .max(4096)
            .parse(unpack(await bodyOf(request))),
        )
        send(response, 204)
      },
    }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== new URL(origin).host) return send(response, 421, 'wrong host')
    const { pathname } = new URL(request.url ?? '/', origin)
    const isOurs = request.headers.origin === undefined || request.headers.origin === origin
    if (!isOurs || (request.method === 'POST' && request.headers.origin !== origin))
      return send(response, 403, 'wrong origin')
    if (request.method === 'POST' && pathname === '/session') {
      const token = admission.exchange((await bodyOf(request, 200)).toString('utf8'))
      return token === null
        ? send(response, 403, 'this address has been used; start Kartoteka again')
        : send(response, 200, token)
    }
    const route = routes[`${request.method} ${pathname}`]
    if (route) {
      const token = request.headers['x-kartoteka-token']
      if (!admission.admits(typeof token === 'string' ? token : undefined)) return send(response, 401, 'wrong token')
      return await route(request, response)
    }
    if (request.method !== 'GET') return send(response, 405, 'GET only')
    const { status, headers, body } = await serveBundle(join(dist, 'renderer'), pathname)
    response.writeHead(status, headers).end(body)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else
        send(
          response,
          error instanceof TooLarge ? 413 : 400,
          error instanceof TooLarge ? 'too large' : 'malformed request',
        )
    })
  })
  origin = `http://127.0.0.1:${await listenAsBefore(server, folder)}`
  return {
    origin,
    url: `${origin}/#code=${admission.code}`,
    close: async () => {
      windows.close()
      server.closeAllConnections()
      await new Promise((closed) => void server.close(closed))
      await process.end()
    },
  }
}

/** The archive in a thread of this process; it closes its file when told to end. */
function archiveThread(file: string): { archive: ArchiveProcess; end(): Promise<void> } {
  let worker: Worker | null = null
  const archive = new ArchiveProcess((gone): Port<ToArchive, FromArchive> => {
    const started = new Worker(file, { resourceLimits: threadLimits })
    worker = started
    started.on('error', () => {}) // 'exit' follows and is what counts
    started.on('exit', () => {
      if (worker === started) worker = null
      gone()
    })
    return {
      post: (message) => started.postMessage(message, goingAlong(message)),
      listen: (receive) => void started.on('message', receive),
      close: () => started.postMessage('end'),
    }
  })
  return {
    archive,
    end: async () => {
      const ending = worker
      const gone = new Promise((resolve) => (ending ? void ending.once('exit', resolve) : resolve(null)))
      archive.close()
      await gone
    },
  }
}

function send(response: ServerResponse, status: number, body: string | Uint8Array = ''): void {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream'
  response.writeHead(status, { ...safeHeaders, 'content-type': type }).end(body)
}

/** One part after the other, so that long bytes are not copied for it; they are given back when they have left. */
function sendFrame(response: ServerResponse, parts: readonly Uint8Array[]): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  response.writeHead(200, {
    ...safeHeaders,
    'content-type': 'application/octet-stream',
    'content-length': String(length),
  })
  response.once('close', () => parts.forEach(letGo))
  for (const part of parts) response.write(part)
  response.end()
}

class TooLarge extends Error {}

/** In memory of its own, so that it can go on to the archive's thread without being copied. */
async function bodyOf(request: IncomingMessage, limit = largestBody): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit) throw new TooLarge()
  let body = Buffer.allocUnsafeSlow(announced)
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (length + chunk.length > limit) throw new TooLarge()
    // Only where no length was announced.
    if (length + chunk.length > body.length)
      body = Buffer.concat([body.subarray(0, length)], 2 * (length + chunk.length))
    body.set(chunk, length)
    length += chunk.length
    letGo(chunk)
  }
  return body.subarray(0, length)
}
