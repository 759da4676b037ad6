/** Import processes as forked children of this one: everywhere but on the desktop. */
import { execFile, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ImportProcess, ParseReply } from './process.ts'

const beside = import.meta.url.endsWith('.ts') ? './child.ts' : './import-child.cjs'

/** `program`: another one than that beside this file. */
export function spawnImportProcess(program = fileURLToPath(new URL(beside, import.meta.url))): ImportProcess {
  const child = fork(program, [], {
    serialization: 'advanced', // bytes go as bytes
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    post: (call) => void child.send(call),
    listen: (receive, gone) => {
      child.on('message', (message) => receive(message as ParseReply))
      child.once('exit', gone)
      child.once('error', gone)
    },
    kill: () => void child.kill('SIGKILL'),
    memory: () => residentBytes(child.pid),
  }
}

async function residentBytes(pid: number | undefined): Promise<number | null> {
  if (pid === undefined) return null
  try {
    if (process.platform === 'linux') return Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]) * 4096
    if (process.platform === 'darwin') return Number(await output('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024
  } catch {
    // it has just ended
  }
  return null
}

function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, (error, stdout) => (error ? reject(error) : resolve(stdout)))
  })
}
