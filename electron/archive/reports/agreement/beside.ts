/** Coders side by side on one text: its units in order, with what each coder gave them and what was decided. */
import type { Beside, BesideMark, BesideUnit } from '../../../../schema/agreement.ts'
import type { Input, Output } from '../../../../schema/contract.ts'
import type { CodeId, CoderId } from '../../../../schema/ids.ts'
import { sql, type Reader } from '../../db.ts'
import { Places } from '../places.ts'
import { studyOf } from '../study.ts'
import { stretchesOf } from './units.ts'

type Row = Omit<BesideMark, 'reason'> & { readonly reason: string | null }

/** By their numbers. */
export const sharedDocuments = (db: Reader): Output<'agreement.documents'> =>
  db.all(sql`
    SELECT s.id, s.short, s.title, count(DISTINCT c.coder) AS coders
      FROM source s JOIN passage p ON p.source = s.id JOIN coding c ON c.passage = p.id
     WHERE p.state <> 'parked' AND p.kind = 'text'
     GROUP BY s.id HAVING count(DISTINCT c.coder) > 1 ORDER BY s.number`)

/** Throws 'no-such-source'. Interviewers' turns are units too: the text is read whole. */
export function besideOf(db: Reader, { source, coders, units }: Input<'agreement.beside'>): Beside {
  const places = new Places(db, source)
  const study = studyOf(db)
  const at = study.sourceAt.get(source) ?? -1
  const rows = db.all<Row>(sql`
    SELECT c.id AS coding, c.passage, c.code, c.coder, p.start, p."end", p.quote, c.state,
           a.verdict, a.reason, a.coder AS decidedBy, a.at AS decidedAt
      FROM coding c JOIN passage p ON p.id = c.passage
      LEFT JOIN arbitration a ON a.coding = c.id
     WHERE p.source = ${source} AND p.kind = 'text' AND p.state <> 'parked' AND (c.state = 'live' OR a.id IS NOT NULL)
     ORDER BY p.start, p."end" DESC, c.created_at, c.id`)
  const used = new Set(rows.map(({ coder }) => coder))
  const names = new Map(study.coders.flatMap(({ id, name }) => (used.has(id) ? [[id, name] as const] : [])))
  const shown = (coders ?? [...names.keys()]).filter((coder) => names.has(coder))
  const meant = new Set(shown)
  const marks = rows
    .filter(({ coder }) => meant.has(coder))
    .map(({ reason, ...mark }): BesideMark => {
      // Coded anew since: the decision was about what was there before.
      const isInForce = (mark.verdict === 'falls') === (mark.state === 'superseded')
      return { ...mark, reason: reason ?? '', verdict: isInForce ? mark.verdict : null }
    })
  const cut = withGaps(stretchesOf(db, study, at, units, true), marks)
  let first = 0
  return {
    source,
    coders: shown.map((id) => ({ id, name: names.get(id) ?? '' })),
    units: cut.map(({ start, end }): BesideUnit => {
      while (first < marks.length && longestEnd(marks, first) <= start) first++
      const own: BesideMark[] = []
      for (let n = first; n < marks.length && (marks[n]?.start ?? 0) < end; n++) {
        const mark = marks[n]
        if (mark && mark.end > start) own.push(mark)
      }
      return {
        start,
        end,
        place: places.extractAt(start),
        speaker: places.speakerAt(start),
        text: places.text.slice(start, end),
        marks: own,
        open: openIn(own, shown),
      }
    }),
  }
}

/** Marks before `at` are passed over only when they have all ended; a long one keeps those behind it in sight. */
const longestEnd = (marks: readonly BesideMark[], at: number): number => marks[at]?.end ?? 0

/** Codings outside every unit, such as in a heading that no turn holds, have a unit of their own. */
function withGaps(
  stretches: readonly { readonly start: number; readonly end: number }[],
  marks: readonly BesideMark[],
): readonly { readonly start: number; readonly end: number }[] {
  const outside: { start: number; end: number }[] = []
  let next = 0
  for (const { start, end } of marks) {
    while (next < stretches.length && (stretches[next]?.end ?? 0) <= start) next++
    if ((stretches[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    const last = outside.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else outside.push({ start, end })
  }
  return outside.length === 0 ? stretches : [...stretches, ...outside].toSorted((a, b) => a.start - b.start)
}

/** Codes that some gave and others did not, nobody having decided; of one coder alone nothing is open. */
function openIn(marks: readonly BesideMark[], coders: readonly CoderId[]): readonly CodeId[] {
  if (coders.length < 2) return []
  const open: CodeId[] = []
  for (const [code, own] of Map.groupBy(
    marks.filter(({ state }) => state === 'live'),
    (mark) => mark.code,
  ))
    if (new Set(own.map(({ coder }) => coder)).size < coders.length && own.every(({ verdict }) => verdict === null))
      open.push(code)
  return open
}
