/** A window's end of the port and a real archive at the other, with the guide's codebook; nothing is drawn. */
import { MessageChannel } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { serve } from '../../electron/archive/serve.ts'
import { Session } from '../../electron/archive/session.ts'
import { Cache } from '../../renderer/archive/cache.ts'
import { ArchiveClient } from '../../renderer/archive/client.ts'
import type { FromArchive, ToArchive } from '../../schema/message.ts'
import { anArchiveFile } from './archive.ts'

/** `onItsWay` may hold a message back. */
export async function aWindow(onItsWay: (message: ToArchive) => Promise<void> | void = () => {}) {
  const session = new Session({ imports: null, readingThread: false })
  const { port1, port2 } = new MessageChannel()
  let asked = 0
  serve(
    {
      post: (message) => port1.postMessage(message),
      listen: (receive) =>
        void port1.on('message', (message: ToArchive) => {
          if ('call' in message) asked++
          receive(message)
        }),
      close: () => port1.close(),
    },
    session,
  )
  const sent = async (message: ToArchive) => {
    const held = onItsWay(message)
    if (held) await held
    port2.postMessage(message)
  }
  const client = new ArchiveClient({
    post: (message) => void sent(message),
    listen: (receive) => void port2.on('message', (message: FromArchive) => receive(message)),
    close: () => port2.close(),
  })
  onTestFinished(async () => {
    client.close()
    await session.close()
    port1.close()
  })
  await client.call('archive.open', { path: anArchiveFile({ codebook: 'guide' }) })
  const coder = await client.call('coder.create', { name: 'Ada' })
  if (coder.ok) client.actAs(coder.value.id)
  return { client, cache: new Cache(client), asked: () => asked }
}
