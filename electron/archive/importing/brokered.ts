/**
 * Import processes on the desktop. A packaged Electron cannot be run as Node (its fuse is off), so the
 * archive cannot fork: it asks its host for a utility process and gets a port to it. Files and drafts
 * go through that port; starting, killing and weighing go through the host.
 */
import type { FromBroker, ToBroker } from '../../../schema/broker.ts'
import type { UtilityPort } from '../parent-port.ts'
import type { ImportProcess, ParseCall, ParseReply, Spawn } from './process.ts'

interface Brokered {
  readonly started: (port: UtilityPort) => void
  readonly weighed: (bytes: number | null) => void
  readonly gone: () => void
}

export function brokeredImports(ask: (message: ToBroker) => void): {
  readonly spawn: Spawn
  readonly receive: (message: FromBroker, ports: readonly UtilityPort[]) => void
} {
  const processes = new Map<number, Brokered>()
  let last = 0
  return {
    spawn: () => {
      const importProcess = ++last
      const { process, brokered } = startProcess((what) => ask({ importProcess, ask: what }))
      processes.set(importProcess, brokered)
      ask({ importProcess, ask: 'start' })
      return process
    },
    receive: (message, [port]) => {
      const found = processes.get(message.importProcess)
      if (message.is === 'weighed') found?.weighed(message.bytes)
      else if (message.is === 'gone') {
        processes.delete(message.importProcess)
        found?.gone()
      } else if (port) found?.started(port)
    },
  }
}

function startProcess(ask: (what: ToBroker['ask']) => void): {
  readonly process: ImportProcess
  readonly brokered: Brokered
} {
  let port: UtilityPort | null = null
  const early: ParseCall[] = []
  const weighings: ((bytes: number | null) => void)[] = []
  let hear: (reply: ParseReply) => void = () => {}
  let lose = () => {}
  return {
    process: {
      post: (call) => {
        if (port) port.postMessage(call)
        else early.push(call)
      },
      listen: (receive, gone) => {
        hear = receive
        lose = gone
      },
      kill: () => ask('kill'),
      memory: () =>
        new Promise((resolve) => {
          weighings.push(resolve)
          if (weighings.length === 1) ask('memory')
        }),
    },
    brokered: {
      started: (given) => {
        port = given
        given.on('message', ({ data }) => hear(data as ParseReply))
        given.start()
        for (const call of early.splice(0)) given.postMessage(call)
      },
      weighed: (bytes) => {
        for (const answer of weighings.splice(0)) answer(bytes)
      },
      gone: () => {
        for (const answer of weighings.splice(0)) answer(null)
        port?.close()
        lose()
      },
    },
  }
}
