/** Coders by name; cases, sets, attributes and questions by id, then by what people call them. */
import { foldValue, tidy } from '../../../../schema/attribute-values.ts'
import type { AttributeId, CaseId, CodeSetId, CoderId, GuideQuestionId } from '../../../../schema/ids.ts'
import { sql, type Reader } from '../../db.ts'
import { folded } from '../../services/code-names.ts'
import { listAttributes } from '../../services/attributes.ts'
import { guideOf } from '../../services/guide-questions.ts'
import type { IncomingProject, Ref } from '../incoming.ts'
import { tidied } from './match-codes.ts'
import { idFor, type Target, type Union } from './union.ts'

export function meetThings(db: Reader, union: Union): void {
  meetCoders(db, union)
  const { project, counts } = union
  meet(project.cases, union.cases, {
    here: db.all<{ id: CaseId; name: string }>(sql`SELECT id, name FROM the_case`),
    nameOf: ({ name }) => foldValue(tidy(name)),
    fresh: (ref, given) => idFor<CaseId>(db, 'the_case', ref, given),
  })
  meet(project.codeSets, union.sets, {
    here: db.all<{ id: CodeSetId; name: string }>(sql`SELECT id, name FROM code_set`),
    nameOf: ({ name }) => folded(tidied(name)),
    fresh: (ref, given) => idFor<CodeSetId>(db, 'code_set', ref, given),
  })
  meet(
    (project.guide ?? []).map(({ ref, number }) => ({ ref, name: number })),
    union.questions,
    {
      here: guideOf(db).map(({ id, number }) => ({ id, name: number })),
      nameOf: ({ name }) => name.normalize('NFC').trim(),
      fresh: (ref, given) => idFor<GuideQuestionId>(db, 'guide_question', ref, given),
    },
  )
  meetAttributes(db, union)
  counts.newCases = newOf(union.cases)
  counts.newSets = newOf(union.sets)
  counts.newQuestions = newOf(union.questions)
  counts.newAttributes = newOf(union.attributes)
  counts.newCoders = newOf(union.coders)
}
const newOf = (targets: ReadonlyMap<Ref, Target<string>>) =>
  new Set([...targets.values()].filter(({ isNew }) => isNew).map(({ id }) => id)).size

/** By id, as a project that left from here may number its coders instead of naming them; else by name. */
function meetCoders(db: Reader, union: Union): void {
  const coders = db.all<{ id: CoderId; name: string }>(sql`SELECT id, name FROM coder`)
  const here = new Map(coders.map((one) => [one.name, one.id]))
  const byId = new Map<Ref, string>(coders.map(({ id, name }) => [id, name]))
  const given = new Set<string>()
  for (const { ref, name } of union.project.coders) {
    const called = name.normalize('NFC').trim()
    if (called === '') {
      union.coders.set(ref, { id: union.acting, isNew: false, name: '' })
      continue
    }
    const same = byId.get(ref)
    if (same !== undefined) {
      union.coders.set(ref, { id: ref as CoderId, isNew: false, name: same })
      continue
    }
    const known = here.get(called)
    const id = known ?? idFor<CoderId>(db, 'coder', ref, given)
    union.coders.set(ref, { id, isNew: known === undefined || given.has(id), name: called })
    given.add(id)
    here.set(called, id)
  }
}

interface Named {
  readonly ref: Ref
  readonly name: string
}
function meet<Id extends string>(
  coming: readonly Named[],
  targets: Map<Ref, Target<Id>>,
  {
    here,
    nameOf,
    fresh,
  }: {
    readonly here: readonly { readonly id: Id; readonly name: string }[]
    readonly nameOf: (thing: { readonly name: string }) => string
    readonly fresh: (ref: Ref, given: ReadonlySet<string>) => Id
  },
): void {
  const ids = new Map(here.map(({ id }) => [id as string, id]))
  const names = new Map(here.map((thing) => [nameOf(thing), thing.id]))
  const given = new Set<string>()
  for (const thing of coming) {
    const known = ids.get(thing.ref) ?? names.get(nameOf(thing))
    const id = known ?? fresh(thing.ref, given)
    targets.set(thing.ref, { id, isNew: known === undefined || given.has(id) })
    if (known === undefined) given.add(id)
    names.set(nameOf(thing), id)
  }
}

function meetAttributes(db: Reader, union: Union): void {
  const here = listAttributes(db)
  const given = new Set<string>()
  for (const { ref, owner, key, name, type } of union.project.attributes) {
    const known =
      here.find((each) => each.id === ref && each.owner === owner) ??
      here.find((each) => key !== '' && each.owner === owner && each.key === key) ??
      here.find((each) => each.owner === owner && foldValue(each.name) === foldValue(name))
    const id = known?.id ?? idFor<AttributeId>(db, 'attribute', ref, given)
    union.attributes.set(ref, { id, isNew: known === undefined })
    given.add(id)
    if (known && known.type !== type)
      union.clashes.push({ kind: 'attribute-type', on: known.name, stays: known.type, leaves: type })
  }
}

/** How many codings each coder made, by the name here. */
export function codingsByCoder(project: IncomingProject): ReadonlyMap<Ref | null, number> {
  const counts = new Map<Ref | null, number>()
  for (const { codings } of project.passages)
    for (const { coder } of codings) counts.set(coder, (counts.get(coder) ?? 0) + 1)
  return counts
}
