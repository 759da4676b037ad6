/** The reader's thread: answers the contract's reads on its own connection until it is told to close. */
import { parentPort, workerData } from 'node:worker_threads'
import type { NameOf } from '../../schema/contract.ts'
import type { Call, Reply } from '../../schema/message.ts'
import { connect } from './connect.ts'
import { Connection, type Reader } from './db.ts'
import { faultOf } from './faults.ts'
import { reads, type Surroundings } from './operations.ts'
import type { ReaderOpening } from './reading-thread.ts'

const opening = workerData as ReaderOpening
const handle = connect(opening.path, opening.passphrase, true)
const db = new Connection(handle)
const around: Surroundings = { ...opening, imports: null, close: () => void handle.close() }

parentPort?.on('message', (message: Call | 'close') => {
  if (message === 'close') {
    around.close()
    parentPort?.close()
    return
  }
  parentPort?.postMessage(answer(message))
})

function answer({ call, name, coder, input }: Call): Reply {
  const read = reads[name as NameOf<'read'>] as (
    db: Reader,
    coder: Call['coder'],
    input: unknown,
    around: Surroundings,
  ) => unknown
  try {
    return { reply: call, ok: true, value: read(db, coder, input, around) }
  } catch (error) {
    return { reply: call, ok: false, fault: faultOf(error, opening.path) }
  }
}
