/**
 * `npm run pack`: an unpacked package of this platform in release/, and a look into it. Where the Electron
 * runtime is absent a stand-in takes its place: what is packed, how, and with which fuses is tried all the same.
 */
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { buildAll } from './build.ts'
import { at, root, say } from './places.ts'

export async function pack(args: readonly string[]): Promise<number> {
  await buildAll()
  const out = at('release')
  const status = packInto(root, out, args)
  if (status !== 0) return status
  const problems = await problemsIn(join(out, folderName()))
  for (const problem of problems) say(`pack: ${problem}`)
  if (problems.length === 0) say(`packed into ${out}`)
  return problems.length
}

/** Packs `project` into a folder of `out`; the status of electron-builder. */
export function packInto(project: string, out: string, args: readonly string[] = []): number {
  const standIn = process.platform === 'linux' && !existsSync(at('node_modules/electron/dist/version'))
  const runtime = standIn ? standInRuntime() : null
  if (standIn) say('the Electron runtime is not here: packing with a stand-in that cannot be started')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      at('node_modules/electron-builder/cli.js'),
      '--dir',
      '--publish=never',
      `--projectDir=${project}`,
      `-c.directories.output=${out}`,
      ...(runtime === null ? [] : [`-c.electronDist=${runtime}`]),
      ...args,
    ],
    { cwd: project, encoding: 'utf8' },
  )
  if (runtime !== null) rmSync(runtime, { recursive: true })
  if (status !== 0) say(stdout + stderr)
  return status ?? 1
}

/** The folder that electron-builder makes for this machine. */
export function folderName(): string {
  const { platform, arch } = process
  const suffix = arch === 'x64' ? '' : `-${arch}`
  if (platform === 'darwin') return `mac${suffix}`
  return `${platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`
}

const wantedFuses: readonly (readonly [fuse: FuseV1Options, name: string, isOn: boolean])[] = [
  [FuseV1Options.RunAsNode, 'run as Node', false],
  [FuseV1Options.EnableCookieEncryption, 'cookie encryption', true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, 'NODE_OPTIONS', false],
  [FuseV1Options.EnableNodeCliInspectArguments, 'inspect arguments', false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, 'asar integrity', true],
  [FuseV1Options.OnlyLoadAppFromAsar, 'only from asar', true],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, 'file protocol privileges', false],
]
const wantedFiles = [
  'package.json',
  'dist/sample.kartoteka',
  'dist/renderer/index.html',
  'dist/pack/pack.html',
  'dist/schema/migrations/0001-core.sql',
  ...['main', 'preload', 'utility', 'reader-thread', 'import-utility'].map((name) => `dist/electron/${name}.cjs`),
]
const allowed = /^(package\.json|dist(\/.*)?|node_modules(\/better-sqlite3(\/.*)?)?)$/

/** What is wrong with a package: files that miss or do not belong, a database of another machine, wrong fuses. */
export async function problemsIn(folder: string): Promise<readonly string[]> {
  const onMac = process.platform === 'darwin'
  const resources = join(folder, onMac ? 'Kartoteka.app/Contents/Resources' : 'resources')
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').replace(/^\//, ''),
  )
  const addons = globSync('app.asar.unpacked/**/*.node', { cwd: resources }).map((path) => path.replaceAll('\\', '/'))
  const addon = `app.asar.unpacked/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
  const name = { win32: 'Kartoteka.exe', darwin: 'Kartoteka.app' }[process.platform as string] ?? 'kartoteka'
  const fuses = await getCurrentFuseWire(join(folder, name))
  return [
    ...wantedFiles.filter((path) => !files.includes(path)).map((path) => `${path} is missing`),
    ...files.filter((path) => !allowed.test(path) || path.endsWith('.map')).map((path) => `${path} does not belong`),
    ...(addons.length === 1 && addons[0] === addon ? [] : [`the database is ${addons.join(', ') || 'missing'}`]),
    ...wantedFuses
      .filter(([fuse, , isOn]) => fuses[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
      .map(([, fuse, isOn]) => `the fuse “${fuse}” should be ${isOn ? 'on' : 'off'}`),
  ]
}

/** A folder that looks like the runtime of Linux to the packer: the fuses' mark, one byte a fuse, and little else. */
function standInRuntime(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-runtime-'))
  mkdirSync(join(folder, 'resources'))
  const fuses = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100110', 'latin1')
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuses, Buffer.alloc(64)]), { mode: 0o755 })
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'stand-in')
  return folder
}
