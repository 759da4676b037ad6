/**
 * A round on its way to somebody: its items through the gate, as one file that only a passphrase opens. What may no
 * longer leave stays, and so does what is no longer there or reads otherwise than what was asked; both are counted.
 */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { fileNameIn } from '../../../schema/file-name.ts'
import type { RoundId } from '../../../schema/ids.ts'
import type { Attribute } from '../../../schema/attribute.ts'
import type { Workbook } from '../../../schema/report.ts'
import type { PackCode, PackExcerpt, ReviewPack } from '../../../schema/review-pack.ts'
import type { FrozenCode } from '../../../schema/review.ts'
import type { ReplyKeys } from '../../../schema/sealed.ts'
import type { Making } from '../archive.ts'
import { sql, type Reader } from '../db.ts'
import { departureOf } from '../export/departure.ts'
import { valueOut } from '../export/gate-register.ts'
import { nameMask } from '../export/name-mask.ts'
import { codeOut, coderNamesOut } from '../export/nouns-out.ts'
import { shownUnderTerms } from '../export/small-groups.ts'
import { noteDown, standingsIn } from '../export/standing.ts'
import { valuesBySource } from '../services/attribute-filter.ts'
import { attributeNamed, listAttributes } from '../services/attributes.ts'
import { studyOf } from '../reports/study.ts'
import { whyHeldIn } from './candidates.ts'
import { cardsIn, cardWords, type PlacedRow } from './cards.ts'
import { itemRows, type ItemRow } from './items.ts'
import { packFile } from './pack-file.ts'
import { wholeRound } from './rounds.ts'
import { standingsNow } from './standing.ts'

type Wishes = Omit<Input<'export.reviewPack'>, 'passphrase'>

/** Throws 'passphrase-empty', 'review-empty' where nothing may leave, 'small-groups' where that is to be asked. */
export async function exportPack(
  db: Reader,
  { passphrase, ...wishes }: Input<'export.reviewPack'>,
  making: Making,
): Promise<Workbook> {
  if (passphrase.trim() === '') throw new ArchiveError({ kind: 'passphrase-empty' })
  const { pack, withheld, documents } = await packOf(db, wishes, making)
  const content = await packFile(pack, passphrase)
  return {
    fileName: `${fileNameIn(pack.name, 'review')}.html`,
    mediaType: 'text/html',
    content,
    rows: pack.excerpts.length,
    withheld,
    sent: { round: pack.round, to: wishes.to.trim(), documents },
  }
}

export interface Outgoing {
  readonly pack: ReviewPack
  /** Items that stay. */
  readonly withheld: number
  /** Ids of the documents of which something leaves. */
  readonly documents: readonly string[]
}

export async function packOf(db: Reader, wishes: Wishes, making: Making): Promise<Outgoing> {
  const round = wholeRound(db, wishes.round)
  if (round.closedAt !== '') throw new ArchiveError({ kind: 'review-closed', name: round.name })
  const rows = itemRows(db, round.id)
  const { placed, dangerous } = leavingRows(db, rows)
  if (placed.length === 0) throw new ArchiveError({ kind: 'review-empty' })
  const ledger = departureOf(db)?.ledger
  if (ledger) ledger.dangerous += dangerous
  const leaving = new Set(placed.map(({ row }) => row.source))
  const asked = new Set(rows.map(({ source }) => source))
  const standings = [...standingsIn(db).values()].filter(({ id }) => asked.has(id))
  noteDown(
    db,
    standings.filter(({ id, isClosed }) => isClosed || leaving.has(id)),
  )
  const known = knownOf(db, wishes.show, placed)
  const card = cardsIn(db, cardWords[wishes.language], round.kind === 'review')
  const mask = nameMask(db)
  const excerpts: PackExcerpt[] = []
  for (const [done, one] of placed.entries()) {
    const excerpt = card(one)
    const shown = known.get(one.row.source) ?? ''
    excerpts.push({
      ...excerpt,
      place: mask(excerpt.place),
      document: shown === '' ? mask(excerpt.document) : `${mask(excerpt.document)}, ${shown}`,
      note: mask(excerpt.note),
    })
    if (done % 50 === 49) {
      making.progress({ done: done + 1, total: placed.length, name: round.name })
      await making.pause()
    }
  }
  return {
    withheld: rows.length - placed.length,
    documents: [...leaving],
    pack: {
      version: 1,
      round: round.id,
      kind: round.kind,
      name: mask(round.name),
      from: coderNamesOut(db).get(round.coder) ?? '',
      madeAt: round.madeAt,
      blind: round.blind,
      questions: mask(round.questions),
      reply: replyKeysOf(db, round.id),
      codes: round.codebook.map((code) => codeOut(asPacked(code), mask)),
      excerpts,
    },
  }
}

/** Items whose words are there, unchanged, and may leave; and how many stay because they are dangerous. */
function leavingRows(
  db: Reader,
  rows: readonly ItemRow[],
): { readonly placed: readonly PlacedRow[]; readonly dangerous: number } {
  const study = studyOf(db)
  const passageAt = new Map(study.passages.ids.map((id, n) => [id, n]))
  const whyHeld = whyHeldIn(db, study)
  const now = standingsNow(db, rows)
  let dangerous = 0
  const placed = rows.flatMap((row): readonly PlacedRow[] => {
    const { at, standing } = now.get(row)!
    if (!at || standing === 'edited') return []
    const known = row.passage === '' ? -1 : (passageAt.get(row.passage) ?? -1)
    const why = whyHeld({ source: row.source, passageAt: known, ...at })
    dangerous += Number(why === 'dangerous')
    return why ? [] : [{ row, at }]
  })
  return { placed, dangerous }
}

/** What is shown of each document beside its short id: '' where its level, or a small group, keeps it. */
function knownOf(db: Reader, keys: readonly string[], placed: readonly PlacedRow[]): ReadonlyMap<string, string> {
  if (keys.length === 0) return new Map()
  const all = listAttributes(db)
  const attributes = keys.map((key): Attribute => {
    const attribute = attributeNamed(all, key)
    if (!attribute) throw new ArchiveError({ kind: 'no-such-attribute', attribute: key })
    return attribute
  })
  const mask = nameMask(db)
  const values = attributes.map((attribute) => valuesBySource(db, attribute))
  const rows = shownUnderTerms(
    db,
    attributes.map(({ name, type }) => ({ name, isDay: type === 'date' })),
    [...standingsIn(db).values()].map(({ id, short, level, kind }) => ({
      id,
      short,
      level,
      kind,
      values: attributes.map((attribute, n) =>
        (values[n]?.get(id) ?? [])
          .map((value) => mask(valueOut(attribute, value, level)))
          .filter(Boolean)
          .join(', '),
      ),
    })),
    new Set(placed.map(({ row }) => row.source)),
  )
  return new Map(rows.map(({ id, values: shown }) => [id, shown.filter(Boolean).join(', ')]))
}

function asPacked(code: FrozenCode): PackCode {
  const { formerIds: _, ...packed } = code
  return packed
}

/** What opens the round's replies. Throws 'review-no-round'. */
export function replyKeysOf(db: Reader, round: RoundId): ReplyKeys {
  const secret = db.pluck<string>(sql`SELECT secret FROM review_round WHERE id = ${round}`)[0]
  if (secret === undefined) throw new ArchiveError({ kind: 'review-no-round' })
  return JSON.parse(secret) as ReplyKeys
}
