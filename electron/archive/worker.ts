/** The archive as a worker thread, behind the loopback host. The message 'end' closes it. */
import { parentPort } from 'node:worker_threads'
import type { FromArchive, ToArchive } from '../../schema/message.ts'
import { ImportDesk } from './importing/desk.ts'
import { ImportPool } from './importing/pool.ts'
import { spawnImportProcess } from './importing/spawn.ts'
import { serve } from './serve.ts'

if (!parentPort) throw new Error('worker.ts runs as a worker thread only')
const parent = parentPort
const imports = new ImportDesk(new ImportPool(spawnImportProcess))
const end = serve(
  {
    post: (message: FromArchive) => parent.postMessage(message),
    listen: (receive) =>
      void parent.on('message', (message: ToArchive | 'end') => {
        if (message !== 'end') receive(message)
        else
          void end().then(() => {
            imports.pool.close()
            parent.close()
          })
      }),
    close: () => {},
  },
  { imports, readingThread: true },
)
