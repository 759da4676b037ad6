import { z } from 'zod'
import { attributeId, type AttributeId, type CaseId, type SourceId } from './ids.ts'
import { sourceKind, type SourceKind } from './source.ts'
import type { ArchiveFault } from './error.ts'

export const attributeTypes = ['text', 'number', 'date', 'boolean', 'choice'] as const
export const attributeType = z.enum(attributeTypes)
export type AttributeType = z.infer<typeof attributeType>

/** Whose property it is. What is known of a case holds for its documents too. */
export const attributeOwner = z.enum(['source', 'case'])
export type AttributeOwner = z.infer<typeof attributeOwner>

/** The least open quotation level at which values may leave the archive (METHODS 5.3). */
export const leavesFrom = z.enum(['N', 'O', 'T'])
export type LeavesFrom = z.infer<typeof leavesFrom>

/** A property of documents or of cases. REFI-QDA: Variable. */
export interface Attribute {
  readonly id: AttributeId
  readonly owner: AttributeOwner
  /** One word, unique in the archive, as queries write it: `actor` in `actor:ngo`. */
  readonly key: string
  readonly name: string
  readonly type: AttributeType
  /** Of a choice: the list, in its order. A value outside it is refused until the list is extended. */
  readonly choices: readonly string[]
  /** Kinds of documents that it is asked of; none: of all. */
  readonly kinds: readonly SourceKind[]
  readonly leavesFrom: LeavesFrom
  /**
   * 'withdrawal': a value here closes the document (quotation level X) in the same step. 'child': a value other
   * than "no" keeps all of the document in, whatever its level.
   */
  readonly meaning: '' | 'withdrawal' | 'child'
  /** How many documents or cases have a value. */
  readonly values: number
}

/** What every document has of itself, and can be edited beside its attributes. */
export const sourceFields = ['title', 'kind', 'language', 'quotationLevel', 'collectedOn', 'place', 'citation'] as const
export type SourceField = (typeof sourceFields)[number]
/** A column of the table: an attribute, a field of documents, or the name of a case. */
export const column = z.union([z.enum([...sourceFields, 'name']), attributeId])
export type Column = z.infer<typeof column>

/** `owner` is the id of a document or of a case. '' takes the value away. */
export const cell = z.object({ owner: z.string().min(1).max(80), column, value: z.string().max(5000) })
export type Cell = z.infer<typeof cell>

export const cells = z.object({
  owner: attributeOwner,
  cells: z.array(cell).max(200_000),
  /** What a closed list does not hold is added to it. */
  extendLists: z.boolean().default(false),
  /** Cells that cannot be filled are left as they are; without this nothing is changed where one is refused. */
  skipRefused: z.boolean().default(false),
})

export interface RefusedCell {
  /** Its place among the cells given, from 0. */
  readonly at: number
  readonly fault: ArchiveFault
}
/** What filling cells would do, or did. */
export interface CellsOutcome {
  /** Cells whose value differs afterwards. */
  readonly changed: number
  /** The first thousand. */
  readonly refused: readonly RefusedCell[]
  readonly refusedInAll: number
  readonly newChoices: readonly { readonly attribute: AttributeId; readonly choice: string }[]
  /** Documents closed because a withdrawal was entered. */
  readonly closed: readonly SourceId[]
}

/** The values of all documents or cases: `values[row][column]`, '' where nothing is known. */
export interface AttributeTable {
  readonly columns: readonly AttributeId[]
  readonly rows: readonly { readonly owner: SourceId | CaseId; readonly values: readonly string[] }[]
}

/** What is known of one document or case. */
export interface KnownValue {
  readonly attribute: AttributeId
  readonly value: string
  /** The case that it is inherited from; null where it is the thing's own. */
  readonly from: CaseId | null
}

export const operators = ['=', '!=', '<', '<=', '>', '>='] as const
export type Operator = (typeof operators)[number]
/** Documents by what is known of them or of their cases. An empty `value` with '=' is: nothing is known. */
export const attributeCondition = z.object({
  key: z.string().min(1).max(80),
  operator: z.enum(operators).default('='),
  /** Of several values any will do; with '!=' none may be. */
  values: z.array(z.string().max(2000)).min(1).max(200),
})
export type AttributeCondition = z.infer<typeof attributeCondition>
/** All of them must hold. */
export const attributeConditions = z.array(attributeCondition).max(50)

export const keyPattern = /^[a-zа-яё][a-zа-яё0-9_-]{0,39}$/u
/** Words that the query language has a meaning for already. */
export const reservedKeys: readonly string[] = [
  'and',
  'or',
  'not',
  'near',
  'within',
  'overlaps',
  'inside',
  'followed',
  'by',
  'same',
  'absent',
  'attr',
  'code',
  'coder',
  'case',
  'source',
  'document',
  'speaker',
  'role',
  'kind',
  'language',
  'lang',
  'date',
  'question',
  'star',
  'memo',
]

export const attributeFields = z.object({
  key: z.string().max(80),
  name: z.string().max(200),
  choices: z.array(z.string().max(300)).max(2000),
  kinds: z.array(sourceKind),
  leavesFrom,
})
