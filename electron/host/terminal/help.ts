/** The help, made of what the commands say of themselves. */
import type { Command } from './desk.ts'
import { commonOptions, type Option } from './given.ts'
import { columns } from './outlet.ts'

export function overview(commands: readonly Command[]): string {
  return [
    'kartoteka: an archive of documents, coded by hand and searched in two languages',
    '',
    columns(commands.map((command) => [`  kartoteka ${command.name} ${command.arguments.join(' ')}`, command.summary])),
    '',
    optionList(commonOptions),
    '',
    'FILE is an archive, NAME.kartoteka. Each command says more: kartoteka COMMAND --help',
    'Ends with 0 done, 1 some of it refused (the rest is done), 2 wrong usage, 3 the archive could not be opened.',
  ].join('\n')
}

export function helpFor(command: Command): string {
  return [
    `kartoteka ${command.name} ${command.arguments.join(' ')}: ${command.summary}`,
    '',
    optionList({ ...command.options, ...commonOptions }),
    ...(command.notes ? ['', ...command.notes] : []),
  ].join('\n')
}

function optionList(options: Readonly<Record<string, Option>>): string {
  return columns(
    Object.entries(options).map(([name, { value, many, help }]) => [
      `  --${name}${value === undefined ? '' : ` ${value}`}${many ? ' …' : ''}`,
      help,
    ]),
  )
}
