/** The window's files under app://bundle, by the same rules as on the loopback host. There is no other way to load anything. */
import { protocol, session } from 'electron'
import { serveBundle } from '../bundle.ts'
import { isOurs, origin, scheme } from './origin.ts'

/** Must be called before Electron is ready: a scheme has its privileges from the start. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveWindowFiles(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (`${scheme}://${host}` !== origin) return new Response('not found', { status: 404 })
    if (request.method !== 'GET') return new Response('GET only', { status: 405 })
    const { status, headers, body } = await serveBundle(folder, pathname)
    return new Response(Buffer.from(body), { status, headers })
  })
}

/** Nothing in a window reaches the network, or is given the camera, the place or anything else that asks: it may copy text, and that is all. */
export function shutTheWorldOut(): void {
  const { defaultSession } = session
  const isGranted = (permission: string, url: string) => permission === 'clipboard-sanitized-write' && isOurs(`${url}/`)
  defaultSession.setPermissionRequestHandler((_, permission, grant, { requestingUrl }) =>
    grant(isGranted(permission, requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler((_, permission, requestingOrigin) => isGranted(permission, requestingOrigin))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.webRequest.onBeforeRequest(({ url }, go) => go({ cancel: !isLocal(url) }))
}

const isLocal = (url: string) => [`${scheme}:`, 'blob:', 'data:', 'devtools:'].includes(new URL(url).protocol)
