/** The real `kartoteka` command, as a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { cliRefusal, cliShapes, type CliAnswer, type CommandName } from '../../schema/cli.ts'
import { aFolder } from './archive.ts'

export const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))
const program = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url))

export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Started, not waited for; killed with the test if it still runs. */
export function startKartoteka(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

export function ended(child: ChildProcess): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })))
}

export function kartoteka(...args: readonly string[]): Promise<Ended> {
  return ended(startKartoteka(...args))
}

/** The command with `--json`: its answer has exactly the shape that schema/cli.ts promises. */
export async function answerOf<Name extends CommandName>(
  name: Name,
  ...args: readonly string[]
): Promise<{ readonly json: CliAnswer<Name>; readonly status: number | null; readonly err: string }> {
  const { status, out, err } = await kartoteka(name, ...args, '--json')
  if (out === '') throw new Error(`no answer; ${err}`)
  return { json: cliShapes[name].parse(JSON.parse(out)) as CliAnswer<Name>, status, err }
}

/** The command with `--json`, where it cannot be done: the fault, its sentence, the exit status. */
export async function refusalOf(
  ...args: readonly string[]
): Promise<{ readonly kind: string; readonly message: string; readonly status: number | null; readonly err: string }> {
  const { status, out, err } = await kartoteka(...args, '--json')
  const { fault, message } = cliRefusal.parse(JSON.parse(out))
  return { kind: fault.kind, message, status, err }
}

/** A new archive of Ada's, made by the command. */
export async function aNewArchive(...args: readonly string[]): Promise<string> {
  const file = join(aFolder(), 'полевая работа.kartoteka')
  const { status, err } = await kartoteka('new', file, '--coder', 'Ada K.', ...args)
  if (status !== 0) throw new Error(err)
  return file
}
