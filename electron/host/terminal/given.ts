/**
 * What was typed after the command's name, held against what the command takes. Whatever does not
 * fit is a fault that names it; nothing is guessed and nothing is passed over.
 */
import { parseArgs } from 'node:util'
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'

export interface Option {
  /** How the help calls its value; absent for an option that is only said or not said. */
  readonly value?: string
  /** May be said more than once. */
  readonly many?: true
  readonly help: string
}
/** What a command takes. An argument that ends in '…' takes all that follow; '[WHAT]' may be left out, and all after it. */
export interface Taken {
  readonly name: string
  readonly arguments: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** Acts that may be said before the archive, too: `review pack FILE` is `review FILE pack`. */
  readonly acts?: readonly string[]
}

/** Every command has these. */
export const commonOptions: Readonly<Record<string, Option>> = {
  'passphrase-file': { value: 'F', help: 'read the passphrase of the archive from this file' },
  coder: { value: 'NAME', help: 'who acts; a new name is a new coder' },
  json: { help: 'print one JSON value; messages go to standard error' },
  help: { help: 'show this' },
}

export class Given {
  readonly #values: ReadonlyMap<string, readonly string[]>
  /** One for every argument that the command takes; the last of 'PATH…' and what follows it at the end. */
  readonly arguments: readonly string[]

  constructor(values: ReadonlyMap<string, readonly string[]>, positional: readonly string[]) {
    this.#values = values
    this.arguments = positional
  }

  /** The first argument: of every command it is the archive. */
  get archive(): string {
    return this.arguments[0] ?? ''
  }
  has(option: string): boolean {
    return this.#values.has(option)
  }
  /** The value said last. */
  word(option: string): string | undefined {
    return this.#values.get(option)?.at(-1)
  }
  words(option: string): readonly string[] | undefined {
    return this.#values.get(option)
  }
  /** Throws 'option-not-allowed'. */
  choice<Allowed extends string>(option: string, allowed: readonly Allowed[]): Allowed | undefined {
    return this.choices(option, allowed)?.at(-1)
  }
  choices<Allowed extends string>(option: string, allowed: readonly Allowed[]): readonly Allowed[] | undefined {
    return this.words(option)?.map((value) => oneOf(option, value, allowed))
  }
  /** A whole number. Throws 'option-not-allowed'. */
  number(option: string, least: number, most: number): number | undefined {
    const value = this.word(option)
    if (value === undefined) return undefined
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (number >= least && number <= most) return number
    throw new ArchiveError({
      kind: 'option-not-allowed',
      option: `--${option}`,
      value,
      allowed: [`${least} to ${most}`],
    })
  }
}

/** Throws 'option-not-allowed'. */
export function oneOf<Allowed extends string>(option: string, value: string, allowed: readonly Allowed[]): Allowed {
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw new ArchiveError({
    kind: 'option-not-allowed',
    option: option === option.toUpperCase() ? option : `--${option}`,
    value,
    allowed,
  })
}

/** Throws the fault of the first thing that does not fit. */
export function given(args: readonly string[], taken: Taken): Given {
  const options = { ...taken.options, ...commonOptions }
  const command = taken.name
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
    ),
    strict: false, // its faults are sentences of its own; ours are facts
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string[]>()
  const positional: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positional.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) refuse({ kind: 'option-unknown', option: token.rawName, command })
    if (option.value === undefined && token.value !== undefined)
      refuse({ kind: 'option-with-value', option: token.rawName })
    const isMissing = token.value === undefined || (!token.inlineValue && /^-./.test(token.value))
    if (option.value !== undefined && isMissing) refuse({ kind: 'option-without-value', option: token.rawName })
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ''])
  }
  const missing = taken.arguments[positional.length]
  if (missing !== undefined && !missing.startsWith('['))
    refuse({ kind: 'argument-missing', argument: missing, command })
  const extra = positional[taken.arguments.length]
  if (extra !== undefined && !taken.arguments.at(-1)?.endsWith('…'))
    refuse({ kind: 'argument-unexpected', argument: extra, command })
  const [first = '', second = '', ...rest] = positional
  const isActFirst = positional.length > 1 && taken.acts?.includes(first) === true
  return new Given(values, isActFirst ? [second, first, ...rest] : positional)
}

function refuse(fault: ArchiveFault): never {
  throw new ArchiveError(fault)
}
