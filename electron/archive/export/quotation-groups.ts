/** Headings over quotations: by code, by the question answered, by document or by case. */
import type { Code } from '../../../schema/codebook.ts'
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import type { QuotationGroup } from '../../../schema/quotation-export.ts'
import type { Reader } from '../db.ts'
import { listCases } from '../services/cases.ts'
import { questionOf } from '../services/guide-turns.ts'
import { guideOut } from './nouns-out.ts'
import { mayNameCase } from './gate-register.ts'
import type { Leaving } from './gate.ts'
import { nameMask } from './name-mask.ts'
import { standingsIn } from './standing.ts'
import type { QuotationWords } from './quotation-words.ts'

export interface Group<Line> {
  /** The key of a code or the number of a question, or ''. */
  readonly key: string
  readonly name: string
  /** '#RRGGBB' of a code, or ''. */
  readonly colour: string
  readonly lines: readonly Line[]
}

type Title = Omit<Group<never>, 'lines'>
/** The headings that a line stands under, each an entry of `titles`. */
interface Headings {
  readonly titles: ReadonlyMap<string, Title>
  readonly of: (line: Leaving) => readonly string[]
}
const none = ''

/** In the order of the codebook, of the guide, of the documents or of the cases; lines keep theirs. What has no heading comes last. */
export function groupsOf<Line extends Leaving>(
  db: Reader,
  lines: readonly Line[],
  by: QuotationGroup,
  words: QuotationWords,
): readonly Group<Line>[] {
  const { titles, of } = headings[by](db, lines, words)
  const under = new Map<string, Line[]>()
  for (const line of lines) {
    const found = of(line).filter((each) => titles.has(each))
    for (const heading of found.length > 0 ? found : [none]) {
      const group = under.get(heading)
      if (group) group.push(line)
      else under.set(heading, [line])
    }
  }
  return [...titles, [none, { key: '', name: words.none[by], colour: '' }] as const].flatMap(([heading, title]) => {
    const found = under.get(heading)
    return found ? [{ ...title, lines: found }] : []
  })
}

const headings: Readonly<
  Record<QuotationGroup, (db: Reader, lines: readonly Leaving[], words: QuotationWords) => Headings>
> = {
  code: (_, lines) => {
    const codes = new Map<CodeId, Code>(lines.flatMap(({ codes: own }) => own.map((code) => [code.id, code])))
    const inOrder = [...codes.values()].toSorted(
      (a, b) =>
        order(a.shortcut) - order(b.shortcut) || a.shortcut.localeCompare(b.shortcut) || a.name.localeCompare(b.name),
    )
    return {
      titles: new Map(inOrder.map(({ id, shortcut, name, colour }) => [id, { key: shortcut, name, colour }])),
      of: ({ codes: own }) => own.map(({ id }) => id),
    }
  },
  question: (db, lines) => {
    const answers = questionOf(db, [...new Set(lines.map(({ source }) => source))])
    return {
      titles: new Map(guideOut(db).map(({ id, number, name }) => [id, { key: number, name, colour: '' }])),
      of: ({ source, start, isRegion }) => {
        if (isRegion) return []
        const found = answers.get(source)?.find((answer) => answer.start <= start && start < answer.end)
        return found ? [found.question] : []
      },
    }
  },
  document: (_, lines) => ({
    titles: new Map(
      lines.map(({ source, document, extract }) => {
        const short = extract.split(':')[0] ?? ''
        return [source, { key: document === short ? '' : short, name: document, colour: '' }]
      }),
    ),
    of: ({ source }) => [source],
  }),
  case: (db, _, words) => {
    const standings = standingsIn(db)
    const mask = nameMask(db)
    const cases = listCases(db)
    const of = new Map<SourceId, string[]>()
    for (const { id, sources } of cases) for (const source of sources) of.set(source, [...(of.get(source) ?? []), id])
    return {
      titles: new Map(
        cases.map(({ id, name, sources }, at) => {
          const isNamed = mayNameCase(sources.flatMap((source) => standings.get(source)?.level ?? []))
          return [id, { key: '', name: isNamed ? mask(name) : words.caseNumber(at + 1), colour: '' }]
        }),
      ),
      of: ({ source }) => of.get(source) ?? [],
    }
  },
}

/** The emergent family '0' comes last, as in the codebook. */
const order = (shortcut: string): number =>
  /^[1-9]/.test(shortcut) ? Number(shortcut[0]) : shortcut.startsWith('0') ? 10 : 11
