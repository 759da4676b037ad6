/** The archive as a worker thread, behind the loopback host. The message 'end' closes it. */
import { parentPort } from 'node:worker_threads'
import { goingAlong } from '../../schema/bytes.ts'
import type { ToArchive } from '../../schema/message.ts'
import { ImportDesk } from './importing/desk.ts'
import { ImportPool } from './importing/pool.ts'
import { spawnImportProcess } from './importing/spawn.ts'
import { serve } from './serve.ts'
import { Session } from './session.ts'

if (!parentPort) throw new Error('worker.ts runs as a worker thread only')
const parent = parentPort
const imports = new ImportDesk(new ImportPool(spawnImportProcess))
const session = new Session({ imports, readingThread: true })

async function end(): Promise<void> {
  await session.close()
  imports.pool.close()
  parent.close()
}

serve(
  {
    post: (message) => parent.postMessage(message, goingAlong(message)),
    listen: (receive) =>
      void parent.on('message', (message: ToArchive | 'end') => (message === 'end' ? void end() : receive(message))),
    close: () => {},
  },
  session,
)
