/**
 * Bytes that go from hand to hand instead of being copied. V8 counts what lies outside its heap so late that tens of
 * megabytes which nobody can reach stay with every thread: whoever is the last to have long bytes gives them back.
 */
import type { FromArchive, ToArchive } from './message.ts'

/** Shorter ones are cheaper to copy; and in Node they share memory with others. */
const long = 100_000

/** The memory of long bytes that stand right in a question or are the answer: after the message its sender has it no more. */
export function goingAlong(message: ToArchive | FromArchive): ArrayBuffer[] {
  if ('reply' in message) return message.ok ? owned([message.value]) : []
  if (!('input' in message) || typeof message.input !== 'object' || message.input === null) return []
  return owned(Object.values(message.input))
}

const owned = (values: readonly unknown[]): ArrayBuffer[] => {
  const buffers = values.flatMap((value) =>
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.length >= long ? [value.buffer] : [],
  )
  return [...new Set(buffers)]
}

/** Gives the memory of these bytes back at once, where it is theirs alone. Nobody may look at them afterwards: they are empty. */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && !buffer.detached && byteLength === buffer.byteLength) buffer.transfer(0)
}
