/** Questions of the guide by interviews: what became of each, what stands behind it, and what is missing. */
import type {
  AnswerStretch,
  AnswerWords,
  GridCell,
  GridColumn,
  GuideGaps,
  GuideGrid,
  GuideQuestion,
  Verdict,
} from '../../../schema/guide.ts'
import { gridRule } from '../../../schema/guide.ts'
import type { CodeId, CoderId, GuideQuestionId, SourceId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import { answersOf } from '../guide/answers.ts'
import { verdictOf } from '../guide/verdict.ts'
import { guideOf } from '../services/guide-questions.ts'
import { interviewsOf, textOf, type ReadInterview } from '../services/guide-turns.ts'

export function guideGrid(db: Reader, sources?: readonly SourceId[]): GuideGrid {
  const questions = guideOf(db)
  const transcripts = db.all<{ id: SourceId; short: string; title: string }>(
    sql`SELECT id, short, title FROM source WHERE kind = 'transcript'`,
  )
  const read = new Map(interviewsOf(db, sources).map((interview) => [interview.source, interview]))
  const passages = passagesByFamily(db, questions)
  const overruled = overrulings(db)
  const columns = transcripts
    .flatMap((transcript): readonly GridColumn[] => {
      const interview = read.get(transcript.id)
      return interview ? [columnOf(db, transcript, interview, questions, passages, overruled)] : []
    })
    .toSorted((one, other) => one.short.localeCompare(other.short, 'und', { numeric: true }))
  return { questions, columns, withoutTurns: sources ? 0 : transcripts.length - columns.length }
}

/** By number of the questions; the newest interviews are not told apart from the old. */
export function guideGaps(db: Reader, sources?: readonly SourceId[]): readonly GuideGaps[] {
  const { questions, columns } = guideGrid(db, sources)
  return columns.map(({ source, short, cells, open }) => {
    const numbers = (verdict: Verdict) =>
      questions.flatMap(({ number }, n) => (cells[n]?.verdict === verdict ? [number] : []))
    return {
      source,
      short,
      open,
      notAsked: numbers('not-asked'),
      declined: numbers('declined'),
      noAnswer: numbers('no-answer'),
    }
  })
}

/** The answers behind a cell, each with the words that asked for it last. */
export function answersIn(db: Reader, source: SourceId, question: GuideQuestionId): readonly AnswerWords[] {
  const [interview] = interviewsOf(db, [source])
  if (!interview) return []
  const text = textOf(db, source)
  return answersOf(interview.turns)
    .filter((stretch) => stretch.question === question)
    .map((stretch) => {
      const asked = interview.turns.findLast(
        ({ asking, end }) => end <= stretch.start && asking?.role.kind === 'asks' && asking.role.question === question,
      )
      return {
        ...stretch,
        asked: asked ? text.slice(asked.start, asked.end) : '',
        words: text.slice(stretch.start, stretch.end),
      }
    })
}

interface Overruling {
  readonly verdict: Verdict
  readonly coder: CoderId
  readonly note: string
}

function columnOf(
  db: Reader,
  { id, short, title }: { readonly id: SourceId; readonly short: string; readonly title: string },
  { turns }: ReadInterview,
  questions: readonly GuideQuestion[],
  passages: ReadonlyMap<string, number>,
  overruled: ReadonlyMap<string, Overruling>,
): GridColumn {
  const stretches = Map.groupBy(answersOf(turns), ({ question }) => question)
  const asking = turns.flatMap(({ asking: each }) => (each ? [each] : []))
  let text: string | null = null
  const cells = questions.map((question): GridCell => {
    const asks = asking.filter(({ role }) => role.kind === 'asks' && role.question === question.id)
    const answers = stretches.get(question.id) ?? []
    const length = answers.reduce((sum, { start, end }) => sum + end - start, 0)
    const key = `${id} ${question.id}`
    const count = passages.get(key) ?? 0
    const isShort = asks.length > 0 && count === 0 && length > 0 && length <= gridRule.refusal
    if (isShort) text ??= textOf(db, id)
    const computed = verdictOf({
      asked: asks.length,
      length,
      passages: count,
      answer: isShort && text !== null ? wordsIn(text, answers) : null,
    })
    const said = overruled.get(key)
    return {
      verdict: said?.verdict ?? computed,
      computed,
      overruled: said ? { coder: said.coder, note: said.note } : null,
      isConfirmed: asks.every(({ isConfirmed }) => isConfirmed),
      asked: asks.length,
      length,
      passages: count,
    }
  })
  return {
    source: id,
    short,
    title,
    turns: asking.length,
    open: asking.filter(({ isConfirmed }) => !isConfirmed).length,
    cells,
  }
}

const wordsIn = (text: string, stretches: readonly AnswerStretch[]) =>
  stretches.map(({ start, end }) => text.slice(start, end)).join('\n')

/** Passages with a live coding of a question's family or a code below it; keys are 'source question'. */
function passagesByFamily(db: Reader, questions: readonly GuideQuestion[]): ReadonlyMap<string, number> {
  const parents = new Map(
    db
      .all<{ id: CodeId; parent: CodeId | null }>(sql`SELECT id, parent FROM code`)
      .map(({ id, parent }) => [id, parent]),
  )
  const asked = Map.groupBy(
    questions.filter(({ code }) => code !== null),
    ({ code }) => code,
  )
  const questionsOf = new Map<CodeId, readonly GuideQuestionId[]>()
  for (const code of parents.keys()) {
    const found: GuideQuestionId[] = []
    for (let at: CodeId | null = code; at !== null; at = parents.get(at) ?? null)
      found.push(...(asked.get(at) ?? []).map(({ id }) => id))
    if (found.length > 0) questionsOf.set(code, found)
  }
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  for (const { source, passage, code } of db.all<{ source: SourceId; passage: string; code: CodeId }>(sql`
    SELECT p.source, p.id AS passage, c.code FROM coding c JOIN passage p ON p.id = c.passage
     WHERE c.state = 'live' AND p.state <> 'parked'`))
    for (const question of questionsOf.get(code) ?? []) {
      const once = `${passage} ${question}`
      if (seen.has(once)) continue
      seen.add(once)
      const key = `${source} ${question}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

function overrulings(db: Reader): ReadonlyMap<string, Overruling> {
  return new Map(
    db
      .all<Overruling & { key: string }>(
        sql`SELECT source || ' ' || question AS key, verdict, coder, note FROM guide_verdict`,
      )
      .map(({ key, ...said }) => [key, said]),
  )
}
