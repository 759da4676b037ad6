/**
 * Coding what a search found: a preview that writes nothing, and the work itself, in batches of one act.
 * Stretches are read from the texts as they are when they are coded, so their offsets are always true.
 */
import type { Input } from '../../../../schema/contract.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { CodeId, CoderId, SourceId } from '../../../../schema/ids.ts'
import { parseQuery } from '../../../../schema/query.ts'
import { mostCoded, type CodedHits, type CodeHitsPreview } from '../../../../schema/search.ts'
import type { Work } from '../../archive.ts'
import { sql, type Reader } from '../../db.ts'
import { several } from '../../subjects.ts'
import { codeOf } from '../codebook.ts'
import { applyCode, versionToApply } from '../codings.ts'
import { paragraphsFound } from '../search.ts'
import { textOfSource } from '../texts.ts'
import { scopeOf, shared } from './filters.ts'
import { planOf } from './plan.ts'
import { grownTo, matchesIn, type Stretch, type StretchesOfSource } from './stretches.ts'

type Hits = Input<'search.code'>

/** Paragraphs in a batch: others wait for no longer than it takes. */
const batch = 250

/** Throws 'no-such-code', 'code-not-codable', 'too-many-hits', 'text-moved-on'. */
export function previewCodeHits(db: Reader, coder: CoderId | '', input: Hits): CodeHitsPreview {
  versionToApply(db, input.code)
  const slices = slicesOf(db, input)
  const preview = {
    paragraphs: 'places' in input.of ? 0 : countOf(slices),
    matches: 0,
    stretches: 0,
    fresh: 0,
    there: 0,
    already: 0,
    touching: 0,
  }
  for (const slice of slices)
    for (const { source, matches, stretches } of slice.read(db)) {
      preview.matches += matches
      preview.stretches += stretches.length
      const known = new Map(passagesOf(db, source).map((passage) => [`${passage.start} ${passage.end}`, passage.id]))
      const coded = codedBy(db, source, input.code, coder)
      for (const { start, end } of stretches) {
        const place = `${start} ${end}`
        if (coded.some((each) => each.start === start && each.end === end)) preview.already++
        else {
          if (known.has(place)) preview.there++
          else preview.fresh++
          if (coded.some((each) => each.start < end && each.end > start)) preview.touching++
        }
      }
    }
  return preview
}

/** Throws as the preview does, before anything is written. */
export async function codeHits(work: Work, input: Hits): Promise<CodedHits> {
  const { reader, coder } = work
  const version = versionToApply(reader, input.code)
  const slices = slicesOf(reader, input)
  const total = countOf(slices)
  const { shortcut, name } = codeOf(reader, input.code)
  const outcome = { applied: 0, already: 0, cancelled: false }
  let done = 0
  for (const slice of slices) {
    if (work.isCancelled) {
      outcome.cancelled = true
      break
    }
    work.batch((db) => {
      for (const { source, stretches } of slice.read(db))
        for (const { start, end } of stretches)
          if (applyCode(db, source, { start, end }, input.code, coder, version)) outcome.applied++
          else outcome.already++
    })
    done += slice.size
    work.subject(several([`${shortcut} ${name} (${outcome.applied})`.trim()]))
    work.progress({ done, total, name })
    await work.pause()
  }
  return outcome
}

/** A part of the hits, read when its turn comes. No two parts hold the same unit of text. */
interface Slice {
  readonly size: number
  readonly read: (db: Reader) => readonly StretchesOfSource[]
}
const countOf = (slices: readonly Slice[]) => slices.reduce((sum, { size }) => sum + size, 0)

function slicesOf(db: Reader, { of, unit }: Hits): readonly Slice[] {
  if ('places' in of) return slicesOfPlaces(db, of.places, unit)
  const { query, filter = {}, widen = false, asYouType = false, paragraphs } = of
  const plan = planOf(db, parseQuery(query), { filter, asYouType, widen })
  const all = paragraphsFound(db, plan, scopeOf(db, plan.filter))
  const wanted = paragraphs
    ? shared(
        all,
        [...new Set(paragraphs)].toSorted((a, b) => a - b),
      )
    : all
  refuseTooMany(wanted.length)
  return cutBetweenSources(wanted).map((numbers) => ({
    size: numbers.length,
    read: (now) =>
      [...matchesIn(now, numbers, plan.terms)].map(([source, matches]) => grownTo(now, unit, source, matches)),
  }))
}

function slicesOfPlaces(
  db: Reader,
  places: readonly (Stretch & { readonly source: SourceId; readonly version: number })[],
  unit: Hits['unit'],
): readonly Slice[] {
  refuseTooMany(places.length)
  return [...Map.groupBy(places, ({ source }) => source)].map(([source, matches]) => {
    const check = (now: Reader) => {
      if (matches.some(({ version }) => version !== textOfSource(now, source).version))
        throw new ArchiveError({ kind: 'text-moved-on', source: shortOf(now, source) })
    }
    check(db)
    return {
      size: matches.length,
      read: (now) => {
        check(now)
        return [grownTo(now, unit, source, matches)]
      },
    }
  })
}

/** Parts of about a batch each that end where a document ends, so that a turn is never in two of them. */
function cutBetweenSources(numbers: readonly number[]): readonly (readonly number[])[] {
  const parts: number[][] = []
  let last = -1
  for (const number of numbers) {
    const source = Math.floor(number / 2 ** 24)
    const part = parts.at(-1)
    if (part && (part.length < batch || source === last)) part.push(number)
    else parts.push([number])
    last = source
  }
  return parts
}

function refuseTooMany(count: number): void {
  if (count > mostCoded) throw new ArchiveError({ kind: 'too-many-hits', count, limit: mostCoded })
}

function passagesOf(db: Reader, source: SourceId): readonly (Stretch & { readonly id: string })[] {
  return db.all(sql`
    SELECT id, start, "end" FROM passage WHERE source = ${source} AND kind = 'text' AND state <> 'parked'`)
}

function codedBy(db: Reader, source: SourceId, code: CodeId, coder: CoderId | ''): readonly Stretch[] {
  return db.all<Stretch>(sql`
    SELECT p.start, p."end" FROM passage p JOIN coding c ON c.passage = p.id
     WHERE p.source = ${source} AND p.kind = 'text' AND p.state <> 'parked'
       AND c.code = ${code} AND c.coder = ${coder} AND c.state = 'live'`)
}

function shortOf(db: Reader, source: SourceId): string {
  return db.pluck<string>(sql`SELECT short FROM source WHERE id = ${source}`)[0] ?? ''
}
