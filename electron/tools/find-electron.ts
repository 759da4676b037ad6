import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { at, say } from './places.ts'

const { env, platform } = process

export type Found = { readonly file: string } | { readonly file: null; readonly reason: string }

/** A runnable Electron, fetched if it can be, or why there is none. Never requires 'electron': that would start a download. */
export async function findElectron(): Promise<Found> {
  const name =
    platform === 'win32' ? 'electron.exe' : platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
  const file = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? at('node_modules/electron/dist'), name)
  if (existsSync(file)) return { file }
  if (!env['HTTPS_PROXY'] && !env['https_proxy'] && !(await answers(env['ELECTRON_MIRROR'] ?? 'https://github.com/')))
    return { file: null, reason: 'its runtime is not installed and cannot be fetched from here' }
  say('fetching the Electron runtime (once) …')
  const { stderr } = spawnSync(process.execPath, [at('node_modules/electron/install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 300_000,
    encoding: 'utf8',
  })
  return existsSync(file)
    ? { file }
    : { file: null, reason: stderr.trim().split('\n')[0] || 'the download did not finish' }
}

async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}
