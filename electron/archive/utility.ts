/**
 * The archive as a utility process, behind the desktop host: the door that worker.ts is to the other one.
 * All windows share the one port; the message 'end' closes the archive, and then the process ends.
 */
import { isFromBroker } from '../../schema/broker.ts'
import type { ToArchive } from '../../schema/message.ts'
import { brokeredImports } from './importing/brokered.ts'
import { ImportDesk } from './importing/desk.ts'
import { ImportPool } from './importing/pool.ts'
import { parentPort } from './parent-port.ts'
import { serve } from './serve.ts'
import { Session } from './session.ts'

const parent = parentPort()
const broker = brokeredImports((message) => parent.postMessage(message))
const imports = new ImportDesk(new ImportPool(broker.spawn))
const session = new Session({ imports, readingThread: true })

async function end(): Promise<void> {
  await session.close()
  imports.pool.close()
  process.exit(0)
}

serve(
  {
    post: (message) => parent.postMessage(message),
    listen: (receive) =>
      void parent.on('message', ({ data, ports }) => {
        if (data === 'end') void end()
        else if (isFromBroker(data)) broker.receive(data, ports)
        else receive(data as ToArchive)
      }),
    close: () => {},
  },
  session,
)
