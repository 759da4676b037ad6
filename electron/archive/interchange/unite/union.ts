/**
 * How a project and the archive meet: for everything that comes in, what it is here. New things have
 * their ids already: their own where it is free, so that the same project twice is the same project.
 */
import type { Clash, UnionCounts } from '../../../../schema/interchange.ts'
import type {
  AttributeId,
  CaseId,
  CodeId,
  CodeSetId,
  CoderId,
  GuideQuestionId,
  PassageId,
  SourceId,
} from '../../../../schema/ids.ts'
import type { Reader } from '../../db.ts'
import { isId, newId } from '../../fresh.ts'
import { EditMap } from '../../text/map-edit.ts'
import { differences } from '../../text/changes.ts'
import { Finder } from '../../text/find-again.ts'
import type { IncomingProject, Loss, Ref } from '../incoming.ts'
import type { Prepared } from './prepare.ts'

export interface Target<Id extends string> {
  readonly id: Id
  readonly isNew: boolean
}
export interface CodeTarget extends Target<CodeId> {
  readonly by: 'id' | 'path' | 'choice'
  /** Under which a new one stands. */
  readonly parent: CodeId | null
  readonly name: string
}
export interface DocumentTarget extends Target<SourceId> {
  readonly short: string
  readonly prepared: Prepared
  /** The text that offsets count in, and the one that is here. */
  readonly texts: Texts
  /** What became of its passages so far. */
  readonly landed: { moved: number; changed: number; parked: number }
}

/** Two texts of one document; the way between them is looked for when a passage first needs it. */
export class Texts {
  readonly theirs: string
  readonly ours: string
  #map: EditMap | null = null
  #finder: Finder | null = null
  constructor(theirs: string, ours: string) {
    this.theirs = theirs
    this.ours = ours
  }
  get areSame(): boolean {
    return this.theirs === this.ours
  }
  get map(): EditMap {
    return (this.#map ??= new EditMap(this.areSame ? [] : differences(this.theirs, this.ours)))
  }
  get finder(): Finder {
    return (this.#finder ??= new Finder(this.ours))
  }
}

export interface Union {
  readonly project: IncomingProject
  /** Who imports, and stands for whoever is not named. */
  readonly acting: CoderId
  readonly coders: Map<Ref, Target<CoderId> & { readonly name: string }>
  readonly codes: Map<Ref, CodeTarget>
  readonly documents: Map<Ref, DocumentTarget>
  readonly cases: Map<Ref, Target<CaseId>>
  readonly sets: Map<Ref, Target<CodeSetId>>
  readonly attributes: Map<Ref, Target<AttributeId>>
  readonly questions: Map<Ref, Target<GuideQuestionId>>
  /** Known only where they have landed. */
  readonly passages: Map<Ref, PassageId>
  /** The same, of projects with decisions about them; before it is written a new one has its own Ref for an id. */
  readonly codings: Map<Ref, string>
  /** Codings that are here and that a decision made here has set aside. */
  readonly setAside: ReadonlySet<string>
  readonly clashes: Clash[]
  readonly losses: Loss[]
  readonly counts: Counts
  /** Whether rows that are here gain something, beside what is counted. */
  changesSomething: boolean
}
export type Counts = { -readonly [Name in keyof UnionCounts]: UnionCounts[Name] }

export const noCounts = (): Counts => ({
  documents: 0,
  newDocuments: 0,
  codes: 0,
  newCodes: 0,
  newCoders: 0,
  codings: 0,
  newCodings: 0,
  moved: 0,
  changed: 0,
  parked: 0,
  newMemos: 0,
  newCases: 0,
  newAttributes: 0,
  newValues: 0,
  newSets: 0,
  newQuestions: 0,
  newTranslations: 0,
  newQueries: 0,
  newReports: 0,
  newGlossary: 0,
  newStopWords: 0,
  newRounds: 0,
  newAnswers: 0,
  newDecisions: 0,
  preserved: 0,
})

/** Who made something; the one who imports where nobody is named. */
export function coderOf(union: Union, ref: Ref | null): CoderId {
  return (ref === null ? undefined : union.coders.get(ref)?.id) ?? union.acting
}

type Table =
  | 'coder'
  | 'source'
  | 'passage'
  | 'coding'
  | 'code'
  | 'code_set'
  | 'memo'
  | 'the_case'
  | 'attribute'
  | 'guide_question'
  | 'preserved'
  | 'saved_query'
  | 'kept_report'
  | 'review_round'
  | 'review_item'
  | 'review_reply'
  | 'review_answer'
  | 'review_proposal'
  | 'review_thread'
  | 'arbitration'

/** Whether a row of that id is here. */
export function isTaken(db: Reader, table: Table, id: string): boolean {
  return db.get({ text: `SELECT 1 FROM ${table} WHERE id = ?`, values: [id] }) !== undefined
}

/** The thing's own id where it is a UUID and free here, else a fresh one. */
export function idFor<Id extends string>(db: Reader, table: Table, ref: Ref, given: ReadonlySet<string>): Id {
  return isId(ref) && !given.has(ref) && !isTaken(db, table, ref) ? (ref as Id) : newId<Id>()
}

/** The same for many things of one table, of which it is asked at once which ids are taken. */
export function idsFor<Id extends string>(db: Reader, table: Table, refs: readonly Ref[]): (ref: Ref) => Id {
  const taken = new Set(
    db.pluck<string>({
      text: `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      values: [JSON.stringify(refs.filter((ref) => isId(ref)))],
    }),
  )
  return (ref) => {
    const id = isId(ref) && !taken.has(ref) ? (ref as Id) : newId<Id>()
    taken.add(id)
    return id
  }
}
