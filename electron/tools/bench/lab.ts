/** Where figures are taken: the reference works, made once and kept, and copies that may be written into. */
import { createHash } from 'node:crypto'
import { constants, copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { referenceWork, writeCorpus, type CorpusSize } from '../../../fixtures/corpus.ts'
import { at, say } from '../places.ts'

/**
 * `reference` as the targets say; `large` for growth; `long` is one document of a million characters,
 * `bare` the same without codings, `unbroken` in a single line; in `deep` fifteen passages lie over every word; `printed` is one .pdf file.
 */
export type CorpusName = 'reference' | 'large' | 'long' | 'bare' | 'unbroken' | 'deep' | 'printed'

const long: CorpusSize = { documents: 1, words: 184_000, codes: 50, codings: 5000, inFirst: 5000 }
const printed: CorpusSize = { documents: 1, words: 0, pages: 600, codes: 50, codings: 1800, inFirst: 1800 }
const quickLong: CorpusSize = { documents: 1, words: 8000, codes: 50, codings: 500, inFirst: 500 }

const full: Readonly<Record<CorpusName, CorpusSize>> = {
  reference: referenceWork,
  large: { ...referenceWork, documents: 4000, codings: 100_000 },
  long,
  bare: { ...long, codings: 0, inFirst: 0 },
  unbroken: { ...long, isUnbroken: true },
  deep: { ...long, words: 7000 },
  printed,
}
const quick: Readonly<Record<CorpusName, CorpusSize>> = {
  reference: { documents: 20, words: 600, codes: 50, codings: 300, inFirst: 100 },
  large: { documents: 80, words: 600, codes: 50, codings: 3000, inFirst: 100 },
  long: quickLong,
  bare: { ...quickLong, codings: 0, inFirst: 0 },
  unbroken: { ...quickLong, isUnbroken: true },
  deep: { ...quickLong, words: 1000 },
  printed: { ...printed, pages: 30, codings: 90, inFirst: 90 },
}

export class Lab {
  readonly isQuick: boolean
  readonly #folder: string
  #copies = 0

  constructor(isQuick: boolean) {
    this.isQuick = isQuick
    this.#folder = at('.toolchain/bench', `work-${process.pid}`)
    mkdirSync(this.#folder, { recursive: true })
  }

  size(name: CorpusName): CorpusSize {
    return (this.isQuick ? quick : full)[name]
  }

  /** How often a piece of work is repeated: quick ones so often, but three times where only a smoke test is wanted. */
  runs(usual: number): number {
    return this.isQuick ? Math.min(3, usual) : usual
  }

  /** The archive as it was made: for reading only. */
  async corpus(name: CorpusName): Promise<string> {
    const size = this.size(name)
    const kept = `${name}${this.isQuick ? '-quick' : ''}`
    const made = at('.toolchain/bench', `${kept}.${keyOf(size)}.kartoteka`)
    if (existsSync(made)) return made
    const draft = join(this.#folder, `${name}.kartoteka`)
    say(`making the ${name} work: ${worded(size)} (once; it is kept in .toolchain/bench)`)
    await writeCorpus(draft, size, (text) => void (process.stderr.isTTY && process.stderr.write(`\r${text}   `)))
    if (process.stderr.isTTY) process.stderr.write('\n')
    for (const outdated of globSync(`${kept}.*.kartoteka`, { cwd: at('.toolchain/bench') }))
      rmSync(at('.toolchain/bench', outdated), { force: true })
    renameSync(draft, made)
    return made
  }

  async copyOf(name: CorpusName): Promise<string> {
    const copy = this.newPath()
    copyFileSync(await this.corpus(name), copy, constants.COPYFILE_FICLONE)
    return copy
  }

  /** Where nothing is yet. */
  newPath(): string {
    return join(this.#folder, `${++this.#copies}.kartoteka`)
  }

  newFolder(): string {
    const folder = join(this.#folder, String(++this.#copies))
    mkdirSync(folder)
    return folder
  }

  /** Takes away the copies. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

export function worded({ documents, words, codings, inFirst, isUnbroken, pages }: CorpusSize): string {
  const figures = (n: number) => n.toLocaleString('en')
  if (pages !== undefined) return `1 .pdf of ${figures(pages)} pages with ${figures(codings)} codings`
  return documents === 1
    ? `1 document of ${figures(words)} words${isUnbroken ? ' in one line' : ''} with ${figures(codings)} codings`
    : `${figures(documents)} documents of ${figures(words)} words, ${figures(codings)} codings, ${figures(inFirst)} of them in one document`
}

/** Another generator, another table or another idea of a word makes another archive. */
function keyOf(size: CorpusSize): string {
  const hash = createHash('sha256').update(JSON.stringify(size))
  const made = [
    'fixtures/corpus*.ts',
    'schema/migrations/*.sql',
    'electron/archive/text/*.ts',
    'electron/archive/importing/pdf.ts',
    'electron/archive/services/{import-source,passages,codings}.ts',
    'electron/archive/services/search/index-words.ts',
  ]
  for (const file of globSync(made, { cwd: at() }).toSorted()) hash.update(readFileSync(at(file)))
  return hash.digest('hex').slice(0, 16)
}
