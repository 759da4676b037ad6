/** What is asked: attributes of documents and of cases, their types, lists and order. */
import type { Input, Output } from '../../../schema/contract.ts'
import { keyPattern, reservedKeys, type Attribute, type AttributeOwner } from '../../../schema/attribute.ts'
import { foldValue, readValue, tidy } from '../../../schema/attribute-values.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { AttributeId } from '../../../schema/ids.ts'
import { usualAttributes } from '../guide/attributes.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { chosen } from './codebook.ts'

/** Those of documents first, each in their order. */
export function listAttributes(db: Reader): readonly Attribute[] {
  return db
    .all<Omit<Attribute, 'choices' | 'kinds'> & { choices: string; kinds: string }>(sql`
      SELECT a.id, a.owner, a.key, a.name, a.type, a.choices, a.kinds, a.leaves_from AS leavesFrom, a.meaning,
             (SELECT count(*) FROM attribute_value v WHERE v.attribute = a.id) AS "values"
        FROM attribute a ORDER BY a.owner = 'case', a.position, a.id`)
    .map(({ choices, kinds, ...rest }) => ({
      ...rest,
      choices: JSON.parse(choices) as string[],
      kinds: JSON.parse(kinds) as Attribute['kinds'],
    }))
}

export function attributeOf(db: Reader, id: AttributeId): Attribute {
  const found = listAttributes(db).find((each) => each.id === id)
  if (!found) throw new ArchiveError({ kind: 'no-such-attribute', attribute: id })
  return found
}

/** By key, id or name, in that order; case and ё do not count. Null: there is none. */
export function attributeNamed(attributes: readonly Attribute[], name: string): Attribute | null {
  const wanted = foldValue(name)
  return (
    attributes.find(({ key }) => foldValue(key) === wanted) ??
    attributes.find(({ id }) => id === name.trim()) ??
    attributes.find((each) => foldValue(each.name) === wanted) ??
    null
  )
}

export function createAttribute(db: Writer, input: Input<'attribute.create'>): Attribute {
  const id = newId<AttributeId>()
  const name = named(input.name)
  const all = listAttributes(db)
  const key = input.key === undefined ? freshKey(all, name) : checkedKey(all, input.key, null)
  const choices = input.type === 'choice' ? listed(input.choices ?? []) : []
  db.run(sql`
    INSERT INTO attribute (id, owner, key, name, type, choices, kinds, leaves_from, position)
    VALUES (${id}, ${input.owner}, ${key}, ${name}, ${input.type}, ${JSON.stringify(choices)}, ${JSON.stringify(input.kinds ?? [])},
            ${input.leavesFrom ?? 'N'}, ${all.filter(({ owner }) => owner === input.owner).length})`)
  return attributeOf(db, id)
}

export function updateAttribute(db: Writer, input: Input<'attribute.update'>): Attribute {
  const before = attributeOf(db, input.attribute)
  const choices = input.choices === undefined ? before.choices : keptChoices(db, before, listed(input.choices))
  const after = {
    key: input.key === undefined ? before.key : checkedKey(listAttributes(db), input.key, before.id),
    name: input.name === undefined ? before.name : named(input.name),
    choices,
    kinds: input.kinds ?? before.kinds,
    leavesFrom: input.leavesFrom ?? before.leavesFrom,
  }
  if (JSON.stringify({ ...before, ...after }) !== JSON.stringify(before))
    db.run(sql`
      UPDATE attribute SET key = ${after.key}, name = ${after.name}, choices = ${JSON.stringify(choices)},
             kinds = ${JSON.stringify(after.kinds)}, leaves_from = ${after.leavesFrom} WHERE id = ${before.id}`)
  return { ...before, ...after }
}

function keptChoices(db: Reader, before: Attribute, choices: readonly string[]): readonly string[] {
  if (before.type !== 'choice') throw new ArchiveError({ kind: 'attribute-not-a-choice', attribute: before.name })
  const kept = new Set(choices)
  for (const choice of before.choices) {
    if (kept.has(choice)) continue
    const count = countOf(db, before.id, choice)
    if (count > 0) throw new ArchiveError({ kind: 'choice-in-use', choice, count })
  }
  return choices
}
const countOf = (db: Reader, attribute: AttributeId, value: string) =>
  db.pluck<number>(sql`SELECT count(*) FROM attribute_value WHERE attribute = ${attribute} AND value = ${value}`)[0] ??
  0

/** Adds to closed lists what they do not hold yet. */
export function extendChoices(db: Writer, attribute: Attribute, more: readonly string[]): void {
  const choices = listed([...attribute.choices, ...more])
  db.run(sql`UPDATE attribute SET choices = ${JSON.stringify(choices)} WHERE id = ${attribute.id}`)
}

export function renameChoice(db: Writer, { attribute, from, to }: Input<'attribute.renameChoice'>): Attribute {
  const before = attributeOf(db, attribute)
  if (before.type !== 'choice') throw new ArchiveError({ kind: 'attribute-not-a-choice', attribute: before.name })
  if (!before.choices.includes(from))
    throw new ArchiveError({ kind: 'value-not-in-list', attribute: before.name, value: from })
  const name = named(to)
  const other = before.choices.find((choice) => choice !== from && foldValue(choice) === foldValue(name))
  const into = other ?? name
  if (into === from) return before
  const choices =
    other === undefined
      ? before.choices.map((choice) => (choice === from ? into : choice))
      : before.choices.filter((choice) => choice !== from)
  db.run(sql`UPDATE attribute SET choices = ${JSON.stringify(choices)} WHERE id = ${attribute}`)
  db.run(sql`UPDATE attribute_value SET value = ${into} WHERE attribute = ${attribute} AND value = ${from}`)
  return attributeOf(db, attribute)
}

type Retyped = Output<'attribute.retypePreview'>
const mostLost = 1000

export function previewRetype(db: Reader, { attribute, type }: Input<'attribute.retypePreview'>): Retyped {
  const { kept, lost } = retyping(db, attributeOf(db, attribute), type)
  return { kept: kept.length, lost: lost.slice(0, mostLost) }
}

function retyping(db: Reader, before: Attribute, type: Attribute['type']) {
  const values = db.all<{ id: string; value: string }>(
    sql`SELECT id, value FROM attribute_value WHERE attribute = ${before.id} ORDER BY rowid`,
  )
  const choices = type === 'choice' ? listed(values.map(({ value }) => value)) : []
  const kept: { id: string; value: string; was: string }[] = []
  const lost: { at: number; id: string; value: string; fault: Retyped['lost'][number]['fault'] }[] = []
  for (const [at, { id, value }] of values.entries()) {
    const read = readValue({ name: before.name, type, choices }, value)
    if (read.ok) kept.push({ id, value: read.value, was: value })
    else lost.push({ at, id, value, fault: read.fault })
  }
  return { kept, lost, choices }
}

export function retypeAttribute(db: Writer, { attribute, type, dropOthers }: Input<'attribute.retype'>): Attribute {
  const before = attributeOf(db, attribute)
  if (type === before.type) return before
  const { kept, lost, choices } = retyping(db, before, type)
  if (lost.length > 0 && !dropOthers)
    throw new ArchiveError({ kind: 'values-would-be-lost', attribute: before.name, count: lost.length })
  db.run(sql`UPDATE attribute SET type = ${type}, choices = ${JSON.stringify(choices)},
             meaning = ${type === 'date' || before.meaning === 'child' ? before.meaning : ''} WHERE id = ${attribute}`)
  for (const { id, value, was } of kept)
    if (value !== was) db.run(sql`UPDATE attribute_value SET value = ${value} WHERE id = ${id}`)
  for (const { id } of lost) db.run(sql`DELETE FROM attribute_value WHERE id = ${id}`)
  return attributeOf(db, attribute)
}

export function moveAttribute(db: Writer, { attribute, position }: Input<'attribute.move'>): null {
  const { owner } = attributeOf(db, attribute)
  const others = listAttributes(db).filter((each) => each.owner === owner && each.id !== attribute)
  const ids = others.map(({ id }) => id)
  number(db, [...ids.slice(0, position), attribute, ...ids.slice(position)])
  return null
}

export function deleteAttributes(db: Writer, attributes: readonly AttributeId[]): null {
  const owners = new Set<AttributeOwner>()
  for (const id of chosen(attributes)) {
    owners.add(attributeOf(db, id).owner)
    db.run(sql`DELETE FROM attribute WHERE id = ${id}`)
  }
  for (const owner of owners)
    number(
      db,
      listAttributes(db)
        .filter((each) => each.owner === owner)
        .map(({ id }) => id),
    )
  return null
}

/** Positions are recorded rows: only those that differ are written. */
function number(db: Writer, inOrder: readonly AttributeId[]): void {
  for (const [position, id] of inOrder.entries())
    db.run(sql`UPDATE attribute SET position = ${position} WHERE id = ${id} AND position <> ${position}`)
}

/** Those whose key is there already are left as they are, so that a second call adds nothing. */
export function addUsual(db: Writer, { about, language }: Input<'attribute.addUsual'>): readonly Attribute[] {
  const added: Attribute[] = []
  const known = listAttributes(db)
  for (const { key, type, leavesFrom, meaning, kinds, name, choices } of usualAttributes(about, language)) {
    const there = known.find((each) => foldValue(each.key) === key)
    if (there) continue
    const made = createAttribute(db, {
      owner: 'source',
      key,
      name,
      type,
      choices: [...choices],
      leavesFrom,
      kinds: [...kinds],
    })
    if (meaning) db.run(sql`UPDATE attribute SET meaning = ${meaning} WHERE id = ${made.id}`)
    added.push({ ...made, meaning })
  }
  return added
}

function named(name: string): string {
  const trimmed = tidy(name).replace(/\s+/g, ' ')
  if (trimmed === '') throw new ArchiveError({ kind: 'name-empty' })
  return trimmed
}

/** A closed list: no empty ones, none twice. */
function listed(choices: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return choices.map(tidy).filter((choice) => {
    const folded = foldValue(choice)
    return folded !== '' && !seen.has(folded) && seen.add(folded)
  })
}

function checkedKey(all: readonly Attribute[], typed: string, self: AttributeId | null): string {
  const key = tidy(typed).toLocaleLowerCase('und')
  if (!keyPattern.test(key)) throw new ArchiveError({ kind: 'key-malformed', key: typed })
  if (reservedKeys.includes(key)) throw new ArchiveError({ kind: 'key-reserved', key })
  const taken = all.find((each) => each.id !== self && foldValue(each.key) === foldValue(key))
  if (taken) throw new ArchiveError({ kind: 'key-taken', key, by: taken.name })
  return key
}

/** 'Kind of organisation' is kind-of-organisation; a number is added where it is taken. */
export function freshKey(all: readonly Attribute[], name: string): string {
  const taken = new Set([...reservedKeys, ...all.map(({ key }) => foldValue(key))])
  const words = name.toLocaleLowerCase('und').match(/[a-zа-яё0-9]+/gu) ?? []
  const joined = words
    .join('-')
    .replace(/^[\d-]+/, '')
    .slice(0, 36)
  const base = keyPattern.test(joined) ? joined : 'attribute'
  for (let count = 1; ; count++) {
    const key = count === 1 ? base : `${base}-${count}`
    if (!taken.has(foldValue(key))) return key
  }
}
