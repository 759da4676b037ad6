/** The import process as a utility process: its parent sends a port to whoever asks, and kills it when it overruns. */
import { parentPort } from '../parent-port.ts'
import { answerParse } from './answer.ts'
import type { ParseCall } from './process.ts'

parentPort().on('message', ({ ports: [port] }) => {
  port?.on('message', ({ data }) => {
    void answerParse(data as ParseCall, (reply) => port.postMessage(reply))
  })
  port?.start()
})
