/**
 * Codes, sets, questions, attributes and coders as they leave: what people have written into them passes the name table
 * too. Exports ask here and not the services, so that none hands on a name that stands in a definition.
 */
import type { Attribute } from '../../../schema/attribute.ts'
import type { Codebook, CodeSet } from '../../../schema/codebook.ts'
import type { GuideQuestion } from '../../../schema/guide.ts'
import type { CoderId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import { listAttributes } from '../services/attributes.ts'
import { listCodeSets } from '../services/code-sets.ts'
import { listCoders } from '../services/coders.ts'
import { codebookOf } from '../services/codebook.ts'
import { guideOf } from '../services/guide-questions.ts'
import { nameMask, type NameMask } from './name-mask.ts'
import { wordsOfElement } from './words.ts'

/** The fields of a code that hold words. */
interface CodeWords {
  readonly name: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
}

export const codeOut = <Code extends CodeWords>(code: Code, mask: NameMask): Code => ({
  ...code,
  name: mask(code.name),
  definition: mask(code.definition),
  include: mask(code.include),
  exclude: mask(code.exclude),
  example: mask(code.example),
})

export function codebookOut(db: Reader): Codebook {
  const mask = nameMask(db)
  return codebookOf(db).map((code) => codeOut(code, mask))
}

export function codeSetsOut(db: Reader): readonly CodeSet[] {
  const mask = nameMask(db)
  return listCodeSets(db).map((set) => ({ ...set, name: mask(set.name) }))
}

/** What another program wrote about a set of codes, by the set: we have no field for it, and it goes back as it came. */
export function setDescriptionsOut(db: Reader): ReadonlyMap<string, string> {
  const mask = nameMask(db)
  return new Map(
    db
      .all<{ owner: string; content: string }>(
        sql`SELECT owner, content FROM preserved WHERE inside = 'Set' AND element = 'Description' AND form = 'element'`,
      )
      .map(({ owner, content }) => [owner, mask(wordsOfElement(content))]),
  )
}

export function guideOut(db: Reader): readonly Pick<GuideQuestion, 'id' | 'number' | 'name'>[] {
  const mask = nameMask(db)
  return guideOf(db).map(({ id, number, name }) => ({ id, number, name: mask(name) }))
}

export function attributesOut(db: Reader): readonly Attribute[] {
  const mask = nameMask(db)
  return listAttributes(db).map((attribute) => ({ ...attribute, name: mask(attribute.name) }))
}

export function coderNamesOut(db: Reader): ReadonlyMap<CoderId, string> {
  const mask = nameMask(db)
  return new Map(listCoders(db).map(({ id, name }) => [id, mask(name)]))
}
