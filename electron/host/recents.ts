/** The user's own folder: the sample archive, which archives were opened, and (in a browser) the window's profile. */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { HostFacts } from '../../schema/host.ts'

const most = 12

/** Where the platform keeps a program's data; KARTOTEKA_FOLDER names another place. */
export function userFolder(): string {
  const { env, platform } = process
  const folder =
    env['KARTOTEKA_FOLDER'] ??
    (platform === 'win32'
      ? join(env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'), 'Kartoteka')
      : platform === 'darwin'
        ? join(homedir(), 'Library/Application Support/Kartoteka')
        : join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'kartoteka'))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}

/** A copy of the sample, made once; what a person has done to it since is theirs. */
export function sampleIn(folder: string, built: string): string {
  const path = join(folder, 'sample.kartoteka')
  if (!existsSync(path) && existsSync(built)) {
    copyFileSync(built, path, constants.COPYFILE_EXCL)
    chmodSync(path, 0o600)
  }
  return existsSync(path) ? path : ''
}

export function recentsIn(folder: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, 'recents.json'), 'utf8'))
    return Array.isArray(found) ? found.filter((path): path is string => typeof path === 'string') : []
  } catch {
    return []
  }
}

export function rememberIn(folder: string, path: string): void {
  const list = [path, ...recentsIn(folder).filter((one) => one !== path)].slice(0, most)
  const file = join(folder, 'recents.json')
  writeFileSync(`${file}-new`, JSON.stringify(list), { mode: 0o600 })
  renameSync(`${file}-new`, file)
}

/** What the window is told at its start. `archive`: the one asked for, else the last, else the sample. */
export function factsFor(kind: HostFacts['kind'], folder: string, sample: string, asked: string): HostFacts {
  const recents = recentsIn(folder).filter((path) => existsSync(path))
  return {
    kind,
    archive: asked || recents[0] || sample,
    sample,
    folder: homedir(),
    recents,
    account: userInfo().username,
  }
}
