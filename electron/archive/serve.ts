/**
 * The message loop between a window and the archive: calls in, replies, progress and events out.
 * The same loop runs in a utility process, in a worker thread and inside the terminal; a session
 * may have several windows, each with a port of its own.
 */
import type { FromArchive, Port, ToArchive } from '../../schema/message.ts'
import { faultOf } from './faults.ts'
import type { Session } from './session.ts'

/** Answers how to let go of the port: what it still runs is cancelled. */
export function serve(port: Port<FromArchive, ToArchive>, session: Session): () => void {
  const running = new Map<number, AbortController>()
  const deafen = session.listen({
    event: (event) => port.post({ event }),
    status: () => port.post({ status: true }),
    names: () => port.post({ names: true }),
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
  return () => {
    deafen()
    for (const controller of running.values()) controller.abort()
    port.close()
  }
}
