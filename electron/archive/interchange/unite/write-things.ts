/** The first step of a union: coders, codes, sets, cases, attributes and questions that are new here. */
import { codeColours } from '../../../../schema/codebook.ts'
import { keyPattern, reservedKeys } from '../../../../schema/attribute.ts'
import { tidy } from '../../../../schema/attribute-values.ts'
import type { AttributeId, CodeId } from '../../../../schema/ids.ts'
import { sql, type Writer } from '../../db.ts'
import { newId, now } from '../../fresh.ts'
import { freshKey, listAttributes } from '../../services/attributes.ts'
import { folded } from '../../services/code-names.ts'
import { childrenOf, codebookOf, updateCode } from '../../services/codebook.ts'
import { guideOf } from '../../services/guide-questions.ts'
import type { IncomingAttribute, IncomingCode, IncomingWording } from '../incoming.ts'
import { tidied } from './match-codes.ts'
import { wordingFor } from './memberships.ts'
import { isTaken, type CodeTarget, type Union } from './union.ts'

export function writeThings(db: Writer, union: Union): void {
  for (const { id, isNew, name } of union.coders.values())
    if (isNew && !isTaken(db, 'coder', id)) db.run(sql`INSERT INTO coder (id, name) VALUES (${id}, ${name})`)
  writeCodes(db, union)
  writeNamed(db, union)
  writeAttributes(db, union)
  writeQuestions(db, union)
}

function writeCodes(db: Writer, union: Union): void {
  const places = new Map<CodeId | null, number>()
  const shortcuts = new Set(db.pluck<string>(sql`SELECT shortcut FROM code WHERE shortcut <> ''`))
  let colours = codebookOf(db).filter(({ parent }) => parent === null).length
  for (const code of union.project.codes) {
    const target = union.codes.get(code.ref)
    if (!target) continue
    if (!target.isNew) {
      const wording = wordingFor(db, union, code)
      if (wording) updateCode(db, { code: target.id, ...wording })
      continue
    }
    const position = places.get(target.parent) ?? childrenOf(db, target.parent).length
    places.set(target.parent, position + 1)
    const key = code.shortcut.trim().toLowerCase()
    const shortcut = /^\d[a-z]?$/.test(key) && !shortcuts.has(key) ? key : ''
    if (shortcut !== '') shortcuts.add(shortcut)
    const parentColour =
      target.parent === null ? undefined : db.pluck<string>(sql`SELECT colour FROM code WHERE id = ${target.parent}`)[0]
    const own = code.colour !== null && /^#[0-9a-f]{6}$/i.test(code.colour) ? code.colour.toUpperCase() : null
    const colour = own ?? parentColour ?? codeColours[colours++ % codeColours.length] ?? codeColours[0]
    writeCode(db, code, target, { position, shortcut, colour })
  }
}

function writeCode(
  db: Writer,
  code: IncomingCode,
  { id, parent, name }: CodeTarget,
  { position, shortcut, colour }: { position: number; shortcut: string; colour: string },
): void {
  const { definition, include, exclude, example, codable } = code
  const wordings: readonly IncomingWording[] =
    code.wordings && code.wordings.length > 0 ? code.wordings : [{ definition, include, exclude }]
  db.run(sql`
    INSERT INTO code (id, parent, position, name, shortcut, colour, definition, include, exclude, example, codable, version)
    VALUES (${id}, ${parent}, ${position}, ${name}, ${shortcut}, ${colour}, ${definition}, ${include}, ${exclude}, ${example},
            ${Number(codable)}, ${wordings.length})`)
  for (const [at, wording] of wordings.entries())
    db.run(sql`
      INSERT INTO code_version (id, code, version, definition, include, exclude)
      VALUES (${newId()}, ${id}, ${at + 1}, ${wording.definition}, ${wording.include}, ${wording.exclude})`)
}

function writeNamed(db: Writer, { project, cases, sets }: Union): void {
  for (const { ref, name } of project.cases) {
    const target = cases.get(ref)
    if (target?.isNew && !isTaken(db, 'the_case', target.id))
      db.run(sql`INSERT INTO the_case (id, name, created_at) VALUES (${target.id}, ${tidy(name) || '…'}, ${now()})`)
  }
  for (const { ref, name } of project.codeSets) {
    const target = sets.get(ref)
    if (target?.isNew && !isTaken(db, 'code_set', target.id))
      db.run(sql`INSERT INTO code_set (id, name) VALUES (${target.id}, ${tidied(name) || '…'})`)
  }
}

function writeAttributes(db: Writer, { project, attributes }: Union): void {
  for (const attribute of project.attributes) {
    const target = attributes.get(attribute.ref)
    if (target?.isNew) writeAttribute(db, attribute, target.id)
  }
}

function writeAttribute(db: Writer, attribute: IncomingAttribute, id: AttributeId): void {
  const { owner, type, choices, leavesFrom, kinds = [], meaning = '' } = attribute
  const name = tidy(attribute.name) || '…'
  const all = listAttributes(db)
  const taken = new Set(all.map((each) => each.key))
  const own = attribute.key
  const key = keyPattern.test(own) && !reservedKeys.includes(own) && !taken.has(own) ? own : freshKey(all, name)
  db.run(sql`
    INSERT INTO attribute (id, owner, key, name, type, choices, kinds, leaves_from, meaning, position)
    VALUES (${id}, ${owner}, ${key}, ${name}, ${type}, ${JSON.stringify(choices)}, ${JSON.stringify(kinds)}, ${leavesFrom ?? 'N'},
            ${meaning}, ${all.filter((each) => each.owner === owner).length})`)
}

function writeQuestions(db: Writer, { project, questions, codes }: Union): void {
  let position = guideOf(db).length
  for (const { ref, number, name, code, wordings } of project.guide ?? []) {
    const target = questions.get(ref)
    if (!target?.isNew || isTaken(db, 'guide_question', target.id)) continue
    const family = code === null ? null : (codes.get(code)?.id ?? null)
    db.run(sql`
      INSERT INTO guide_question (id, position, number, name, code)
      VALUES (${target.id}, ${position++}, ${number.normalize('NFC').trim()}, ${tidied(name) || number}, ${family})`)
    const written = new Set<string>()
    for (const { language, words } of wordings) {
      if (written.has(folded(words))) continue
      written.add(folded(words))
      db.run(sql`
        INSERT INTO guide_wording (id, question, language, position, words)
        VALUES (${newId()}, ${target.id}, ${language}, ${written.size - 1}, ${words})`)
    }
  }
}
