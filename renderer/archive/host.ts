/** The host of this window: the desktop's, handed over by the preload script, or the loopback host behind HTTP. */
import type { Host, HostFacts } from '../../schema/host.ts'
import type { FromArchive, Port, Reply, ToArchive } from '../../schema/message.ts'
import { pack, unpack } from '../../schema/wire.ts'

declare global {
  interface Window {
    /** Set by the preload script on the desktop. */
    readonly kartoteka?: Omit<Host, 'connect'> & { connect(): void }
  }
}

/** The address of this window admits nobody: it was used before, or never had its code. */
export class NotAdmitted extends Error {}

/** Rejects where neither host is there, with `NotAdmitted` where it lets nobody in. */
export async function findHost(): Promise<Host> {
  const desktop = window.kartoteka
  if (!desktop) return await loopback()
  return { ...desktop, connect: () => desktopPort(() => desktop.connect()) }
}

/** The port comes by `postMessage`, so that what is sent through it is not copied by the bridge. */
function desktopPort(ask: () => void): Promise<Port<ToArchive, FromArchive>> {
  return new Promise((resolve) => {
    addEventListener('message', function hear(event: MessageEvent<unknown>) {
      const [port] = event.ports
      if (event.source !== window || event.data !== 'kartoteka:port' || !port) return
      removeEventListener('message', hear)
      resolve({
        post: (message) => port.postMessage(message),
        listen: (receive) => {
          port.addEventListener('message', ({ data }: MessageEvent<FromArchive>) => receive(data))
          port.start()
        },
        close: () => port.close(),
      })
    })
    ask()
  })
}

async function loopback(): Promise<Host> {
  const token = await tokenOfWindow()
  const name = crypto.randomUUID()
  const ask = (path: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> =>
    fetch(path, {
      method: body ? 'POST' : 'GET',
      headers: { 'x-kartoteka-token': token, 'x-kartoteka-window': name },
      ...(body ? { body } : {}),
    })
  return {
    facts: async () => {
      const response = await ask('/facts')
      if (response.status === 401) throw new NotAdmitted()
      return (await response.json()) as HostFacts
    },
    connect: async () => await loopbackPort(ask),
    dialogs: null,
    pathOf: () => null,
    remember: async (path) => void (await ask('/remember', packed(path))),
    showHistory: () => {},
    onMenu: () => {},
  }
}

const packed = (message: unknown) => pack(message) as Uint8Array<ArrayBuffer>

/** The code in the address buys the token, once; a reload finds it in the session. */
async function tokenOfWindow(): Promise<string> {
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  const kept = sessionStorage.getItem('token')
  if (code === null) return kept ?? ''
  history.replaceState(null, '', location.pathname)
  const response = await fetch('/session', { method: 'POST', body: code })
  if (!response.ok) {
    if (kept !== null) return kept
    throw new NotAdmitted()
  }
  const token = await response.text()
  sessionStorage.setItem('token', token)
  return token
}

async function loopbackPort(
  ask: (path: string, body?: Uint8Array<ArrayBuffer>) => Promise<Response>,
): Promise<Port<ToArchive, FromArchive>> {
  let receive: (message: FromArchive) => void = () => {}
  const events = await ask('/events')
  if (!events.ok || !events.body) throw new Error(await events.text())
  const reader = events.body.getReader()
  void listen(reader, (message) => receive(message))
  /** Calls that nobody waits for any more since the last time the page was free. */
  let cancelled: number[] = []
  const tellCancelled = () => {
    void ask('/cancel', packed(cancelled))
    cancelled = []
  }
  return {
    post: (message) => {
      if ('cancel' in message) {
        if (cancelled.push(message.cancel) === 1) queueMicrotask(tellCancelled)
        return
      }
      ask('/call', packed(message))
        .then(async (response) => {
          if (!response.ok) return receive(unreachable(message.call))
          const bytes = new Uint8Array(await response.arrayBuffer())
          const reply = unpack(bytes) as Reply
          // To read a long answer and to compare it with the last are two pieces of work: keys are heard in between.
          if (bytes.length > longAnswer) await new Promise((next) => void setTimeout(next))
          receive(reply)
        })
        .catch(() => receive(unreachable(message.call)))
    },
    listen: (listener) => {
      receive = listener
    },
    close: () => void reader.cancel(),
  }
}

/** Bytes: thousands of passages, or a long text. */
const longAnswer = 300_000

const unreachable = (call: number): Reply => ({ reply: call, ok: false, fault: { kind: 'host-unreachable' } })

/** Lines of JSON until the host is gone. */
async function listen(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  receive: (message: FromArchive) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const lines = (rest + decoder.decode(next.value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line !== '') receive(JSON.parse(line) as FromArchive)
    }
  } catch {
    // The host has gone; the next call says so where it was asked.
  }
}
