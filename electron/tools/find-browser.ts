import { existsSync } from 'node:fs'
import { join } from 'node:path'

const { env, platform } = process

/** An installed Chromium, Chrome or Edge; KARTOTEKA_BROWSER names another. Null where there is none. */
export function findBrowser(): string | null {
  const chosen = env['KARTOTEKA_BROWSER']
  if (chosen) return chosen
  return candidates().find((file) => existsSync(file)) ?? null
}

function candidates(): readonly string[] {
  if (platform === 'win32')
    return [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].flatMap((folder) =>
      folder
        ? ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe'].map((file) =>
            join(folder, file),
          )
        : [],
    )
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  return (env['PATH'] ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)))
}

/** An installed Firefox; KARTOTEKA_FIREFOX names another. Null where there is none: no program needs it, a test uses it. */
export function findFirefox(): string | null {
  const chosen = env['KARTOTEKA_FIREFOX']
  if (chosen) return chosen
  const files =
    platform === 'win32'
      ? [env['ProgramFiles'], env['ProgramFiles(x86)']].flatMap((folder) =>
          folder ? [join(folder, 'Mozilla Firefox/firefox.exe')] : [],
        )
      : platform === 'darwin'
        ? ['/Applications/Firefox.app/Contents/MacOS/firefox']
        : (env['PATH'] ?? '')
            .split(':')
            .flatMap((folder) => ['firefox', 'firefox-esr'].map((name) => join(folder, name)))
  return files.find((file) => existsSync(file)) ?? null
}

/** What keeps a browser from looking for anything outside, and as root from refusing to start. */
export const quietFlags: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-default-apps',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--password-store=basic',
  ...(platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', '--test-type', '--disable-gpu'] : []),
]
