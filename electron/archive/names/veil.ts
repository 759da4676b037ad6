/**
 * The name table over what is shown: every answer of the archive passes here while the layer lies over the view,
 * so that no list, card or report can forget it. Whole values are walked, whatever they are; what is stored stays
 * as it is, and so do all places in texts. What was covered is known again when a window sends it back: a form that
 * is saved with a name's stand-in in it never writes the stand-in over the name.
 */
import { ArchiveError } from '../../../schema/error.ts'
import type { SourceId } from '../../../schema/ids.ts'
import type { NameLayer, NameSpan } from '../../../schema/names.ts'
import { documentKey } from './document-key.ts'
import { nameFinder, replaced, type NameFinder } from './find-names.ts'

/** Texts that are shown with the names laid over them by the reader, which needs every place in them. */
const laidOverThere: Readonly<Record<string, string>> = { 'source.text': 'text' }
/** Strings in these fields are keys, and no words of anybody. */
const never: ReadonlySet<string> = new Set(['id', 'source', 'code', 'coder', 'passage', 'path', 'mediaType', 'colour'])
/** Covered strings that are known again; the oldest are forgotten. */
const mostKnown = 50_000

/** The words of an object whose marks are places in them. */
interface Marked {
  readonly context: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export class Veil {
  readonly #textOf: (source: SourceId) => string
  #layer: NameLayer | null = null
  #finder: NameFinder | null = null
  #standIns: readonly string[] = []
  /** What a covered string was; null: several have been covered alike. */
  readonly #known = new Map<string, string | null>()
  readonly #documents = new Map<SourceId, string>()

  constructor(textOf: (source: SourceId) => string) {
    this.#textOf = textOf
  }

  /** Null: nothing is covered from now on. */
  lay(layer: NameLayer | null): void {
    if (layer === this.#layer) return
    this.#layer = layer
    this.#finder = layer && nameFinder(layer)
    this.#standIns = layer ? layer.entries.map(({ pseudonym }) => `[${pseudonym}]`) : []
  }

  /** Texts have changed: places of refused hits are theirs. */
  forgetTexts(): void {
    this.#documents.clear()
  }

  /** An answer as it may be shown. The same value where nothing in it is covered. */
  cover<Value>(operation: string, value: Value): Value {
    if (!this.#finder) return value
    return this.#walk(value, laidOverThere[operation] ?? null) as Value
  }

  /**
   * What a window sends, with whole strings that were covered as they are stored. Throws 'names-laid-over' where
   * `isWriting` and a stand-in would be written into the archive while the layer lies over the view.
   */
  uncover(input: unknown, isWriting: boolean): unknown {
    if (this.#known.size === 0 && !this.#finder) return input
    return mapped(input, (text) => {
      if (!text.includes('[')) return text
      const was = this.#known.get(text)
      if (typeof was === 'string') return was
      if (isWriting && this.#finder && this.#standIns.some((standIn) => text.includes(standIn)))
        throw new ArchiveError({ kind: 'names-laid-over' })
      return text
    })
  }

  #walk(value: unknown, apart: string | null): unknown {
    if (typeof value === 'string') return this.#covered(value)
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value
      return kept(
        items,
        items.map((item) => this.#walk(item, apart)),
      )
    }
    if (!isPlain(value)) return value
    const moved = isMarked(value) ? this.#marked(value) : null
    let next: Record<string, unknown> | null = null
    for (const [field, inside] of Object.entries(value)) {
      if (field === apart || (typeof inside === 'string' && never.has(field))) continue
      const covered = moved && field in moved ? moved[field as keyof Marked] : this.#field(value, field, inside, apart)
      if (covered !== inside) (next ??= { ...value })[field] = covered
    }
    return next ?? value
  }

  #field(of: Readonly<Record<string, unknown>>, field: string, inside: unknown, apart: string | null): unknown {
    if (field !== 'quote' || typeof inside !== 'string') return this.#walk(inside, apart)
    const { source, start } = of
    return typeof source === 'string' && typeof start === 'number'
      ? this.#covered(inside, source as SourceId, start)
      : this.#covered(inside)
  }

  #covered(text: string, source?: SourceId, offset = 0): string {
    const finder = this.#finder
    if (!finder || text === '') return text
    const place =
      source !== undefined && finder.needsPlaces ? { document: this.#documentOf(source), offset } : undefined
    const spans = finder.find(text, place)
    return spans.length === 0 ? text : this.#remember(text, replaced(text, spans))
  }

  #remember(was: string, shown: string): string {
    const known = this.#known.get(shown)
    if (known === undefined) {
      if (this.#known.size >= mostKnown) this.#known.delete(this.#known.keys().next().value ?? '')
      this.#known.set(shown, was)
    } else if (known !== was) this.#known.set(shown, null)
    return shown
  }

  #marked({ context, marks }: Marked): Marked | null {
    const spans = this.#finder?.find(context) ?? []
    if (spans.length === 0) return null
    return {
      context: this.#remember(context, replaced(context, spans)),
      marks: marks.map((mark) => ({
        ...(this.#walk(mark, null) as typeof mark),
        start: at(spans, mark.start, 'start'),
        end: at(spans, mark.end, 'end'),
      })),
    }
  }

  #documentOf(source: SourceId): string {
    let key = this.#documents.get(source)
    if (key === undefined) this.#documents.set(source, (key = documentKey(this.#textOf(source))))
    return key
  }
}

/** Where a place of the text stands once its names are replaced; one inside a name is at the name's border. */
function at(spans: readonly NameSpan[], place: number, side: 'start' | 'end'): number {
  let moved = 0
  for (const { start, end, shown } of spans) {
    if (place <= start) break
    if (place < end) return start + moved + (side === 'start' ? 0 : shown.length)
    moved += shown.length - (end - start)
  }
  return place + moved
}

/** Marks of listed passages are codings, without places; those beside a context have some. */
const isMarked = (value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Marked =>
  typeof value['context'] === 'string' && Array.isArray(value['marks'])

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const kind: unknown = Object.getPrototypeOf(value)
  return kind === Object.prototype || kind === null
}

function kept(was: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  return next.every((item, n) => item === was[n]) ? was : next
}

/** The value with every string in it as `change` has it; bytes and other objects stay. */
function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return kept(
      items,
      items.map((item) => mapped(item, change)),
    )
  }
  if (!isPlain(value)) return value
  let next: Record<string, unknown> | null = null
  for (const [field, inside] of Object.entries(value)) {
    const changed = mapped(inside, change)
    if (changed !== inside) (next ??= { ...value })[field] = changed
  }
  return next ?? value
}
