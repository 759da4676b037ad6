/**
 * What a page has of Electron before the preload script runs: contextBridge, which copies and freezes as
 * the real one does, ipcRenderer over a Playwright binding, and ports. It runs in the browser, so it
 * stands alone: nothing from outside the function may be used in it.
 */
export interface FromMain {
  readonly channel: string
  readonly args: readonly unknown[]
  /** Numbers of the ports that come with it. */
  readonly ports: readonly number[]
}
export interface PageEnds {
  kartotekaToMain(kind: 'send' | 'invoke' | 'port', to: string | number, what: unknown): Promise<unknown>
  kartotekaFromMain(message: FromMain): void
  kartotekaFromPort(port: number, data: unknown): void
}

export function electronInPage(preload: string): void {
  if (window.top !== window) return // preload scripts are for the page itself
  type Listener = (event: { readonly ports: readonly MessagePort[] }, ...args: readonly unknown[]) => void
  const ends = window as unknown as PageEnds
  const toMain = ends.kartotekaToMain.bind(ends)
  const listeners = new Map<string, Set<Listener>>()
  const ports = new Map<number, MessagePort>()

  const ipcRenderer = {
    on: (channel: string, listener: Listener) => {
      const own = listeners.get(channel) ?? new Set()
      listeners.set(channel, own.add(listener))
    },
    removeAllListeners: (channel: string) => void listeners.delete(channel),
    send: (channel: string, ...args: unknown[]) => void toMain('send', channel, structuredClone(args)),
    invoke: async (channel: string, ...args: unknown[]) => {
      const { value, error } = (await toMain('invoke', channel, structuredClone(args))) as {
        value?: unknown
        error?: string
      }
      if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`)
      return value
    },
  }

  /** A copy across the bridge: functions stay callable, nothing else keeps its identity or can be changed. */
  const bridged = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => bridged((value as (...all: unknown[]) => unknown)(...args.map(bridged)))
    if (value instanceof Promise)
      return value.then(bridged, (error: unknown) => {
        throw error instanceof Error ? new Error(error.message) : bridged(error)
      })
    if (value instanceof File) return value
    if (Array.isArray(value)) return value.map(bridged)
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bridged(one)])))
    return structuredClone(value)
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) =>
      void Object.defineProperty(window, name, { value: bridged(api), enumerable: true }),
  }
  const webUtils = { getPathForFile: (file: File) => `/dropped/${file.name}` }

  ends.kartotekaFromMain = ({ channel, args, ports: numbers }) => {
    const given = numbers.map((number) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', ({ data }) => void toMain('port', number, data))
      port1.start()
      ports.set(number, port1)
      return port2
    })
    for (const listener of listeners.get(channel) ?? []) listener({ ports: given }, ...args)
  }
  ends.kartotekaFromPort = (port, data) => ports.get(port)?.postMessage(data)

  const electron: Readonly<Record<string, unknown>> = { contextBridge, ipcRenderer, webUtils }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`a sandboxed preload script cannot load ${name}`)
  }
  new Function('require', 'module', 'exports', preload)(require, { exports: {} }, {})
}
