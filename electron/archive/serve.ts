/**
 * The message loop of an archive process: calls in, replies, progress and events out.
 * The same loop runs in a utility process, in a worker thread and inside the terminal.
 */
import type { FromArchive, Port, ToArchive } from '../../schema/message.ts'
import { faultOf } from './faults.ts'
import { Session, type Machinery } from './session.ts'

/** Answers how to end: waits for what is running and closes the archive. */
export function serve(port: Port<FromArchive, ToArchive>, machinery: Machinery): () => Promise<void> {
  const running = new Map<number, AbortController>()
  const session = new Session(machinery, {
    event: (event) => port.post({ event }),
    status: () => port.post({ status: true }),
  })
  port.listen((message) => {
    if ('cancel' in message) {
      running.get(message.cancel)?.abort()
      return
    }
    const { call } = message
    const controller = new AbortController()
    running.set(call, controller)
    session
      .perform(message, (progress) => port.post({ progressOf: call, progress }), controller.signal)
      .then((value) => port.post({ reply: call, ok: true, value }))
      .catch((error: unknown) => port.post({ reply: call, ok: false, fault: faultOf(error) }))
      .finally(() => running.delete(call))
  })
  return async () => {
    for (const controller of running.values()) controller.abort()
    await session.close()
    port.close()
  }
}
