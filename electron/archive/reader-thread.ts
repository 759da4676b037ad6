/** The reader's thread: answers the contract's reads, and makes exports, on its own connection until it is told to close. */
import { parentPort } from 'node:worker_threads'
import { goingAlong } from '../../schema/bytes.ts'
import { contract, type OperationName } from '../../schema/contract.ts'
import type { Call, ProgressNote, Reply } from '../../schema/message.ts'
import type { AnySheet } from '../../schema/report.ts'
import type { Making } from './archive.ts'
import { connect, smallCache } from './connect.ts'
import { Connection, type Reader } from './db.ts'
import { asItLeft } from './export/as-it-left.ts'
import { Departure, usualTerms } from './export/departure.ts'
import { faultOf } from './faults.ts'
import { exports, reads, workbooks, type Surroundings } from './operations.ts'
import type { Question, ReaderOpening } from './reading-thread.ts'

interface Opened {
  readonly path: string
  readonly db: Connection
  readonly around: Surroundings
}
let opened: Opened | null = null

parentPort?.on('message', (message: { readonly open: ReaderOpening } | Question | 'close') => {
  if (message === 'close') {
    opened?.around.close()
    parentPort?.close()
  } else if ('open' in message) {
    opened = openedAt(message.open)
    parentPort?.postMessage('up')
  } else if (opened) void answer(opened, message).then((reply) => parentPort?.postMessage(reply, goingAlong(reply)))
})

function openedAt(opening: ReaderOpening): Opened {
  const handle = connect(opening.path, opening.passphrase, true, opening.readsOnce ? smallCache : undefined)
  const around = { ...opening, imports: null, projects: null, close: () => void handle.close() }
  return { path: opening.path, db: new Connection(handle), around }
}

type Handler = (db: Reader, coder: Call['coder'], input: unknown, last: Surroundings | Making) => unknown

/** Reads and exports that are text are done before the next message is looked at. */
async function answer({ path, db, around }: Opened, { call, name, coder, input, terms }: Question): Promise<Reply> {
  try {
    const making: Making = {
      progress: (progress) => parentPort?.postMessage({ progressOf: call, progress } satisfies ProgressNote),
      pause: () => new Promise((resolve) => void setImmediate(resolve)),
    }
    const { kind } = contract[name as OperationName]
    const handlers = { read: reads, export: exports, workbook: workbooks } as const
    const handler = (handlers[kind as keyof typeof handlers] as unknown as Readonly<Record<string, Handler>>)[name]
    if (kind === 'read') return { reply: call, ok: true, value: await handler?.(db, coder, input, around) }
    const departure = new Departure(db, terms ?? usualTerms)
    const made = (await handler?.(departure, coder, input, making)) as AnySheet
    return { reply: call, ok: true, value: asItLeft(departure, made) }
  } catch (error) {
    return { reply: call, ok: false, fault: faultOf(error, path) }
  }
}
