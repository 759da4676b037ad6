/** Acts and lines of the audit log as one trail, newest first, and what narrows it. */
import type { Act, ActKind, AuditLine, TrailFilter } from '../../schema/history.ts'
import type { CoderId } from '../../schema/ids.ts'

export type Step =
  | { readonly key: string; readonly at: string; readonly act: Act; readonly line: null }
  | { readonly key: string; readonly at: string; readonly act: null; readonly line: AuditLine }

export interface Narrowing {
  readonly coder: CoderId | ''
  /** 'audit': only what undo does not reach. */
  readonly kind: ActKind | 'audit' | 'all'
  readonly words: string
  /** '2026-03-14', '2026-03' or '2026' as the person's calendar counts; '' for all. */
  readonly day: string
}
export const everything: Narrowing = { coder: '', kind: 'all', words: '', day: '' }

/**
 * Both lists newest first. Each was asked for with `limit`; one that is full may go on, so that nothing
 * older than its end is shown: else acts would stand beside a gap of the other list.
 */
export function trailOf(acts: readonly Act[], lines: readonly AuditLine[], limit: number): readonly Step[] {
  const from = [acts, lines].map((list) => (list.length >= limit ? (list.at(-1)?.at ?? '') : ''))
  const end = from[0]! > from[1]! ? from[0]! : from[1]!
  const steps: Step[] = []
  let nextLine = 0
  const takeLines = (until: string) => {
    for (let line = lines[nextLine]; line && line.at >= until; line = lines[++nextLine])
      steps.push({ key: `line ${line.line}`, at: line.at, act: null, line })
  }
  for (const act of acts) {
    takeLines(act.at)
    steps.push({ key: `act ${act.act}`, at: act.at, act, line: null })
  }
  takeLines('')
  return steps.filter(({ at }) => at >= end)
}

export function filterOf({ coder, words, day }: Narrowing): TrailFilter {
  return {
    ...(coder ? { coder } : {}),
    ...(words.trim() ? { words: words.trim().slice(0, 200) } : {}),
    ...(day ? boundsOf(day) : {}),
  }
}

/** From midnight to midnight where the person is: 23 or 25 hours on two days of the year. */
function boundsOf(day: string): { readonly from?: string; readonly before?: string } {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || Number.isNaN(year)) return {}
  const at = (years: number, months: number, days: number) =>
    new Date(year + years, (month ?? 1) - 1 + months, (date ?? 1) + days)
  const from = at(0, 0, 0)
  const before = month === undefined ? at(1, 0, 0) : date === undefined ? at(0, 1, 0) : at(0, 0, 1)
  return { from: from.toISOString(), before: before.toISOString() }
}
