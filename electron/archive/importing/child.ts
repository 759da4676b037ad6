/** The import process as a forked child: reads one file after another. */
import { flushCompileCache } from 'node:module'
import { answerParse } from './answer.ts'
import type { ParseCall } from './process.ts'

process.on('message', (call: ParseCall) => {
  // It is killed when there is nothing to do: what V8 has compiled would never be kept for the next one.
  void answerParse(call, (reply) => process.send?.(reply)).then(() => flushCompileCache())
})
