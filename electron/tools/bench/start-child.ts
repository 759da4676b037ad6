/**
 * A process that starts the archive as the hosts do: `start-child.ts FILE`. Beside child.ts, so that only what a host
 * loads is loaded: the built program, and nothing of the bench.
 */
import { builtArchive } from './built.ts'

const archive = await builtArchive(process.argv[2] ?? '')
await Promise.all([
  archive.ask('source.list', {}),
  archive.ask('codebook.get', {}),
  archive.ask('codebook.counts', {}),
  archive.ask('coder.list', {}),
  archive.ask('history.state', {}),
])
await archive.end()
