/** The import process as a forked child: reads one file after another. */
import { answerParse } from './answer.ts'
import type { ParseCall } from './process.ts'

process.on('message', (call: ParseCall) => {
  void answerParse(call, (reply) => process.send?.(reply))
})
