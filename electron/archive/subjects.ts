/**
 * On what an act was done, for the history and the menu: 'Undo: apply code 4e Terms of the money'.
 * Taken before the act, while what it removes can still be named. Ids and names only, so that the
 * window can put it into a sentence of any language.
 */
import type { Input, NameOf } from '../../schema/contract.ts'
import type { MemoTarget } from '../../schema/memo.ts'
import { sql, type Reader } from './db.ts'

type Subjects = { readonly [Name in NameOf<'write'>]?: (db: Reader, input: Input<Name>) => string }

const subjects: Subjects = {
  'source.update': (db, { source }) => sourceName(db, source),
  'source.edit': (db, { source }) => sourceName(db, source),
  'source.retext': (db, { source }) => sourceName(db, source),
  'source.restore': (db, { source, version }) =>
    `${sourceName(db, source)}, ${db.pluck<number>(sql`SELECT number FROM source_version WHERE source = ${source} AND version = ${version}`)[0] ?? version}`,
  'passage.star': (db, { passage }) => sourcesOfPassages(db, [passage]),
  'passage.resize': (db, { passage }) => sourcesOfPassages(db, [passage]),
  'passage.reshape': (db, { passage }) => sourcesOfPassages(db, [passage]),
  'passage.update': (db, { passage, sensitivity }) => `${sourcesOfPassages(db, [passage])} (${sensitivity})`,
  'passage.confirm': (db, { passages }) => sourcesOfPassages(db, passages),
  'passage.place': (db, { passage }) => sourcesOfPassages(db, [passage]),
  'passage.placeMany': (db, { places }) =>
    sourcesOfPassages(
      db,
      places.map(({ passage }) => passage),
    ),
  'passage.release': (db, { passages }) => sourcesOfPassages(db, passages),
  'source.delete': (db, { sources }) => several(sources.map((source) => sourceName(db, source))),
  'speaker.update': (db, { speaker }) =>
    db.pluck<string>(sql`SELECT label FROM speaker WHERE id = ${speaker}`)[0] ?? '',
  'translation.create': (db, { original, translation }) =>
    `${sourceName(db, original)} → ${sourceName(db, translation)}`,
  'translation.delete': (db, { link }) => linkName(db, link),
  'translation.pair': (db, { link }) => linkName(db, link),
  'code.create': (_, { name }) => name.trim(),
  'code.update': (db, { code }) => codeName(db, code),
  'code.updateMany': (db, { codes }) => codeNames(db, codes),
  'code.makeHeading': (db, { code }) => codeName(db, code),
  'code.move': (db, { codes }) => codeNames(db, codes),
  'code.merge': (db, { codes, into }) => `${codeNames(db, codes)} → ${codeName(db, into)}`,
  'code.delete': (db, { codes }) => codeNames(db, codes),
  'code.split': (db, { code, name, codings }) => `${codeName(db, code)} → ${name.trim()} (${codings.length})`,
  'codeSet.create': (_, { name }) => name.trim(),
  'codeSet.rename': (db, { set }) => setName(db, set),
  'codeSet.delete': (db, { set }) => setName(db, set),
  'codeSet.add': (db, { set, codes }) => `${codeNames(db, codes)} → ${setName(db, set)}`,
  'codeSet.remove': (db, { set, codes }) => `${codeNames(db, codes)} ← ${setName(db, set)}`,
  'glossary.create': (_, { terms }) => several(terms),
  'glossary.update': (_, { terms }) => several(terms),
  'glossary.delete': (db, { entry }) =>
    several(db.pluck<string>(sql`SELECT words FROM glossary_term WHERE entry = ${entry} ORDER BY position`)),
  'glossary.import': (_, { rows }) => `(${rows.length})`,
  'report.rename': (_, { title }) => title,
  'report.forget': (db, { kept }) => db.pluck<string>(sql`SELECT title FROM kept_report WHERE id = ${kept}`)[0] ?? '',
  'stopWord.change': (_, { add, remove }) => several([...add, ...remove]),
  'case.create': (_, { name }) => name.trim(),
  'case.rename': (db, input) => caseName(db, input.case),
  'case.delete': (db, { cases }) => several(cases.map((each) => caseName(db, each))),
  'case.add': (db, input) =>
    `${several(input.sources.map((source) => sourceName(db, source)))} → ${caseName(db, input.case)}`,
  'case.remove': (db, input) =>
    `${several(input.sources.map((source) => sourceName(db, source)))} ← ${caseName(db, input.case)}`,
  'attribute.set': (db, { owner, cells }) => cellNames(db, owner, cells),
  'attribute.import': (_, { rows }) => `(${rows.length - 1})`,
  'attribute.create': (_, { name }) => name.trim(),
  'attribute.update': (db, { attribute }) => attributeName(db, attribute),
  'attribute.renameChoice': (db, { attribute, from, to }) => `${attributeName(db, attribute)}: ${from} → ${to.trim()}`,
  'attribute.retype': (db, { attribute }) => attributeName(db, attribute),
  'attribute.move': (db, { attribute }) => attributeName(db, attribute),
  'attribute.delete': (db, { attributes }) => several(attributes.map((each) => attributeName(db, each))),
  'guide.create': (_, { name }) => name.trim(),
  'guide.update': (db, { question }) => questionName(db, question),
  'guide.addWording': (db, { question, words }) => `${questionName(db, question)}: ${words.trim().slice(0, 60)}`,
  'guide.move': (db, { question }) => questionName(db, question),
  'guide.delete': (db, { questions }) => several(questions.map((question) => questionName(db, question))),
  'guide.decide': (db, { turns }) =>
    turnNames(
      db,
      turns.map(({ turn }) => turn),
    ),
  'guide.confirmAll': (db, { sources }) =>
    several(sources.slice(0, 3).map((source) => sourceName(db, source))) +
    (sources.length > 3 ? ` (${sources.length})` : ''),
  'guide.forget': (db, { turns }) => turnNames(db, turns),
  'guide.overrule': (db, { source, question }) => `${sourceName(db, source)}: ${questionName(db, question)}`,
  'coding.create': (db, { code }) => codeName(db, code),
  'coding.createRegion': (db, { code }) => codeName(db, code),
  'coding.recode': (db, { coding, code }) => `${codeOfCoding(db, coding)} → ${codeName(db, code)}`,
  'coding.recodeMany': (db, { codings, code }) => `(${codings.length}) → ${codeName(db, code)}`,
  'coding.update': (db, { coding }) => codeOfCoding(db, coding),
  'coding.delete': (db, { coding }) => codeOfCoding(db, coding),
  'passage.starMany': (db, { passages }) => sourcesOfPassages(db, passages),
  'passage.updateMany': (db, { passages }) => sourcesOfPassages(db, passages),
  'coding.applyMany': (db, { code, passages }) => counted(codeName(db, code), passages.length),
  'coding.updateMany': (db, { codings }) => codesOfCodings(db, codings),
  'coding.confirmWording': (db, { codings }) => codesOfCodings(db, codings),
  'coding.deleteMany': (db, { codings }) => codesOfCodings(db, codings),
  'coding.import': (_, { rows }) => `(${rows.length})`,
  'review.create': (_, { name }) => name.trim(),
  'review.rename': (db, { round }) => roundName(db, round),
  'review.note': (db, { item }) => placesOfItems(db, [item]),
  'review.leaveOut': (db, { items }) => placesOfItems(db, items),
  'review.delete': (db, { round }) => roundName(db, round),
  'review.verdict': (db, { item }) => placesOfItems(db, [item]),
  'review.toQuestion': (db, { round }) => roundName(db, round),
  'review.decide': (db, { proposals, decision }) => `${placesOfProposals(db, proposals)}: ${decision}`,
  'review.exclude': (db, { code }) => codeName(db, code),
  'review.say': (db, { item }) => placesOfItems(db, [item]),
  'review.close': (db, { round }) => roundName(db, round),
  'review.reopen': (db, { round }) => roundName(db, round),
  'memo.create': (db, { about }) => memoName(db, about.kind, 'id' in about ? about.id : ''),
  'memo.update': (db, { memo }) => memoSubject(db, memo),
  'memo.delete': (db, { memo }) => memoSubject(db, memo),
}

export function subjectOf<Name extends NameOf<'write'>>(db: Reader, name: Name, input: Input<Name>): string {
  const subject = subjects[name] as ((db: Reader, input: Input<Name>) => string) | undefined
  return subject?.(db, input) ?? ''
}

/** 'R01', 'R01, R02, R03', 'R01 … R12 (12)'. */
export function several(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names[0]} … ${names.at(-1)} (${names.length})`
}

function memoSubject(db: Reader, memo: string): string {
  const link = db.get<{ kind: MemoTarget['kind']; target: string }>(
    sql`SELECT kind, target FROM memo_link WHERE memo = ${memo} ORDER BY kind, target LIMIT 1`,
  )
  return link ? memoName(db, link.kind, link.target) : ''
}
/** What a memo is about; '' for the study. */
function memoName(db: Reader, kind: MemoTarget['kind'], target: string): string {
  switch (kind) {
    case 'project':
      return ''
    case 'source':
      return sourceName(db, target)
    case 'passage':
      return sourcesOfPassages(db, [target])
    case 'code':
      return codeName(db, target)
    case 'case':
      return caseName(db, target)
  }
}
function linkName(db: Reader, link: string): string {
  const ends = db.get<{ from: string; to: string }>(sql`SELECT "from", "to" FROM source_link WHERE id = ${link}`)
  return ends ? `${sourceName(db, ends.from)} → ${sourceName(db, ends.to)}` : ''
}
function caseName(db: Reader, id: string): string {
  return db.pluck<string>(sql`SELECT name FROM the_case WHERE id = ${id}`)[0] ?? ''
}
function attributeName(db: Reader, attribute: string): string {
  return db.pluck<string>(sql`SELECT name FROM attribute WHERE id = ${attribute}`)[0] ?? ''
}
/** 'R01: Sector', 'R01, R02 (12)': the rows, and the column where it is one, or how many cells. */
function cellNames(db: Reader, owner: 'source' | 'case', cells: Input<'attribute.set'>['cells']): string {
  const ids = [...new Set(cells.map((cell) => cell.owner))]
  const ends = ids.length <= 3 ? ids : [ids[0] ?? '', ids[1] ?? '', ids.at(-1) ?? '']
  const names = ends.map((id) => (owner === 'case' ? caseName(db, id) : sourceName(db, id)))
  const rows = ids.length <= 3 ? names.join(', ') : `${names[0]} … ${names.at(-1)}`
  const columns = new Set(cells.map(({ column }) => column))
  const [column = ''] = columns
  const only = columns.size === 1 ? attributeName(db, column) : ''
  return `${rows}${only ? `: ${only}` : ''}${cells.length > 1 ? ` (${cells.length})` : ''}`
}
function questionName(db: Reader, question: string): string {
  return db.pluck<string>(sql`SELECT number || ' ' || name FROM guide_question WHERE id = ${question}`)[0] ?? ''
}
/** 'R01 (9)': the documents that turns belong to, and how many turns where they are several. */
function turnNames(db: Reader, turns: readonly number[]): string {
  const names = db.pluck<string>(sql`
    SELECT short FROM source WHERE id IN (SELECT source FROM turn WHERE id IN (SELECT value FROM json_each(${JSON.stringify(turns)}))) ORDER BY number`)
  return counted(several(names), turns.length)
}
function sourceName(db: Reader, source: string): string {
  return db.pluck<string>(sql`SELECT short FROM source WHERE id = ${source}`)[0] ?? ''
}
function sourcesOfPassages(db: Reader, passages: readonly string[]): string {
  const names = db.pluck<string>(sql`
    SELECT DISTINCT s.short FROM passage p JOIN source s ON s.id = p.source
     WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(passages)})) ORDER BY s.number`)
  return passages.length === 1 ? several(names) : `${several(names)} (${passages.length})`
}
/** '4e Terms of the money (12)'. */
function codesOfCodings(db: Reader, codings: readonly string[]): string {
  const names = db.pluck<string>(sql`
    SELECT trim(shortcut || ' ' || name) FROM code WHERE id IN (
      SELECT code FROM coding WHERE id IN (SELECT value FROM json_each(${JSON.stringify(codings)}))) ORDER BY position`)
  return counted(several(names), codings.length)
}
const counted = (names: string, count: number) => (count === 1 ? names : `${names} (${count})`)
function codeName(db: Reader, code: string): string {
  return db.pluck<string>(sql`SELECT trim(shortcut || ' ' || name) FROM code WHERE id = ${code}`)[0] ?? ''
}
function codeNames(db: Reader, codes: readonly string[]): string {
  return several(codes.map((code) => codeName(db, code)))
}
function setName(db: Reader, set: string): string {
  return db.pluck<string>(sql`SELECT name FROM code_set WHERE id = ${set}`)[0] ?? ''
}
function codeOfCoding(db: Reader, coding: string): string {
  return codeName(db, db.pluck<string>(sql`SELECT code FROM coding WHERE id = ${coding}`)[0] ?? '')
}
function roundName(db: Reader, round: string): string {
  return db.pluck<string>(sql`SELECT name FROM review_round WHERE id = ${round}`)[0] ?? ''
}
/** 'R01:2.1', 'R01:2.1 … P01:1.1 (12)'. */
function placesOfItems(db: Reader, items: readonly string[]): string {
  return several(
    db.pluck<string>(
      sql`SELECT place FROM review_item WHERE id IN (SELECT value FROM json_each(${JSON.stringify(items)})) ORDER BY number`,
    ),
  )
}
function placesOfProposals(db: Reader, proposals: readonly string[]): string {
  const items = db.pluck<string>(sql`
    SELECT DISTINCT a.item FROM review_proposal p JOIN review_answer a ON a.id = p.answer
     WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(proposals)}))`)
  return placesOfItems(db, items)
}
