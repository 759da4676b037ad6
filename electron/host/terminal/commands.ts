/** Every command of the terminal, in the order of a working day. */
import type { CommandName } from '../../../schema/cli.ts'
import { agreementCommand } from './agreement-command.ts'
import { newCommand, passphraseCommand, verifyCommand } from './archive-commands.ts'
import { attributesCommand, casesCommand } from './attribute-commands.ts'
import { codebookCommand } from './codebook-command.ts'
import { codeCommand, codesCommand } from './coding-commands.ts'
import type { Command } from './desk.ts'
import { sourcesCommand, textCommand } from './document-commands.ts'
import { editCommand, versionsCommand } from './edit-command.ts'
import { exportCommand } from './export-command.ts'
import { glossaryCommand } from './glossary-command.ts'
import { guideCommand } from './guide-command.ts'
import { historyCommand, redoCommand, undoCommand } from './history-commands.ts'
import { importCommand } from './import-command.ts'
import { importRefiCommand, mergeCommand } from './merge-command.ts'
import { namesCommand } from './names-command.ts'
import { reportCommand } from './report-commands.ts'
import { retrieveCommand } from './retrieve-command.ts'
import { reviewCommand } from './review-command.ts'
import { searchCommand } from './search-command.ts'
import { stopWordsCommand } from './stop-words-command.ts'

const byName: Readonly<Record<CommandName, Command>> = {
  new: newCommand,
  import: importCommand,
  merge: mergeCommand,
  'import-refi': importRefiCommand,
  sources: sourcesCommand,
  text: textCommand,
  edit: editCommand,
  versions: versionsCommand,
  attributes: attributesCommand,
  cases: casesCommand,
  codebook: codebookCommand,
  codes: codesCommand,
  code: codeCommand,
  undo: undoCommand,
  redo: redoCommand,
  history: historyCommand,
  search: searchCommand,
  retrieve: retrieveCommand,
  glossary: glossaryCommand,
  'stop-words': stopWordsCommand,
  guide: guideCommand,
  report: reportCommand,
  agreement: agreementCommand,
  export: exportCommand,
  review: reviewCommand,
  names: namesCommand,
  verify: verifyCommand,
  passphrase: passphraseCommand,
}
export const commands: readonly Command[] = Object.values(byName)

export function commandNamed(name: string): Command | undefined {
  return commands.find((command) => command.name === name)
}
