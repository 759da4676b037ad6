/**
 * The terminal: `kartoteka COMMAND`. Says what is asked, opens the archive through the same door as
 * the windows, prints the answer, and ends with a status that scripts can trust.
 */
import { commandNamed, commands } from './host/terminal/commands.ts'
import { Desk, type Command } from './host/terminal/desk.ts'
import { faultIn, statusOf, type ExitStatus } from './host/terminal/exit.ts'
import { given } from './host/terminal/given.ts'
import { helpFor, overview } from './host/terminal/help.ts'
import { Outlet } from './host/terminal/outlet.ts'
import { explain } from '../schema/explain.ts'

const outlet = new Outlet(process.stdout, process.stderr)

async function kartoteka([name, ...args]: readonly string[]): Promise<ExitStatus> {
  const command = commandNamed(name ?? '')
  if (command) return args.includes('--help') ? showHelp(command) : await perform(command, args)
  if (name === undefined || name === '--help' || name === 'help') {
    outlet.print(overview(commands))
    return 0
  }
  return refuse({ kind: 'command-unknown', command: name }, args, false)
}

async function perform(command: Command, args: readonly string[]): Promise<ExitStatus> {
  let desk: Desk | undefined
  try {
    desk = new Desk(given(args, command), outlet)
    const { json, words, refused } = await command.run(desk)
    outlet.print(desk.given.has('json') ? JSON.stringify(json) : words)
    return refused ? 1 : 0
  } catch (error) {
    return refuse(faultIn(error), args, desk?.isOpen ?? false)
  } finally {
    await desk?.close()
  }
}

function showHelp(command: Command): ExitStatus {
  outlet.print(helpFor(command))
  return 0
}

/** A script that asked for JSON gets the fault as JSON, too. */
function refuse(fault: Parameters<typeof explain>[0], args: readonly string[], isOpen: boolean): ExitStatus {
  outlet.explain(fault)
  if (args.includes('--json')) outlet.print(JSON.stringify({ fault, message: explain(fault) }))
  return statusOf(fault, isOpen)
}

void kartoteka(process.argv.slice(2)).then((status) => {
  process.exitCode = status
})
