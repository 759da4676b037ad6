/**
 * The two ways out of the terminal: the answer on standard output, everything else on standard
 * error. A reader that has gone away (`| head`) ends the printing, never the work.
 */
import type { ArchiveFault } from '../../../schema/error.ts'
import type { Progress } from '../../../schema/event.ts'
import { explain } from '../../../schema/explain.ts'

export class Outlet {
  readonly #out: NodeJS.WriteStream
  readonly #err: NodeJS.WriteStream
  #isLineOpen = false
  /** The last progress line that was written, where lines cannot be overwritten. */
  #tenths = ''

  constructor(out: NodeJS.WriteStream, err: NodeJS.WriteStream) {
    this.#out = out
    this.#err = err
    for (const stream of [out, err])
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error
      })
  }

  /** The answer. */
  print(text: string): void {
    this.#closeLine()
    if (text !== '') this.#out.write(text.endsWith('\n') ? text : `${text}\n`)
  }
  /** A message. */
  say(sentence: string): void {
    this.#closeLine()
    this.#err.write(`${sentence}\n`)
  }
  explain(fault: ArchiveFault): void {
    this.say(explain(fault))
  }

  /** One line that counts up on a screen; a line for every tenth in a log. */
  progress(verb: string, { done, total, name }: Progress): void {
    if (this.#err.isTTY) {
      const room = Math.max(20, this.#err.columns - 1)
      this.#err.write(`\r\u001B[K${`${verb} ${done} of ${total}  ${name}`.slice(0, room).toWellFormed()}`)
      this.#isLineOpen = true
      return
    }
    const tenths = `${verb} ${Math.floor((done * 10) / total)}`
    if (total < 20 || tenths === this.#tenths) return
    this.#tenths = tenths
    this.#err.write(`${verb} ${done} of ${total}\n`)
  }

  #closeLine(): void {
    if (this.#isLineOpen) this.#err.write('\r\u001B[K')
    this.#isLineOpen = false
  }
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Letters as they are seen: an й of two code points is one. */
function widthOf(cell: string | number): number {
  return Array.from(letters.segment(String(cell))).length
}

/** Columns side by side, two spaces between; the last is not filled up. Numbers stand at the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [n, cell] of row.entries()) widths[n] = Math.max(widths[n] ?? 0, widthOf(cell))
  const line = (row: readonly (string | number)[]) =>
    row
      .map((cell, n) => {
        const fill = ' '.repeat((widths[n] ?? 0) - widthOf(cell))
        return typeof cell === 'number' ? fill + cell : cell + fill
      })
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

/** '1 document', '3 documents' */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`
}
