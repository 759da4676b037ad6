/**
 * Terms under which something leaves, carried by the reader that an export is given, and what the gate notes
 * down while it leaves. An export reads as always; the gate finds the terms and the ledger on its reader, so no
 * export can forget to hand them on. A reader without terms is one that only looks: previews, counts.
 */
import type { LeavingReport, SmallGroupChoice } from '../../../schema/leaving.ts'
import type { NameLayer } from '../../../schema/names.ts'
import type { QuotationLevel } from '../../../schema/source.ts'
import type { Query, Reader } from '../db.ts'

export interface LeavingTerms {
  readonly smallGroups: SmallGroupChoice
  /** The open name table's layer; absent or null where none is open. */
  readonly names?: NameLayer | null
}
/** As an export begins that nobody has said anything about. */
export const usualTerms: LeavingTerms = { smallGroups: 'ask' }

/** What the gate notes down; ids only, and counts. */
export class Ledger {
  /** Documents of which something left, and their level. */
  readonly left = new Map<string, QuotationLevel>()
  readonly closed = new Set<string>()
  readonly children = new Set<string>()
  dangerous = 0
  smallGroups = 0
  replaced = 0
  loneWords: readonly string[] = []
}

export class Departure implements Reader {
  readonly #db: Reader
  readonly terms: LeavingTerms
  readonly ledger = new Ledger()
  constructor(db: Reader, terms: LeavingTerms) {
    this.#db = db
    this.terms = terms
  }
  all<Row>(query: Query): Row[] {
    return this.#db.all(query)
  }
  get<Row>(query: Query): Row | undefined {
    return this.#db.get(query)
  }
  pluck<Value>(query: Query): Value[] {
    return this.#db.pluck(query)
  }

  /** What stands in the audit log, and is said to whoever exported. */
  report(): LeavingReport {
    const { ledger, terms } = this
    const levels: Partial<Record<QuotationLevel, number>> = {}
    for (const level of ledger.left.values()) levels[level] = (levels[level] ?? 0) + 1
    return {
      levels,
      closed: ledger.closed.size,
      children: ledger.children.size,
      dangerous: ledger.dangerous,
      smallGroups: ledger.smallGroups,
      choice: terms.smallGroups,
      replaced: terms.names ? ledger.replaced : null,
      loneWords: ledger.loneWords,
    }
  }
}

/** Null for a reader that only looks. */
export const departureOf = (db: Reader): Departure | null => (db instanceof Departure ? db : null)
