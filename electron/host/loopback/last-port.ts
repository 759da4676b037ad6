/**
 * The port of the last time. A browser remembers how a window looked (language, sizes, what stood open) by
 * origin, and the port is part of it: with another one each time everything would be forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'

const fileIn = (folder: string) => join(folder, 'port')

/** 0, which is any, where none is known. */
function lastPort(folder: string): number {
  try {
    const port = Number(readFileSync(fileIn(folder), 'utf8'))
    return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : 0
  } catch {
    return 0
  }
}

/** Listens on this computer alone, at the port of the last time where that is free. Answers the port. */
export async function listenAsBefore(server: Server, folder: string): Promise<number> {
  const before = lastPort(folder)
  const port = await listen(server, before).catch(() => listen(server, 0))
  if (port !== before) keepPort(folder, port)
  return port
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the loopback host has no port'))
      else resolve(address.port)
    })
  })
}

function keepPort(folder: string, port: number): void {
  try {
    writeFileSync(fileIn(folder), String(port), { mode: 0o600 })
  } catch {
    // A folder that cannot be written to costs the memory of a window, not the work.
  }
}
