/**
 * The host of a browser window as a process of its own: `host-child.ts FOLDER`. Prints its address; told to end, it
 * closes and prints its peak memory in megabytes. Only what a host loads is loaded: the built program.
 */
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { at } from '../places.ts'
import { peakNow } from './peak.ts'

const [folder = ''] = process.argv.slice(2)
const { startLoopback } = createRequire(import.meta.url)(
  at('dist/electron/loopback.cjs'),
) as typeof import('../../host/loopback/loopback.ts')
const host = await startLoopback({ dist: at('dist'), folder })
process.stdout.write(`${host.url}\n`)
await once(process.stdin, 'data')
await host.close()
process.stdout.write(`${peakNow()}\n`)
process.exit(0)
