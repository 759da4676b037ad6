/** The last steps of a union, when everything that others refer to is in. */
import { ArchiveError } from '../../../../schema/error.ts'
import { sql, type Writer } from '../../db.ts'
import { newId, now } from '../../fresh.ts'
import { setCells } from '../../services/attribute-cells.ts'
import { linkTranslation, pairParagraphs } from '../../services/translations.ts'
import { newDecisions, newVerdicts } from './interviews.ts'
import { newMemberships } from './memberships.ts'
import { newPreserved } from './preserved.ts'
import { newMemos, newTranslations, newValues } from './remainders.ts'
import type { Union } from './union.ts'

export function writeMemberships(db: Writer, union: Union): void {
  const { inSets, inCases, wordings, families } = newMemberships(db, union)
  for (const { set, code } of inSets)
    db.run(sql`INSERT INTO code_set_member (id, code_set, code) VALUES (${newId()}, ${set}, ${code})`)
  for (const { theCase, source } of inCases)
    db.run(sql`INSERT INTO case_member (id, the_case, source) VALUES (${newId()}, ${theCase}, ${source})`)
  for (const { question, wording } of wordings)
    db.run(sql`
      INSERT INTO guide_wording (id, question, language, position, words)
      SELECT ${newId()}, ${question}, ${wording.language}, count(*), ${wording.words} FROM guide_wording WHERE question = ${question}`)
  for (const { question, code } of families)
    db.run(sql`UPDATE guide_question SET code = ${code} WHERE id = ${question}`)
}

export function writeValues(db: Writer, union: Union): void {
  const values = newValues(db, union)
  for (const owner of ['source', 'case'] as const) {
    const cells = values
      .filter(({ of }) => of === owner)
      .map(({ owner: id, attribute, value }) => ({ owner: id, column: attribute, value }))
    if (cells.length > 0) setCells(db, { owner, cells, extendLists: true, skipRefused: true })
  }
  union.counts.newValues = values.length
}

export function writeMemos(db: Writer, union: Union): void {
  const memos = newMemos(db, union)
  for (const { id, memo, coder, isNew, links } of memos) {
    const made = memo.createdAt || now()
    if (isNew)
      db.run(sql`
        INSERT INTO memo (id, text, coder, created_at, changed_at)
        VALUES (${id}, ${memo.text.trim()}, ${coder}, ${made}, ${memo.changedAt || made})`)
    for (const { kind, target } of links)
      db.run(
        sql`INSERT OR IGNORE INTO memo_link (id, memo, kind, target) VALUES (${newId()}, ${id}, ${kind}, ${target})`,
      )
  }
  union.counts.newMemos = memos.filter(({ isNew }) => isNew).length
}

export function writeInterviews(db: Writer, union: Union): void {
  for (const { turn, kind, question, coder, at } of newDecisions(db, union))
    db.run(sql`
      INSERT INTO turn_question (id, turn, kind, question, coder, at)
      VALUES (${newId()}, ${turn}, ${kind}, ${question}, ${coder}, ${at || now()})`)
  for (const { source, question, verdict, note, coder, at } of newVerdicts(db, union))
    db.run(sql`
      INSERT INTO guide_verdict (id, source, question, verdict, note, coder, at)
      VALUES (${newId()}, ${source}, ${question}, ${verdict}, ${note}, ${coder}, ${at || now()})`)
  writeTranslations(db, union)
}

function writeTranslations(db: Writer, union: Union): void {
  const links = newTranslations(db, union)
  for (const { original, translation, pairs } of links)
    try {
      const { id } = linkTranslation(db, { original, translation })
      for (const { from, to } of pairs) pairParagraphs(db, { link: id, from, to })
    } catch (error) {
      // A pair that crosses another, or a circle of translations: what came in before it stays.
      if (!(error instanceof ArchiveError)) throw error
      union.clashes.push({ kind: 'translation', on: '', stays: '', leaves: '' })
    }
  union.counts.newTranslations = links.length
}

export function writePreserved(db: Writer, union: Union): void {
  const arriving = newPreserved(db, union)
  for (const { preserved, owner, refs } of arriving)
    db.run(sql`
      INSERT INTO preserved (id, element, form, ref, name, inside, owner, content, refs)
      VALUES (${newId()}, ${preserved.element}, ${preserved.form}, ${preserved.ref}, ${preserved.name}, ${preserved.on.element},
              ${owner}, ${preserved.content}, ${refs})`)
  union.counts.preserved = arriving.length
}
