import type { Coding } from './coding.ts'
import type { CodeId, CodeSetId, PassageId } from './ids.ts'

/** What a new code may be painted with: Paul Tol's muted nine and near-black, told apart by colour-blind readers. */
export const codeColours = [
  '#332288',
  '#88CCEE',
  '#44AA99',
  '#117733',
  '#999933',
  '#DDCC77',
  '#CC6677',
  '#882255',
  '#AA4499',
  '#222222',
] as const

/** A named idea of the codebook. REFI-QDA: Code. */
export interface Code {
  readonly id: CodeId
  readonly parent: CodeId | null
  readonly name: string
  /** What is typed to apply it: '4' for a family, '4e' for its child, '' for none. Unique where not ''. */
  readonly shortcut: string
  /** '#RRGGBB'. */
  readonly colour: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
  /** False for a heading, which holds codes and takes no codings. */
  readonly codable: boolean
  /** Counts up when definition, include or exclude change; codings keep the version they were made under. */
  readonly version: number
}

/** The codes in reading order: every parent before its children, siblings by position. */
export type Codebook = readonly Code[]

/** How often a code was used, alone and with everything below it. */
export interface CodeCount {
  readonly code: CodeId
  readonly own: number
  readonly total: number
}

/** A wording of a code, and how many of its codings were made under it. */
export interface CodeWording {
  readonly version: number
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly codings: number
}

/** A named group of codes that crosses the tree. REFI-QDA: Set. */
export interface CodeSet {
  readonly id: CodeSetId
  readonly name: string
  readonly codes: readonly CodeId[]
}

/** A passage on which codings that will be one say different things; what the first says is kept. */
export interface FacetConflict {
  readonly passage: PassageId
  /** The document's short id. */
  readonly short: string
  readonly quote: string
  readonly facets: readonly Pick<Coding, 'code' | 'stance' | 'holdsResponsible'>[]
}

/** What deleting or merging codes will do, asked before it is done. */
export interface Consequences {
  /** Codings that will be removed (delete) or carried over (merge). */
  readonly codings: number
  readonly sources: number
  /** Passages that nothing but these codings keeps: they go with them (delete). */
  readonly passages: number
  /** Codings that unite with one already there, because coder and passage are the same (merge). */
  readonly united: number
  /** Passages on which those that unite name another stance or another one responsible: what the code that stays says is kept. */
  readonly conflicts: number
  /** Memos about the codes: they go (delete) or are about the other code then (merge). */
  readonly memos: number
  /** Codes below them, which go along. */
  readonly children: number
}
