/** Taking acts back and doing them again; every coder their own. */
import type { CliAnswer } from '../../../schema/cli.ts'
import type { Act } from '../../../schema/history.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { columns } from './outlet.ts'

export const undoCommand: Command = {
  name: 'undo',
  summary: 'take back the last act of a coder',
  arguments: ['FILE'],
  options: {},
  run: (desk) => turn(desk, 'history.undo', 'Taken back'),
}

export const redoCommand: Command = {
  name: 'redo',
  summary: 'do again what was last taken back',
  arguments: ['FILE'],
  options: {},
  run: (desk) => turn(desk, 'history.redo', 'Done again'),
}

async function turn(
  desk: Desk,
  operation: 'history.undo' | 'history.redo',
  done: string,
): Promise<Answer<CliAnswer<'undo'>>> {
  await desk.write()
  const act = await desk.ask(operation, {})
  if (act) return { json: act, words: `${done}: ${named(act)}` }
  const coders = await desk.ask('coder.list', {})
  const name = coders.find(({ id }) => id === desk.connection.coder)?.name ?? ''
  const others = coders.filter((coder) => coder.name !== name).map((coder) => coder.name)
  const hint = others.length > 0 ? ` Others: ${others.join(', ')}; name one with --coder.` : ''
  return {
    json: null,
    words: `Nothing of ${name} to ${operation === 'history.undo' ? 'take back' : 'do again'}.${hint}`,
  }
}

export const historyCommand: Command = {
  name: 'history',
  summary: 'list what was done, the newest first',
  arguments: ['FILE'],
  options: { limit: { value: 'N', help: 'so many acts (200)' } },
  run: async (desk): Promise<Answer<CliAnswer<'history'>>> => {
    const limit = desk.given.number('limit', 1, 1000)
    await desk.read()
    const coders = new Map((await desk.ask('coder.list', {})).map(({ id, name }) => [id, name]))
    const acts = (await desk.ask('history.list', limit === undefined ? {} : { limit })).map((act) => ({
      ...act,
      coderName: coders.get(act.coder) ?? '',
    }))
    const rows = acts.map((act) => [
      act.at.slice(0, 16).replace('T', ' '),
      act.coderName,
      act.state === 'undone' ? `${named(act)} (taken back)` : named(act),
    ])
    return { json: acts, words: acts.length > 0 ? columns(rows) : 'Nothing was done yet.' }
  },
}

/** 'Apply code: 4e Terms of the money', 'Import codings (69)' */
function named({ label, subject }: Act): string {
  if (subject === '') return label
  return subject.startsWith('(') ? `${label} ${subject}` : `${label}: ${subject}`
}
