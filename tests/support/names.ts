/** An archive with one interview that Ada has open, and a name table in a folder of its own. */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Connection } from '../../electron/host/terminal/connection.ts'
import { aFolder, anArchiveFile, putSource } from './archive.ts'

export async function anOpenInterview(title: string, text: string) {
  const path = anArchiveFile()
  const source = putSource(path, { short: 'R01', title, text })
  const connection = new Connection()
  onTestFinished(() => connection.close())
  await connection.manage('archive.open', { path })
  connection.coder = (await connection.ask('coder.create', { name: 'Ada' })).id
  return { path, source, connection }
}

/** Answers its file. */
export async function aNameTable(connection: Connection): Promise<string> {
  const path = join(aFolder(), 'sealed.names')
  await connection.names('names.create', { path, passphrase: 'порог и дверь' })
  return path
}

/** Zinaida Khmelyova, who is adviser 2. */
export const nameTheAdviser = (connection: Connection) =>
  connection.names('names.save', {
    kind: 'person',
    name: 'Зинаида Хмелёва',
    gender: 'female',
    pseudonym: 'adviser 2',
  })
