/** The question that finds the passages of a filter, so that it can be built upon; null where a query cannot say it. */
import type { QueryTongue } from '../../schema/query-names.ts'
import { printQuery } from '../../schema/query-print.ts'
import type { QueryNode } from '../../schema/query-tree.ts'
import type { CodingFilter } from '../../schema/report.ts'
import type { SearchFilter } from '../../schema/search.ts'

/** How the archive's things are written in a query; undefined where they are gone, or cannot be told apart. */
export interface WrittenNames {
  readonly code: (id: string) => { readonly name: string; readonly hasChildren: boolean } | undefined
  readonly set: (id: string) => string | undefined
  readonly coder: (id: string) => string | undefined
}
export interface AsQuery {
  readonly query: string
  /** What is said by chips. */
  readonly filter: SearchFilter
}

export function asQuery(filter: CodingFilter, names: WrittenNames, tongue: QueryTongue): AsQuery | null {
  const { codes, withChildren, sets, coders, stances, responsibles, sources, kinds, attributes, ...others } = filter
  // Lists of passages, days of coding and older wordings have no words in the language.
  if (Object.values(others).some((value) => value !== undefined) || (codes && sets)) return null
  const about = codes
    ? codes.map((id): QueryNode | null => {
        const code = names.code(id)
        // A code of a query always stands for those below it too.
        return code && (withChildren === true || !code.hasChildren) ? { kind: 'code', name: code.name } : null
      })
    : (sets ?? []).map((id): QueryNode | null => {
        const name = names.set(id)
        return name === undefined ? null : { kind: 'set', name }
      })
  const besides = [
    condition('coder', coders?.map(names.coder)),
    condition('stance', stances),
    condition('blames', responsibles),
  ].filter((each) => each !== undefined)
  if (about.includes(null) || besides.includes(null)) return null
  const each = besides.filter((node) => node !== null)
  // Beside a code a condition speaks of that very coding, so it goes along into every bracket.
  const parts = about.flatMap((node) => (node ? [joined('and', [node, ...each])] : []))
  const tree = joined('or', parts.length > 0 || codes || sets ? parts : [joined('and', each)])
  if (!tree) return null
  const chips: SearchFilter = {
    ...(sources && { sources }),
    ...(kinds && { kinds }),
    ...(attributes && attributes.length > 0 && { attributes }),
  }
  return { query: printQuery(tree, tongue), filter: chips }
}

/** Undefined where nothing is asked, null where a value cannot be written. */
function condition(name: string, values: readonly (string | undefined)[] | undefined): QueryNode | null | undefined {
  if (values === undefined) return undefined
  const known = values.filter((value) => value !== undefined && value !== '')
  if (known.length === 0 || known.length < values.length) return null
  return { kind: 'attribute', name, operator: '=', values: known as readonly string[] }
}

function joined(kind: 'and' | 'or', nodes: readonly (QueryNode | null)[]): QueryNode | null {
  const parts = nodes.filter((node) => node !== null)
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null)
}
