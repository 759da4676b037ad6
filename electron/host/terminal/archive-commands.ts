/** The archive file itself: made, held against itself, locked with a passphrase. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { ArchiveStatus } from '../../../schema/project.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { counted } from './outlet.ts'
import { canPrompt, passphraseIn, promptPassphrase } from './passphrase.ts'

export const newCommand: Command = {
  name: 'new',
  summary: 'make an archive',
  arguments: ['FILE'],
  options: {
    codebook: { value: 'none|guide', help: 'start empty, or with the codebook of the interview guide (guide)' },
    name: { value: 'NAME', help: 'the name of the study; else that of the file' },
  },
  notes: ['With --passphrase-file the new archive is encrypted from its first byte.'],
  run: async (desk) => {
    const codebook = desk.given.choice('codebook', ['none', 'guide']) ?? 'guide'
    const status = await desk.create(codebook, desk.given.word('name') ?? '')
    return described(status, `Made ${status.path} with ${counted(status.counts.codes, 'code')}.`)
  },
}

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check the file, and every passage against its text',
  arguments: ['FILE'],
  options: {},
  notes: ['Ends with 1 where something is damaged or lost.'],
  run: async (desk): Promise<Answer<CliAnswer<'verify'>>> => {
    const { path, counts } = await desk.read()
    const found = await desk.ask('archive.verify', {})
    const sound = found.damage === '' && found.lost === 0
    const words = [
      found.damage === '' ? `${path} is whole.` : `${path} is damaged: ${found.damage}`,
      `${counted(counts.sources, 'document')}, ${counted(counts.codes, 'code')}, ${counted(counts.codings, 'coding')}.`,
      `${counted(found.passages, 'passage')}: ${found.placed} in place, ${found.changed} changed, ${found.parked} parked, ${found.lost} lost.`,
    ]
    return { json: { path, sound, ...found, counts }, words: words.join('\n'), refused: !sound }
  },
}

export const passphraseCommand: Command = {
  name: 'passphrase',
  summary: 'set, change or remove the passphrase of an archive',
  arguments: ['FILE'],
  options: {
    'new-passphrase-file': { value: 'F', help: 'the new passphrase; else it is asked for' },
    remove: { help: 'leave the archive without a passphrase' },
  },
  notes: ['The archive is written anew; the old file does not remain. Backups keep the passphrase they had.'],
  run: async (desk) => {
    const { given } = desk
    if (given.has('remove') && given.has('new-passphrase-file'))
      throw new ArchiveError({ kind: 'options-exclusive', one: '--remove', other: '--new-passphrase-file' })
    const file = given.word('new-passphrase-file')
    const chosen = file === undefined ? undefined : passphraseIn(file)
    if (chosen === undefined && !given.has('remove') && !canPrompt())
      throw new ArchiveError({
        kind: 'option-missing',
        option: '--new-passphrase-file F, or --remove',
        command: 'passphrase',
      })
    await desk.hold()
    const next = given.has('remove') ? null : (chosen ?? (await promptTwice()))
    const status = await changePassphrase(desk, next)
    const done = status.encrypted
      ? 'is encrypted; keep the passphrase safe, nobody can restore it'
      : 'has no passphrase'
    return described(status, `${status.path} ${done}.`)
  },
}

async function changePassphrase(desk: Desk, next: string | null): Promise<ArchiveStatus> {
  const { passphrase: current, connection } = desk
  const status = await connection.manage('archive.passphrase', { next, ...(current === undefined ? {} : { current }) })
  if (!status) throw new ArchiveError({ kind: 'archive-not-open' })
  return status
}

async function promptTwice(): Promise<string> {
  const first = await promptPassphrase('New passphrase: ')
  const second = await promptPassphrase('The same again: ')
  if (first !== second) throw new ArchiveError({ kind: 'passphrases-differ' })
  return first
}

function described(status: ArchiveStatus, words: string): Answer<CliAnswer<'new'>> {
  return { json: status, words }
}
