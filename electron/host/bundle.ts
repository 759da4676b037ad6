/** The window's own files, for both hosts: what lies in the built folder and nothing beside it. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { contentSecurityPolicy } from './csp.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  // What a PDF may need that has not brought it along.
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/vnd.iccprofile',
  '.wasm': 'application/wasm',
}

export interface Served {
  readonly status: 200 | 400 | 403 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Sent with every answer, whatever it is. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

/** `path` as it stands in the address, still encoded. */
export async function serveBundle(folder: string, path: string): Promise<Served> {
  const answer = (status: Served['status'], text: string): Served => ({
    status,
    headers: { ...safeHeaders, 'content-type': 'text/plain' },
    body: Buffer.from(text),
  })
  let name: string
  try {
    name = decodeURIComponent(path === '/' ? '/index.html' : path)
  } catch {
    return answer(400, 'malformed address')
  }
  const file = normalize(join(folder, name))
  if (!file.startsWith(folder + sep) || name.includes('\0')) return answer(403, 'forbidden')
  try {
    const body = await readFile(file)
    return {
      status: 200,
      headers: { ...safeHeaders, 'content-type': types[extname(file)] ?? 'application/octet-stream' },
      body,
    }
  } catch {
    return answer(404, 'not found')
  }
}
