/** Review lists that are open: files read and not yet decided on. They live in memory only, and go with the process. */
import { ArchiveError } from '../../../schema/error.ts'
import type { ImportId } from '../../../schema/ids.ts'
import type { FileOffer } from '../../../schema/importing.ts'
import { newId } from '../fresh.ts'
import type { ImportPool } from './pool.ts'
import type { Parsed } from './process.ts'

export interface Held {
  readonly offer: FileOffer
  readonly fileName: string
  readonly parsed: Parsed
}

export class ImportDesk {
  readonly pool: ImportPool
  readonly #lists = new Map<ImportId, Held[]>()
  constructor(pool: ImportPool) {
    this.pool = pool
  }

  begin(): ImportId {
    const id = newId<ImportId>()
    this.#lists.set(id, [])
    return id
  }
  /** Throws 'no-such-import'. */
  list(id: ImportId): Held[] {
    const list = this.#lists.get(id)
    if (!list) throw new ArchiveError({ kind: 'no-such-import' })
    return list
  }
  end(id: ImportId): void {
    this.#lists.delete(id)
  }
}
