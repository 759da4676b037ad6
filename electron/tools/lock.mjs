/** A lock between commands that run at the same time: a file with the holder's process number. */
import fs from 'node:fs'
import path from 'node:path'

const patience = 20 * 60_000

/**
 * Runs `act` while nobody else runs theirs under `file`. A holder that died holds nothing.
 * @template T @param {string} file @param {(message: string) => void} say @param {() => Promise<T>} act @returns {Promise<T>}
 */
export async function withLock(file, say, act) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const deadline = Date.now() + patience
  for (let told = false; !take(file);) {
    const holder = Number(read(file))
    if (holder && !isAlive(holder)) {
      fs.rmSync(file, { force: true })
      continue
    }
    if (Date.now() > deadline)
      throw new Error(`another command holds ${path.basename(file)}; delete it if none is running`)
    if (!told) say(`waiting for another command (process ${holder})`)
    told = true
    await new Promise((resolve) => void setTimeout(resolve, 200))
  }
  try {
    return await act()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

/** @param {string} file */
function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}
/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
