/**
 * What else comes with a project: memos, values, links of translations. Each is compared with what is here
 * before it counts as new; of two that differ the one here stays, but a memo is never thrown away: another
 * text under the same id comes in as a memo of its own.
 */
import { createHash } from 'node:crypto'
import { foldValue, readValue } from '../../../../schema/attribute-values.ts'
import type { AttributeId, CoderId, MemoId, SourceId } from '../../../../schema/ids.ts'
import type { MemoTarget } from '../../../../schema/memo.ts'
import { sql, type Reader } from '../../db.ts'
import { listAttributes } from '../../services/attributes.ts'
import type { IncomingMemo, IncomingTranslation } from '../incoming.ts'
import { coderOf, idFor, isTaken, type Union } from './union.ts'

export interface ArrivingMemo {
  readonly id: MemoId
  readonly memo: IncomingMemo
  readonly coder: CoderId
  /** False: it is here, and only links of it are new. */
  readonly isNew: boolean
  readonly links: readonly { readonly kind: MemoTarget['kind']; readonly target: string }[]
}

/** Memos that are not here, and those that are here about less. Passages must have landed. */
export function newMemos(db: Reader, union: Union): readonly ArrivingMemo[] {
  const here = new Map(
    db.all<{ id: MemoId; text: string }>(sql`SELECT id, text FROM memo`).map(({ id, text }) => [id as string, text]),
  )
  const alike = new Map(
    db
      .all<{ id: MemoId; text: string; coder: string; kind: string; target: string }>(
        sql`SELECT m.id, m.text, m.coder, l.kind, l.target FROM memo m JOIN memo_link l ON l.memo = m.id`,
      )
      .map(({ id, text, coder, kind, target }) => [`${coder} ${kind} ${target}\n${text}`, id]),
  )
  const links = new Set(db.pluck<string>(sql`SELECT memo || ' ' || kind || ' ' || target FROM memo_link`))
  const given = new Set<string>()
  return union.project.memos.flatMap((memo): readonly ArrivingMemo[] => {
    const text = memo.text.trim()
    if (text === '') return []
    const about = linksOf(union, memo)
    const coder = coderOf(union, memo.coder)
    const twin = about.map(({ kind, target }) => alike.get(`${coder} ${kind} ${target}\n${text}`)).find(Boolean)
    const sameId = here.get(memo.ref)
    const isOther = sameId !== undefined && sameId !== text && twin === undefined
    // Named after what it says, so that coming twice it is one.
    const id: MemoId = isOther
      ? namedAfter(`${memo.ref}\n${text}`)
      : (twin ?? (sameId === undefined ? idFor<MemoId>(db, 'memo', memo.ref, given) : (memo.ref as MemoId)))
    const isNew = isOther ? !isTaken(db, 'memo', id) : twin === undefined && sameId === undefined
    if (isOther && isNew) union.clashes.push({ kind: 'memo', on: memoName(union, memo), stays: '', leaves: '' })
    given.add(id)
    const fresh = isNew ? about : about.filter(({ kind, target }) => !links.has(`${id} ${kind} ${target}`))
    return isNew || fresh.length > 0 ? [{ id, memo, coder, isNew, links: fresh }] : []
  })
}

/** A memo about nothing that came along is filed under the project. */
function linksOf(union: Union, { on }: IncomingMemo): ArrivingMemo['links'] {
  const found = on.flatMap(({ kind, ref }): ArrivingMemo['links'] => {
    const target = targetOf(union, kind, ref)
    return target === undefined ? [] : [{ kind, target }]
  })
  return found.length > 0 ? found : [{ kind: 'project', target: 'project' }]
}
function targetOf(union: Union, kind: MemoTarget['kind'], ref: string): string | undefined {
  switch (kind) {
    case 'project':
      return 'project'
    case 'source':
      return union.documents.get(ref)?.id
    case 'passage':
      return union.passages.get(ref)
    case 'code':
      return union.codes.get(ref)?.id
    case 'case':
      return union.cases.get(ref)?.id
  }
}

/** What a memo is about, for a person to know which it was. */
function memoName(union: Union, { on }: IncomingMemo): string {
  const first = on[0]
  if (first?.kind === 'source') return union.documents.get(first.ref)?.short ?? ''
  if (first?.kind === 'code') return union.codes.get(first.ref)?.name ?? ''
  if (first?.kind === 'case') return union.project.cases.find(({ ref }) => ref === first.ref)?.name ?? ''
  return ''
}

/** A UUID (version 8, RFC 9562) made of what a thing says. */
function namedAfter<Id extends string>(words: string): Id {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id
}

export interface ArrivingValue {
  readonly owner: string
  readonly of: 'source' | 'case'
  readonly attribute: AttributeId
  readonly value: string
}

/** Values where none is known; one that differs from what is known here is a clash. */
export function newValues(db: Reader, union: Union): readonly ArrivingValue[] {
  const known = new Map(
    db
      .all<{ attribute: string; owner: string; value: string }>(
        sql`SELECT attribute, coalesce(source, the_case) AS owner, value FROM attribute_value`,
      )
      .map(({ attribute, owner, value }) => [`${attribute} ${owner}`, value]),
  )
  const here = new Map(listAttributes(db).map((each) => [each.id, each]))
  const coming = new Map(union.project.attributes.map((each) => [each.ref, each]))
  const arriving = new Map<string, ArrivingValue>()
  for (const { attribute: ref, on, value } of union.project.values) {
    const asked = coming.get(ref)
    const attribute = union.attributes.get(ref)?.id
    if (!asked || attribute === undefined || value.trim() === '') continue
    const owner = (asked.owner === 'source' ? union.documents.get(on) : union.cases.get(on))?.id
    if (owner === undefined) continue
    const key = `${attribute} ${owner}`
    const stays = known.get(key) ?? arriving.get(key)?.value
    if (stays === undefined) {
      const read = readValue(here.get(attribute) ?? { ...asked, choices: [...asked.choices] }, value)
      if (read.ok || read.fault.kind === 'value-not-in-list')
        arriving.set(key, { owner, of: asked.owner, attribute, value: read.ok ? read.value : value.trim() })
      else union.clashes.push({ kind: 'value-refused', on: asked.name, stays: '', leaves: value })
    } else if (foldValue(stays) !== foldValue(value))
      union.clashes.push({
        kind: 'value',
        on: `${nameOf(union, asked.owner, on)}: ${asked.name}`,
        stays,
        leaves: value,
      })
  }
  return [...arriving.values()]
}
function nameOf(union: Union, owner: 'source' | 'case', ref: string): string {
  if (owner === 'source') return union.documents.get(ref)?.short ?? ''
  return union.project.cases.find((each) => each.ref === ref)?.name ?? ''
}

export interface ArrivingTranslation {
  readonly original: SourceId
  readonly translation: SourceId
  readonly pairs: IncomingTranslation['pairs']
}

/** Links that are not here; of a document that is a translation of another here the link stays as it is. */
export function newTranslations(db: Reader, union: Union): readonly ArrivingTranslation[] {
  const here = new Map(
    db.all<{ from: string; to: string }>(sql`SELECT "from", "to" FROM source_link`).map(({ from, to }) => [to, from]),
  )
  return (union.project.translations ?? []).flatMap(
    ({ original, translation, pairs }): readonly ArrivingTranslation[] => {
      const from = union.documents.get(original)
      const to = union.documents.get(translation)
      if (!from || !to || from.id === to.id) return []
      const there = here.get(to.id)
      if (there === undefined) return [{ original: from.id, translation: to.id, pairs }]
      if (there !== from.id) union.clashes.push({ kind: 'translation', on: to.short, stays: '', leaves: from.short })
      return []
    },
  )
}
