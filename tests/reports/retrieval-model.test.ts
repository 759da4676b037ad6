/** Retrieval against a plain, slow implementation that is right at a glance. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isText, type CodedWords } from '../../schema/passage.ts'
import { printQuery } from '../../schema/query-print.ts'
import { parseQuery } from '../../schema/query.ts'
import { reachUnits, relations, type QueryNode, type Reach } from '../../schema/query-tree.ts'
import { aCodedStudy, draw, texts, type CodedStudy } from '../support/coded-study.ts'

interface Stretch {
  readonly source: number
  readonly start: number
  readonly end: number
}
interface Coded extends Stretch {
  readonly passage: CodedWords
}
/** What a condition is asked of: some passages, a stretch in which words are looked for, documents. */
interface Scope {
  readonly passages: readonly Coded[]
  readonly words: (word: string) => boolean
  readonly sources: readonly number[]
}

const words = ['embassies', 'passport', 'кто', 'since', 'call']
const names = ['Funding', 'Terms', 'Gaps', 'Doors']

class Slow {
  readonly #study: CodedStudy
  readonly all: readonly Coded[]
  readonly #units: Record<'paragraph' | 'turn', readonly Stretch[]>
  readonly #interviewers: readonly Stretch[]
  readonly #speakers: readonly (Stretch & { readonly speaker: string })[]

  constructor(study: CodedStudy) {
    this.#study = study
    this.all = study.sources.flatMap((source, n) =>
      study.archive
        .run('passage.list', study.ada, { source })
        .filter(isText)
        .filter(({ codings }) => codings.length > 0)
        .map((passage) => ({ source: n, start: passage.start, end: passage.end, passage })),
    )
    const read = study.sources.map((source) => study.archive.run('source.text', study.ada, { source }))
    this.#units = {
      paragraph: read.flatMap(({ paragraphs, text }, source) =>
        paragraphs.map(({ start }, n) => ({
          source,
          start: n === 0 ? 0 : start,
          end: paragraphs[n + 1]?.start ?? text.length,
        })),
      ),
      turn: read.flatMap(({ turns }, source) => turns.map(({ start, end }) => ({ source, start, end }))),
    }
    const voices = read.flatMap(({ turns, speakers }, source) =>
      turns.map(({ start, end, speaker }) => ({
        source,
        start,
        end,
        speaker,
        isInterviewer: speakers.find(({ id }) => id === speaker)?.isInterviewer ?? false,
      })),
    )
    this.#interviewers = voices.filter(({ isInterviewer }) => isInterviewer)
    this.#speakers = voices.filter(({ isInterviewer }) => !isInterviewer)
  }

  #placesOf(word: string): readonly Stretch[] {
    return texts.flatMap((text, source) =>
      [...text.matchAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'))].map(({ index }) => ({
        source,
        start: index,
        end: index + word.length,
      })),
    )
  }

  found(tree: QueryNode): readonly Coded[] {
    return this.all.filter((coded) => this.#holds(tree, this.#alone(coded)))
  }

  #alone(coded: Coded): Scope {
    return {
      passages: [coded],
      words: (word) =>
        this.#placesOf(word).some((at) => at.source === coded.source && coded.start <= at.start && at.end <= coded.end),
      sources: [coded.source],
    }
  }

  #carries({ passage }: Coded, name: string, coder: string | null): boolean {
    return passage.codings.some(({ code, coder: by }) => {
      const at = this.#study.codes.indexOf(code)
      const isCode = name === '' || names[at] === name || (name === 'Funding' && (at === 1 || at === 2))
      return isCode && (coder === null || (coder === 'Boris') === (by === this.#study.boris))
    })
  }

  #holds(node: QueryNode, scope: Scope): boolean {
    const some = (test: (coded: Coded) => boolean) => scope.passages.some(test)
    switch (node.kind) {
      case 'words':
        return scope.words(node.text)
      case 'code':
        return some((coded) => this.#carries(coded, node.name, null))
      case 'attribute':
        if (node.name === 'coder') return some((coded) => this.#carries(coded, '', node.values[0]!))
        if (node.name === 'role') return some((coded) => this.#interviewers.some((turn) => touch(coded, turn)))
        return scope.sources.some((source) => (node.values[0] === 'R03') === (source === 1))
      case 'not':
        return !this.#holds(node.part, scope)
      case 'or':
        return node.parts.some((part) => this.#holds(part, scope))
      case 'and': {
        const coders = node.parts.flatMap((part) =>
          part.kind === 'attribute' && part.name === 'coder' ? part.values : [],
        )
        const codes = node.parts.flatMap((part) => (part.kind === 'code' ? [part.name] : []))
        const wanted = codes.length > 0 ? codes : coders.length > 0 ? [''] : []
        const isBy = (coded: Coded, name: string) =>
          coded.passage.codings.some((coding) => {
            const one = { ...coded, passage: { ...coded.passage, codings: [coding] } }
            return this.#carries(one, name, null) && coders.every((coder) => this.#carries(one, '', coder))
          })
        const others = node.parts.filter(
          (part) => part.kind !== 'code' && !(part.kind === 'attribute' && part.name === 'coder'),
        )
        return (
          wanted.every((name) => some((coded) => isBy(coded, name))) && others.every((part) => this.#holds(part, scope))
        )
      }
      case 'within':
        return some((coded) => this.#isWithin(node.part, node.reach, coded))
      case 'relation':
        return some((coded) => this.#isRelated(node, coded))
      case 'phrase':
      case 'near':
      case 'set':
        throw new Error(node.kind)
    }
  }

  #isWithin(part: QueryNode, reach: Reach, coded: Coded): boolean {
    if (!this.#answers(part, coded)) return false
    return this.#scopesOf(coded, reach).some((scope) => this.#holds(part, scope))
  }

  #answers(part: QueryNode, coded: Coded): boolean {
    const codes: boolean[] = []
    const said: boolean[] = []
    const walk = (node: QueryNode): void => {
      const holds = () => this.#holds(node, this.#alone(coded))
      if (node.kind === 'words') said.push(holds())
      else if (node.kind === 'or') node.parts.forEach(walk)
      else if (node.kind === 'and') {
        const coders = node.parts.filter((one) => one.kind === 'attribute' && one.name === 'coder')
        const own = node.parts.filter(({ kind }) => kind === 'code')
        for (const one of own) codes.push(this.#holds({ kind: 'and', parts: [one, ...coders] }, this.#alone(coded)))
        if (own.length === 0 && coders.length > 0)
          codes.push(this.#holds({ kind: 'and', parts: coders }, this.#alone(coded)))
        node.parts.filter((one) => !own.includes(one) && !coders.includes(one)).forEach(walk)
      } else if (node.kind === 'code' || node.kind === 'within' || node.kind === 'relation') codes.push(holds())
      else if (node.kind === 'attribute' && node.name === 'coder') codes.push(holds())
    }
    walk(part)
    return codes.length > 0 ? codes.includes(true) : said.length > 0 ? said.includes(true) : true
  }

  #scopesOf(coded: Coded, reach: Reach): readonly Scope[] {
    const { unit, count } = reach
    const near = (test: (stretch: Stretch) => boolean, sources: readonly number[]): Scope => ({
      passages: this.all.filter(test),
      words: (word) => this.#placesOf(word).some(test),
      sources,
    })
    if (unit === 'document' || unit === 'case') return [near(({ source }) => source === coded.source, [coded.source])]
    if (unit === 'words' || count > 0)
      return [near((other) => this.#apart(coded, other, unit) <= count, [coded.source])]
    return this.#units[unit]
      .filter((one) => touch(one, coded))
      .map((one) => near((other) => touch(one, other), [one.source]))
  }

  /** Words, paragraphs or turns between two stretches; without end in two documents. */
  #apart(a: Stretch, b: Stretch, unit: Reach['unit']): number {
    if (a.source !== b.source) return Infinity
    if (unit === 'document' || unit === 'case') return 0
    const [first, second] = a.start < b.start ? [a, b] : [b, a]
    if (unit === 'words') {
      const begins = [...(texts[a.source] ?? '').matchAll(/[\p{L}\p{Nd}]+/gu)].map(({ index }) => index)
      return begins.filter((at) => at >= Math.min(a.end, b.end) && at < Math.max(a.start, b.start)).length
    }
    const own = this.#units[unit].filter(({ source }) => source === a.source)
    const placeOf = (at: number) =>
      Math.max(
        0,
        own.findLastIndex(({ start }) => start <= at),
      )
    return (
      Math.max(placeOf(first.start), placeOf(second.start)) - Math.min(placeOf(first.end - 1), placeOf(second.end - 1))
    )
  }

  #isRelated(node: Extract<QueryNode, { kind: 'relation' }>, coded: Coded): boolean {
    const { relation, left, right } = node
    if (!this.#holds(left, this.#alone(coded))) return false
    const passages = this.found(right)
    const those: readonly Stretch[] = right.kind === 'words' ? this.#placesOf(right.text) : passages
    const usual: Partial<Record<typeof relation, Reach>> = {
      near: { unit: 'words', count: 50 },
      'followed-by': { unit: 'paragraph', count: 1 },
      absent: { unit: 'document', count: 0 },
    }
    const reach = node.reach ?? usual[relation] ?? { unit: 'document', count: 0 }
    const isNear = (other: Stretch) => this.#apart(coded, other, reach.unit) <= reach.count
    switch (relation) {
      case 'overlaps':
        return those.some((other) => touch(coded, other))
      case 'inside':
        return those.some(
          ({ source, start, end }) => source === coded.source && start <= coded.start && coded.end <= end,
        )
      case 'near':
        return those.some(isNear)
      case 'followed-by':
        return those.some((other) => other.start >= coded.end && isNear(other))
      case 'absent':
        return !those.some(isNear)
      case 'same-speaker': {
        const heard = (one: Stretch) => this.#speakers.filter((turn) => touch(turn, one)).map(({ speaker }) => speaker)
        const others = new Set(passages.flatMap(heard))
        return heard(coded).some((speaker) => others.has(speaker))
      }
    }
  }
}

const touch = (a: Stretch, b: Stretch) => a.source === b.source && a.start < b.end && b.start < a.end

const code = fc.constantFrom(...names).map((name): QueryNode => ({ kind: 'code', name }))
const leaf = fc.oneof(
  { weight: 5, arbitrary: code },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...words)
      .map((text): QueryNode => ({ kind: 'words', text, isPrefix: false, isExact: false })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(['coder', 'Ada'], ['coder', 'Boris'], ['role', 'interviewer'], ['document', 'R03'])
      .map(([name, value]): QueryNode => ({ kind: 'attribute', name: name!, operator: '=', values: [value!] })),
  },
)
const reach = fc.oneof(
  fc.constantFrom(...reachUnits.filter((unit) => unit !== 'words')).map((unit): Reach => ({ unit, count: 0 })),
  fc.integer({ min: 0, max: 6 }).map((count): Reach => ({ unit: 'words', count })),
  fc
    .tuple(fc.constantFrom('paragraph' as const, 'turn' as const), fc.integer({ min: 1, max: 3 }))
    .map(([unit, count]): Reach => ({ unit, count })),
)
const tree = fc.letrec<{ tree: QueryNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => ({ kind, parts })),
    tie('tree').map((part): QueryNode => ({ kind: 'not', part })),
    fc.record({ kind: fc.constant('within' as const), reach, part: tie('tree') }),
    fc
      .record({
        kind: fc.constant('relation' as const),
        relation: fc.constantFrom(...relations),
        left: fc.oneof(code, tie('tree')),
        right: fc.oneof(leaf, tie('tree')),
        reach: fc.option(reach),
      })
      .map((node): QueryNode => ({
        ...node,
        reach: ['near', 'followed-by', 'absent'].includes(node.relation) ? node.reach : null,
      })),
  ),
})).tree

describe('retrieval', () => {
  it('finds what a plain reading of the definitions finds, whatever is coded and asked', async () => {
    const study = await aCodedStudy()
    fc.assert(
      fc.property(
        fc.array(draw, { minLength: 1, maxLength: 12 }),
        fc.array(tree, { minLength: 8, maxLength: 8 }),
        (draws, trees) => {
          study.clear()
          study.put(draws)
          const slow = new Slow(study)
          for (const each of trees) {
            const query = printQuery({
              kind: 'or',
              parts: [
                {
                  kind: 'and',
                  parts: [
                    { kind: 'code', name: 'Doors' },
                    { kind: 'not', part: { kind: 'code', name: 'Doors' } },
                  ],
                },
                each,
              ],
            })
            const answer = study.archive.run('retrieve.passages', '', { query, limit: 1000, offset: 0 })
            const expected = slow.found(parseQuery(query)!)
            expect({ query, found: [...answer.passages].toSorted() }).toEqual({
              query,
              found: expected.map(({ passage }) => passage.id).toSorted(),
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
