/** What is wrong with a query in this archive: names that nothing has, with the nearest, and the reading they lead to. */
import MiniSearch from 'minisearch'
import { kindOfQuery, filterCalled, filterNames } from '../../../../schema/query-names.ts'
import { printQuery, tongueOf } from '../../../../schema/query-print.ts'
import {
  childrenOf,
  withParts,
  codingFilters,
  type AttributeNode,
  type QueryNode,
  type QueryProblem,
} from '../../../../schema/query-tree.ts'
import { readQuery } from '../../../../schema/query.ts'
import type { CheckedQuery } from '../../../../schema/retrieval.ts'
import type { Reader } from '../../db.ts'
import { answers } from '../../../../schema/attribute-values.ts'
import { foldWord, tokensOf } from '../../text/tokens.ts'
import { listAttributes, attributeNamed } from '../../services/attributes.ts'
import { listCodeSets } from '../../services/code-sets.ts'
import { studyOf, type Study } from '../study.ts'
import { codesMeant, codingTest, isOfPassages, passagesMeant, sourcesMeant } from './named.ts'
import { valuesOf } from './values.ts'

const mostNames = 3

export function checkedQuery(db: Reader, query: string): CheckedQuery {
  const { tree, problems } = readQuery(query)
  const study = studyOf(db)
  const unknown: { readonly node: QueryNode; readonly problem: QueryProblem }[] = []
  const look = (node: QueryNode): void => {
    const problem = problemWith(db, study, node, tree)
    if (problem) unknown.push({ node, problem })
    childrenOf(node).forEach(look)
  }
  if (tree) look(tree)
  const repaired = tree && corrected(tree, new Map(unknown.map(({ node, problem }) => [node, problem])))
  const all = [...problems, ...unknown.map(({ problem }) => problem)].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  return { kind: kindOfQuery(tree), problems: all, reading: repaired ? printQuery(repaired, tongueOf(query)) : '' }
}

function problemWith(db: Reader, study: Study, node: QueryNode, tree: QueryNode | null): QueryProblem | null {
  const at = node.at ?? { start: 0, end: 0 }
  const problem = (kind: QueryProblem['kind'], what: string, nearest: readonly string[]): QueryProblem => ({
    ...at,
    kind,
    what,
    nearest,
  })
  if (node.kind === 'code') {
    if (codesMeant(db, study, node)) return null
    return problem('no-such-code', node.name, nearestTo(node.name, codeNames(study)))
  }
  if (node.kind === 'set') {
    if (codesMeant(db, study, node)) return null
    const sets = listCodeSets(db).map(({ name }) => ({ text: name, also: '' }))
    return problem('no-such-set', node.name, nearestTo(node.name, sets))
  }
  // `7a` alone is a word of the text, and surely meant as a code.
  if (node.kind === 'words' && !node.isExact && (node === tree || kindOfQuery(tree) === 'retrieval')) {
    const code = study.codes.find(
      ({ shortcut }) => shortcut !== '' && shortcut.length > 1 && shortcut === node.text.toLowerCase(),
    )
    return code ? problem('code-meant', node.text, [code.shortcut]) : null
  }
  if (node.kind !== 'attribute') return null
  const filter = filterCalled(node.name)
  if (filter === null) {
    const attributes = listAttributes(db)
    const attribute = attributeNamed(attributes, node.name)
    const names = [
      ...attributes.map(({ key, name }) => ({ text: key, also: name })),
      ...filterNames.map((text) => ({ text, also: '' })),
    ]
    if (!attribute) return problem('no-such-attribute', node.name, nearestTo(node.name, names))
    if (node.operator !== '=' && node.operator !== '!=') return null
    return attribute.type === 'text' || attribute.type === 'choice'
      ? unknownValue(db, study, node, problem, (known, wanted) => answers(attribute, known, '=', wanted))
      : null
  }
  const isKnown = codingFilters.some((name) => name === filter)
    ? codingTest(db, study, node)
    : isOfPassages(filter)
      ? passagesMeant(db, study, node)
      : sourcesMeant(db, study, node)
  return isKnown
    ? null
    : unknownValue(db, study, node, problem, (known, wanted) => foldWord(known) === foldWord(wanted))
}

type Said = (kind: QueryProblem['kind'], what: string, nearest: readonly string[]) => QueryProblem

function unknownValue(
  db: Reader,
  study: Study,
  node: AttributeNode,
  problem: Said,
  isMeant: (known: string, wanted: string) => boolean,
): QueryProblem | null {
  const known = valuesOf(db, study, node.name)
  const missing = node.values.find(
    (wanted) => !known.some(({ value, also }) => isMeant(value, wanted) || (also !== '' && isMeant(also, wanted))),
  )
  if (missing === undefined) return filterCalled(node.name) ? problem('no-such-value', node.values.join('|'), []) : null
  return problem(
    'no-such-value',
    missing,
    nearestTo(
      missing,
      known.map(({ value, also }) => ({ text: value, also })),
    ),
  )
}

/** Names as queries write them: the key where there is one. */
const codeNames = ({ codes }: Study) =>
  codes.map(({ shortcut, name }) => ({ text: shortcut === '' ? name : shortcut, also: name }))

interface Name {
  readonly text: string
  readonly also: string
}

/** The nearest by letters: beginnings and slips of the pen. */
export function nearestTo(wanted: string, names: readonly Name[], most = mostNames): readonly string[] {
  const index = new MiniSearch<Name & { id: number }>({
    fields: ['text', 'also'],
    tokenize: (text) => tokensOf(text).map(({ form }) => form),
    searchOptions: {
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 3 ? 0.3 : false),
      combineWith: 'OR',
    },
  })
  index.addAll(names.map((name, id) => ({ id, ...name })))
  const found = index.search(wanted).map(({ id }) => names[id as number]?.text ?? '')
  return [...new Set(found)].filter((name) => name !== '').slice(0, most)
}

/** The tree with every name that has a nearest one put right; a condition without one stays as it is. */
function corrected(node: QueryNode, problems: ReadonlyMap<QueryNode, QueryProblem>): QueryNode {
  const problem = problems.get(node)
  const [nearest] = problem?.nearest ?? []
  if (problem && nearest !== undefined) {
    if (problem.kind === 'code-meant') return { kind: 'code', name: nearest }
    if (node.kind === 'code' || node.kind === 'set') return { ...node, name: nearest }
    if (node.kind === 'attribute' && problem.kind === 'no-such-attribute') return { ...node, name: nearest }
    if (node.kind === 'attribute')
      return { ...node, values: node.values.map((value) => (value === problem.what ? nearest : value)) }
  }
  return withParts(node, (part) => corrected(part, problems))
}
