/** Review lists that are open: files read and not yet decided on. They live in memory only, and go with the process. */
import { ArchiveError } from '../../../schema/error.ts'
import type { ImportId } from '../../../schema/ids.ts'
import type { FileOffer } from '../../../schema/importing.ts'
import { newId } from '../fresh.ts'
import { limitOf } from './limits.ts'
import type { ImportPool } from './pool.ts'
import type { Parsed, ParsedTable } from './process.ts'

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

  /** Never rejects: what a file cannot be read for is in the answer. */
  async read(offer: FileOffer, name: string): Promise<Parsed> {
    if ('size' in offer) {
      const { size } = offer
      return { ok: false, size, fault: { kind: 'file-too-large', name, bytes: size, limit: limitOf(name) } }
    }
    return await this.pool.parse(name, 'path' in offer ? { path: offer.path } : { bytes: offer.bytes })
  }

  /** The same for a table. */
  async readTable(offer: FileOffer, name: string): Promise<ParsedTable> {
    if ('size' in offer) {
      const { size } = offer
      return { ok: false, size, fault: { kind: 'file-too-large', name, bytes: size, limit: limitOf(name) } }
    }
    return await this.pool.table(name, 'path' in offer ? { path: offer.path } : { bytes: offer.bytes })
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
