/** What `npm run NAME` does; run.mjs has made sure that everything is installed. */
import { spawn } from 'node:child_process'
import { at, say } from './places.ts'

type Task = (args: readonly string[]) => number | Promise<number>

/** Each task is loaded when it is asked for: the terminal must not wait for the builder. */
const tasks: Readonly<Record<string, Task>> = {
  start: async (args) => (await import('./start.ts')).start(args),
  test: async (args) => (await import('./test.ts')).test(args),
  build: async () => {
    await (await import('./build.ts')).buildAll()
    return 0
  },
  check: async () => (await import('./check.ts')).failedChecks().length,
  bench: async (args) => (await import('./bench/bench.ts')).bench(args),
  format: async () => (await import('./check.ts')).runTool('oxfmt/bin/oxfmt', '.'),
  schema: async () => (await import('./schema.ts')).writeSchema(),
  pack: async (args) => await (await import('./pack.ts')).pack(args),
  kartoteka,
}

/** The terminal hears Ctrl+C itself; here we wait for its last words. */
function kartoteka(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', at('electron/cli.ts'), ...args], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void child.kill(signal))
  return new Promise((resolve) => child.on('close', (status) => resolve(status ?? 130)))
}

const [name = '', ...args] = process.argv.slice(2)
const task = tasks[name]
if (task) process.exitCode = await task(args)
else {
  say(`There is no task “${name}”. There are: ${Object.keys(tasks).join(', ')}.`)
  process.exitCode = 2
}
