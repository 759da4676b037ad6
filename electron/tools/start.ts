/** `npm start`: the desktop where Electron can be had, else a window of an installed browser, else an address. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { buildAll } from './build.ts'
import { findBrowser, quietFlags } from './find-browser.ts'
import { findElectron } from './find-electron.ts'
import { at, root, say } from './places.ts'

/** `[FILE] [--host=desktop|browser]`; FILE is an archive to open instead of the last one or the sample. */
export async function start(args: readonly string[]): Promise<number> {
  await buildAll()
  const host =
    args.find((arg) => arg.startsWith('--host='))?.slice('--host='.length) ?? process.env['KARTOTEKA_HOST'] ?? 'auto'
  const file = args.find((arg) => !arg.startsWith('-'))
  if (host !== 'browser') {
    const electron = await findElectron()
    if (electron.file !== null)
      return await ended(spawn(electron.file, [root, ...(file ? [resolve(file)] : [])], { stdio: 'inherit' }))
    if (host === 'desktop') {
      say(`Electron is not available: ${electron.reason}.`)
      return 1
    }
    say(`Electron is not available (${electron.reason}); Kartoteka opens in a browser window instead.`)
  }
  return await inBrowser(file)
}

async function inBrowser(file: string | undefined): Promise<number> {
  const { startLoopback, userFolder } = createRequire(import.meta.url)(
    at('dist/electron/loopback.cjs'),
  ) as typeof import('../host/loopback/loopback.ts')
  const folder = userFolder()
  const served = await startLoopback({ dist: at('dist'), folder, ...(file ? { archive: resolve(file) } : {}) })
  let window: ChildProcess | null = null
  const stop = () => {
    window?.kill()
    void served.close().finally(() => process.exit(0))
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const browser = findBrowser()
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (!browser || !hasScreen) {
    say(`Open this address in Chromium, Chrome or Edge: ${served.url}`)
    return await new Promise(() => {}) // until it is interrupted
  }
  const profile = join(folder, 'browser')
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  window = spawn(
    browser,
    [`--app=${served.url}`, `--user-data-dir=${profile}`, '--window-size=1440,900', ...quietFlags],
    { stdio: 'ignore' },
  )
  say('Kartoteka is open; close its window to end.')
  const code = await ended(window)
  await served.close()
  return code
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((done) => {
    child.on('error', (error) => {
      say(error.message)
      done(1)
    })
    child.on('exit', (code) => done(code ?? 0))
  })
}
