/**
 * The name table beside an open archive: its calls, the hits in the archive's texts, and the line that opening it
 * leaves in the archive's audit log. That line holds the file's name and counts, and never a name.
 */
import type { Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId, SourceId } from '../../../schema/ids.ts'
import {
  placeKey,
  type NameAnswers,
  type NameCall,
  type NameHit,
  type NameInput,
  type NameLayer,
  type NameStatus,
  type WrittenWords,
} from '../../../schema/names.ts'
import { wordsAfter, wordsBefore } from '../text/contexts.ts'
import { documentKey } from './document-key.ts'
import { foldForm, nameFinder } from './find-names.ts'
import { offeredForms } from './offered-forms.ts'
import { createNameTable, NameTable } from './table.ts'

/** What the desk needs of the archive that is open. */
export interface Beside {
  sources(): Output<'source.list'>
  text(source: SourceId): string
  written(): readonly WrittenWords[]
  /** The name of who acts; '' where nobody said. */
  coderName(coder: CoderId | ''): string
  record(coder: CoderId | '', act: string, facts: object): void
}

/** Characters of context either side of a hit. */
const context = 60

export class NameDesk {
  #table: NameTable | null = null
  #isShown = false

  /** Null while no table is open. */
  layer(): NameLayer | null {
    return this.#table?.layer() ?? null
  }

  /** What lies over the view; null while nothing does. */
  shown(): NameLayer | null {
    return this.#isShown ? this.layer() : null
  }

  close(): void {
    this.#table?.close()
    this.#table = null
    this.#isShown = false
  }

  perform<Name extends NameCall>(
    name: Name,
    input: NameInput<Name>,
    coder: CoderId | '',
    beside: Beside,
  ): NameAnswers[Name] {
    return this.#answer(name, input, coder, beside) as NameAnswers[Name]
  }

  #answer(name: NameCall, input: unknown, coder: CoderId | '', beside: Beside): NameAnswers[NameCall] {
    const by = beside.coderName(coder)
    switch (name) {
      case 'names.create':
      case 'names.open': {
        const { path, passphrase } = input as NameInput<'names.open'>
        if (name === 'names.create') createNameTable(path, passphrase)
        const table = new NameTable(path, passphrase)
        this.close()
        this.#table = table
        beside.record(coder, name, { file: table.fileName, rows: table.list().length })
        return this.#status(table)
      }
      case 'names.close': {
        if (this.#table) beside.record(coder, name, { file: this.#table.fileName })
        this.close()
        return null
      }
      case 'names.status':
        return this.#table && this.#status(this.#table)
      case 'names.list':
        return this.#open().list()
      case 'names.offer': {
        const { kind, name: said, gender } = input as NameInput<'names.offer'>
        return offeredForms(kind, said, gender)
      }
      case 'names.save':
        return this.#open().save(input as NameInput<'names.save'>, by)
      case 'names.delete':
        this.#open().delete((input as NameInput<'names.delete'>).id, by)
        return null
      case 'names.hits':
        return this.#hits(input as NameInput<'names.hits'>, beside)
      case 'names.decide':
        this.#open().decide(input as NameInput<'names.decide'>, by)
        return null
      case 'names.show': {
        const table = this.#open()
        this.#isShown = (input as NameInput<'names.show'>).isShown
        beside.record(coder, name, { file: table.fileName, isShown: this.#isShown })
        return this.#status(table)
      }
      case 'names.spans': {
        if (!this.#table || !this.#isShown) return []
        const text = beside.text((input as NameInput<'names.spans'>).source as SourceId)
        return nameFinder(this.#table.layer()).find(text, { document: documentKey(text), offset: 0 })
      }
    }
  }

  #open(): NameTable {
    if (!this.#table) throw new ArchiveError({ kind: 'names-not-open' })
    return this.#table
  }

  #status(table: NameTable): NameStatus {
    return { path: table.path, entries: table.list().length, isShown: this.#isShown }
  }

  #hits({ entry, state, offset, limit }: NameInput<'names.hits'>, beside: Beside): NameAnswers['names.hits'] {
    const table = this.#open()
    const layer = table.layer()
    const decisions = table.decisions()
    const never = new Set(layer.refusedForms.map(([id, form]) => `${id} ${form}`))
    // Refused forms are found as well: whoever refused too much finds them here.
    const finder = nameFinder({
      ...layer,
      entries: layer.entries.filter(({ id }) => entry === undefined || id === entry),
      refusedForms: [],
    })
    const hits: NameHit[] = []
    let total = 0
    const seen = new Set<string>()
    for (const { text, ...placed } of searched(beside)) {
      const spans = finder.findAll(text)
      if (spans.length === 0) continue
      const document = documentKey(text)
      // The same words in two fields are decided on once.
      if (seen.has(document)) continue
      seen.add(document)
      for (const span of spans) {
        const { start, end } = span
        const quote = text.slice(start, end)
        const isNever = never.has(`${span.entry} ${foldForm(quote)}`)
        const now = isNever ? 'refused' : (decisions.get(placeKey({ document, start, quote })) ?? 'open')
        if (state !== undefined && now !== state) continue
        total++
        if (total <= offset || hits.length >= limit) continue
        const before = wordsBefore(text, start, context)
        const after = wordsAfter(text, end, context)
        hits.push({ ...span, document, quote, ...placed, before, after, state: now })
      }
    }
    return { total, hits }
  }
}

/** Texts first, in order of the documents; then what is written beside them. */
function* searched(beside: Beside): Generator<Pick<NameHit, 'where' | 'source' | 'short'> & { readonly text: string }> {
  for (const { id: source, short } of beside.sources())
    yield { where: 'text', source, short, text: beside.text(source) }
  for (const { kind, words } of beside.written()) yield { where: kind, source: null, short: '', text: words }
}
