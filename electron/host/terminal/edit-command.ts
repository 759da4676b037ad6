/** A corrected transcript put in the place of a document's text, and the texts that a document has had. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { Answer, Command } from './desk.ts'
import { columns, counted } from './outlet.ts'

export const editCommand: Command = {
  name: 'edit',
  summary: 'put a corrected text in the place of a document’s text',
  arguments: ['FILE', 'SOURCE'],
  options: {
    from: { value: 'corrected.txt', help: 'the whole corrected text, as UTF-8' },
    'dry-run': { help: 'say what it would do, and change nothing' },
  },
  notes: [
    'What differs is found by comparing; every passage goes along with its words. `undo` takes it back.',
    'Passages whose words changed wait to be confirmed; those whose words are gone are parked, with their codes.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'edit'>>> => {
    const path = desk.given.word('from')
    if (path === undefined) throw new ArchiveError({ kind: 'option-missing', option: '--from', command: 'edit' })
    const text = textIn(path)
    const isTrial = desk.given.has('dry-run')
    await (isTrial ? desk.read() : desk.write())
    const { id: source, short } = await desk.ask('source.find', { name: desk.given.arguments[1] ?? '' })
    const preview = await desk.ask('source.editPreview', { source, text })
    const versions = await desk.ask('source.versions', { source })
    const before = versions.find(({ isCurrent }) => isCurrent)?.version ?? 1
    const done = isTrial ? null : await desk.ask('source.retext', { source, base: before, text })
    const json: CliAnswer<'edit'> = {
      source,
      version: done?.version ?? before,
      isDone: done !== null && done.version !== before,
      changes: preview.changes.length,
      moved: done?.moved ?? preview.moved,
      changed: preview.changed,
      parked: preview.parked,
      united: done?.united ?? preview.united.map((union) => ({ ...union, conflicts: [] })),
    }
    return { json, words: wordsOn(short, json, isTrial) }
  },
}

function wordsOn(
  short: string,
  { changes, moved, changed, parked, united }: CliAnswer<'edit'>,
  isTrial: boolean,
): string {
  if (changes === 0) return `The text of ${short} is the same. Nothing was changed.`
  return [
    `${short}: ${counted(changes, 'change')}${isTrial ? ' would be made' : ''}; ${counted(moved, 'passage')} moved, ${changed.length} changed, ${parked.length} parked, ${united.length} united.`,
    ...changed.map(({ before, after }) => `changed  ${inShort(before)} → ${inShort(after)}`),
    ...parked.map(({ before }) => `parked   ${inShort(before)}`),
  ].join('\n')
}

/** One line, enough to know the words by. */
function inShort(words: string): string {
  const line = words.replace(/\s+/gu, ' ')
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line
}

/** Throws 'no-such-file', 'file-encoding-unknown'. */
function textIn(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new ArchiveError({ kind: 'no-such-file', path }, { cause: error })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new ArchiveError({ kind: 'file-encoding-unknown', name: basename(path) }, { cause: error })
  }
}

export const versionsCommand: Command = {
  name: 'versions',
  summary: 'list the texts that a document has had',
  arguments: ['FILE', 'SOURCE'],
  options: {},
  run: async (desk): Promise<Answer<CliAnswer<'versions'>>> => {
    await desk.read()
    const { id: source } = await desk.ask('source.find', { name: desk.given.arguments[1] ?? '' })
    const coders = new Map((await desk.ask('coder.list', {})).map(({ id, name }) => [id as string, name]))
    const versions = (await desk.ask('source.versions', { source })).map((version) => ({
      ...version,
      coderName: coders.get(version.coder) ?? '',
    }))
    const head = ['', 'text', 'at', 'coder', 'by', 'characters', 'in', 'out', 'moved', 'changed', 'parked', 'united']
    const rows = versions.map((one) => [
      one.isCurrent ? '*' : '',
      one.number,
      one.at.slice(0, 16).replace('T', ' '),
      one.coderName,
      one.origin,
      one.length,
      one.inserted,
      one.removed,
      one.moved,
      one.changed,
      one.parked,
      one.united,
    ])
    return { json: versions, words: columns([head, ...rows]) }
  },
}
