/**
 * What uniting would do, without doing it: the meeting of both sides, and every passage landed in thought.
 * The writing (`unite.ts`) begins with the same meeting, so that what was seen is what is done.
 */
import type { CodeChoice, PlannedCode, PlannedDocument, UnionPlan } from '../../../../schema/interchange.ts'
import type { CoderId, PassageId } from '../../../../schema/ids.ts'
import type { Reader } from '../../db.ts'
import type { IncomingPassage, IncomingProject, Ref } from '../incoming.ts'
import { grouped } from '../losses.ts'
import { countAids, newAids } from './aids.ts'
import { noteCodings, unionOf, type Together } from './codings.ts'
import { Kept, landingOf, pagesOf, type KnownPassage, type Landing } from './land.ts'
import { meetCodes, pathsOf } from './match-codes.ts'
import { meetDocuments } from './match-documents.ts'
import { codingsByCoder, meetThings } from './match-things.ts'
import { structureOf, type Prepared } from './prepare.ts'
import { newDecisions, newVerdicts } from './interviews.ts'
import { gainsMembers } from './memberships.ts'
import { newPreserved } from './preserved.ts'
import { newMemos, newTranslations, newValues } from './remainders.ts'
import { countReview, newReview, setAsideIn } from './rounds.ts'
import { idsFor, noCounts, type DocumentTarget, type Union } from './union.ts'

/** Refs of codes, coders and documents that both sides know. */
export function meet(
  db: Reader,
  project: IncomingProject,
  prepared: ReadonlyMap<Ref, Prepared>,
  acting: CoderId,
  choices: readonly CodeChoice[],
): Union {
  const union: Union = {
    project,
    acting,
    coders: new Map(),
    codes: new Map(),
    documents: new Map(),
    cases: new Map(),
    sets: new Map(),
    attributes: new Map(),
    questions: new Map(),
    passages: new Map(),
    codings: new Map(),
    setAside: setAsideIn(db),
    clashes: [],
    losses: [...project.losses],
    counts: noCounts(),
    changesSomething: false,
  }
  meetThings(db, union)
  meetCodes(db, union, choices)
  meetDocuments(db, union, prepared)
  union.counts.codes = project.codes.length
  union.counts.newCodes = [...union.codes.values()].filter(({ isNew }) => isNew).length
  return union
}

/** One passage on its way in. */
export interface Arrival {
  readonly passage: IncomingPassage
  readonly landing: Landing
  /** Of the one that stands there afterwards. */
  readonly id: PassageId
  /** The one that stands there already. */
  readonly known: KnownPassage | null
  readonly together: Together
}

/** Lands some passages of a document; what it finds new there it finds there afterwards. */
export function* arrivals(
  db: Reader,
  union: Union,
  target: DocumentTarget,
  passages: readonly IncomingPassage[],
  kept: Kept,
): Generator<Arrival> {
  const pages = target.isNew
    ? new Map(structureOf(target.prepared).pages.map(({ number, width, height }) => [number, { width, height }]))
    : pagesOf(db, target.id)
  const idOf = idsFor<PassageId>(
    db,
    'passage',
    passages.map(({ ref }) => ref),
  )
  for (const passage of passages) {
    const landing = landingOf(passage, target, pages)
    if (!landing) {
      union.losses.push({ element: 'Selection', ref: passage.ref, name: '', fate: 'dropped', why: 'place-empty' })
      continue
    }
    const known = kept.at(landing, passage.ref)
    const together = unionOf(union, passage, known)
    const id = known?.id ?? idOf(passage.ref)
    union.passages.set(passage.ref, id)
    if (union.project.review) noteCodings(union, passage, together.codings)
    count(union, target, { passage, landing, id, known, together })
    yield { passage, landing, id, known, together }
    kept.put(landing, {
      id,
      starred: together.starred,
      sensitivity: together.sensitivity,
      codings: together.codings,
    })
  }
}

function count({ counts, clashes, codes }: Union, target: DocumentTarget, arrival: Arrival): void {
  const { passage, landing, known, together } = arrival
  counts.codings += passage.codings.filter(({ state }) => state === undefined).length
  const added = together.changes.filter((one) => one.kind === 'new' && one.coding.state === undefined).length
  counts.newCodings += added
  if (!known) {
    const became = becameOf(passage, landing)
    if (became !== null) {
      counts[became]++
      target.landed[became]++
    }
  }
  for (const { code, stays, leaves } of together.clashes) {
    const name = [...codes.values()].find(({ id }) => id === code)?.name ?? ''
    clashes.push({ kind: 'facets', on: `${target.short}: ${name}`, stays, leaves })
  }
}

function becameOf({ place, state }: IncomingPassage, landing: Landing): 'moved' | 'changed' | 'parked' | null {
  if (landing.state === 'parked') return state === 'parked' ? null : 'parked'
  if (landing.state === 'changed' && state !== 'changed') return 'changed'
  return place.kind === 'text' && landing.kind === 'text' && landing.start !== place.start ? 'moved' : null
}

/** Passages by the document that they are of; of documents that did not come they are left out. */
export function passagesByDocument(project: IncomingProject): ReadonlyMap<Ref, readonly IncomingPassage[]> {
  return Map.groupBy(project.passages, ({ document }) => document)
}

const mostClashes = 500

/** Writes nothing. */
export function planOf(
  db: Reader,
  project: IncomingProject,
  prepared: ReadonlyMap<Ref, Prepared>,
  acting: CoderId,
  choices: readonly CodeChoice[],
): UnionPlan {
  const union = meet(db, project, prepared, acting, choices)
  const byDocument = passagesByDocument(project)
  const documents = project.documents.flatMap(({ ref }): readonly PlannedDocument[] => {
    const target = union.documents.get(ref)
    return target ? [documentLine(db, union, target, byDocument.get(ref) ?? [])] : []
  })
  const { counts } = union
  counts.newMemos = newMemos(db, union).filter(({ isNew }) => isNew).length
  counts.newValues = newValues(db, union).length
  counts.newTranslations = newTranslations(db, union).length
  countAids(union, newAids(db, union))
  counts.preserved = newPreserved(db, union).length
  countReview(union, newReview(db, union))
  if (gainsMembers(db, union) || newDecisions(db, union).length > 0 || newVerdicts(db, union).length > 0)
    union.changesSomething = true
  return {
    documents,
    codes: codeLines(union),
    coders: coderLines(union),
    counts,
    clashes: union.clashes.slice(0, mostClashes),
    clashesInAll: union.clashes.length,
    losses: grouped(union.losses),
    changesNothing: !union.changesSomething && isNothing(union),
  }
}

const isNothing = ({ counts }: Union) =>
  (Object.entries(counts) as [keyof typeof counts, number][]).every(
    ([name, value]) => value === 0 || !(name.startsWith('new') || name === 'preserved'),
  )

function documentLine(
  db: Reader,
  union: Union,
  target: DocumentTarget,
  passages: readonly IncomingPassage[],
): PlannedDocument {
  const before = { ...union.counts }
  const kept = new Kept(db, target.id)
  for (const { known, together } of arrivals(db, union, target, passages, kept))
    if (known ? together.changesKnown : true) union.changesSomething = true
  const { counts } = union
  const { document, remark, fault } = target.prepared
  const { id: source, short } = target
  return {
    ref: document.ref,
    title: document.title,
    short: document.short,
    becomes: target.isNew
      ? { kind: 'new', short }
      : { kind: target.texts.areSame ? 'same' : 'other-text', source, short },
    remark,
    fault,
    codings: counts.codings - before.codings,
    newCodings: counts.newCodings - before.newCodings,
    ...target.landed,
  }
}

function codeLines({ project, codes }: Union): readonly PlannedCode[] {
  const paths = pathsOf(project.codes)
  const codings = new Map<Ref, number>()
  for (const passage of project.passages)
    for (const { code } of passage.codings) codings.set(code, (codings.get(code) ?? 0) + 1)
  return project.codes.flatMap(({ ref, codable }): readonly PlannedCode[] => {
    const target = codes.get(ref)
    if (!target) return []
    const { id: code, by } = target
    const becomes = target.isNew ? ({ kind: 'new' } as const) : ({ kind: 'same', code, by } as const)
    return [{ ref, path: paths.get(ref) ?? [], codable, codings: codings.get(ref) ?? 0, becomes }]
  })
}

function coderLines({ project, coders }: Union): UnionPlan['coders'] {
  const codings = codingsByCoder(project)
  return project.coders.map(({ ref, name }) => ({
    name: coders.get(ref)?.name || name,
    isNew: coders.get(ref)?.isNew ?? false,
    codings: codings.get(ref) ?? 0,
  }))
}
