/**
 * Which operation reads which tables: what the cache must ask again after a change.
 *
 * `'*'` means after every step (the history itself). Writes and long work are never kept, so they
 * have no row; a new read without a row does not compile.
 */
import type { NameOf } from '../../schema/contract.ts'

const codings = [
  'source',
  'passage',
  'coding',
  'code',
  'turn',
  'speaker',
  'paragraph',
  'coder',
  'code_set_member',
  'case_member',
  'attribute',
  'attribute_value',
] as const

/** What the filters of a search look at. */
const searched = [
  'guide_question',
  'guide_wording',
  'turn_question',
  'speaker',
  'turn',
  'coding',
  'passage',
  'code',
  'the_case',
  'case_member',
  'attribute',
  'attribute_value',
] as const
const turns = ['source', 'speaker', 'turn', 'turn_question', 'guide_question', 'guide_wording'] as const
const grid = [...turns, 'guide_verdict', 'code', 'coding', 'passage'] as const

const reviewed = ['review_round', 'review_item', 'review_reply', 'review_answer', 'review_proposal'] as const

export const tablesRead = {
  'archive.status': ['project', 'source', 'passage', 'coding', 'code'],
  'archive.verify': ['source', 'passage'],
  'archive.written': ['*'],
  'coder.list': ['coder'],
  'source.list': ['source', 'coding', 'passage', 'paragraph'],
  'source.find': ['source', 'coding', 'passage', 'paragraph'],
  'source.text': ['source', 'paragraph', 'speaker', 'turn'],
  'source.versions': ['source'],
  'source.editPreview': ['source', 'passage'],
  'source.file': ['source'],
  'translation.list': ['source', 'source_link', 'paragraph_link'],
  'codebook.get': ['code'],
  'code.find': ['code'],
  'codebook.counts': ['code', 'passage', 'coding'],
  'code.consequences': ['code', 'passage', 'coding', 'memo', 'memo_link'],
  'code.conflicts': ['code', 'passage', 'coding', 'source'],
  'code.wordings': ['code', 'coding'],
  'codeSet.list': ['code_set', 'code_set_member', 'code'],
  'case.list': ['the_case', 'case_member', 'source', 'passage', 'coding', 'memo_link'],
  'case.find': ['the_case', 'case_member', 'source', 'passage', 'coding', 'memo_link'],
  'attribute.list': ['attribute', 'attribute_value'],
  'attribute.table': ['attribute', 'attribute_value', 'source', 'the_case'],
  'attribute.known': ['attribute', 'attribute_value', 'the_case', 'case_member'],
  'attribute.sources': ['attribute', 'attribute_value', 'case_member', 'source'],
  'attribute.preview': ['attribute', 'attribute_value', 'source', 'the_case'],
  'codebook.importPlan': ['code', 'coding', 'code_set', 'code_set_member'],
  'attribute.importPlan': ['attribute', 'attribute_value', 'source', 'the_case'],
  'attribute.retypePreview': ['attribute', 'attribute_value'],
  'coding.list': [
    'source',
    'passage',
    'coding',
    'code',
    'code_set_member',
    'case_member',
    'attribute',
    'attribute_value',
  ],
  'passage.list': ['passage', 'coding', 'memo', 'memo_link'],
  'passage.history': ['*'],
  'passage.doubtful': ['source', 'passage', 'coding', 'memo', 'memo_link', 'paragraph'],
  'memo.list': ['memo', 'memo_link'],
  'memo.mentions': ['memo', 'memo_link', 'source', 'passage', 'paragraph', 'code', 'the_case'],
  'memo.all': ['memo', 'memo_link', 'source', 'passage', 'paragraph', 'code', 'the_case'],
  'history.state': ['*'],
  'history.list': ['*'],
  'act.follow': ['*'],
  'audit.list': ['*'],
  'search.passages': ['source', 'paragraph', ...searched, 'glossary_term'],
  'search.complete': ['source'],
  'search.things': [
    'source',
    'code',
    'memo',
    'memo_link',
    'passage',
    'the_case',
    'attribute',
    'attribute_value',
    'glossary_term',
  ],
  'search.voices': ['speaker', 'turn'],
  'search.widenings': ['source', ...searched, 'glossary_term'],
  'search.pattern': ['source', ...searched],
  'search.codePreview': ['source', ...searched, 'glossary_term'],
  'glossary.list': ['glossary_term'],
  'guide.list': ['guide_question', 'guide_wording'],
  'guide.turns': turns,
  'guide.answers': turns,
  'guide.grid': grid,
  'guide.gaps': grid,
  'guide.cell': turns,
  'report.codeFrequency': codings,
  'report.run': [...codings, ...turns, 'stop_word', 'arbitration', ...reviewed],
  'report.passages': [...codings, ...turns, 'arbitration', ...reviewed],
  'agreement.units': [...codings, ...turns, 'arbitration', ...reviewed],
  'agreement.documents': [...codings, 'arbitration'],
  'agreement.beside': [...codings, ...turns, 'arbitration'],
  'report.kept': ['kept_report', 'code', 'source', 'coder', 'code_set', 'attribute'],
  'report.again': [...codings, ...turns, 'kept_report', 'stop_word'],
  'stopWord.list': ['stop_word'],
  'quotation.list': [...codings, 'memo_link'],
  'quotation.these': [...codings, 'memo_link'],
  'quotation.ids': codings,
  'quotation.preview': ['*'],
  'retrieve.passages': [...codings, 'code_set', 'the_case', ...searched],
  'retrieve.ids': [...codings, 'code_set', 'the_case', ...searched],
  'query.check': [...codings, 'code_set', 'the_case', ...searched],
  'query.complete': [...codings, 'code_set', 'the_case', ...searched],
  'query.list': ['saved_query'],
  'query.counts': ['saved_query', ...codings, 'code_set', 'the_case', ...searched],
  'passage.around': ['source', 'passage', 'paragraph', 'turn'],
  'code.reading': codings,
  'code.questions': [...turns, 'coding', 'passage'],
  'project.piece': [],
  'project.reports': ['import_report'],
  'project.report': ['import_report'],
  'review.count': [...codings, ...reviewed],
  'review.sampleSize': ['code', 'coding', 'passage'],
  'review.list': ['*'],
  'review.round': ['*'],
  'review.items': [...codings, ...reviewed, 'review_thread'],
  'review.ids': [...codings, ...reviewed],
  'review.cards': [...codings, ...reviewed],
  'review.summary': ['*'],
  'review.packages': ['*'],
} as const satisfies Record<NameOf<'read'>, readonly string[]>

/**
 * Milliseconds that an answer may be behind a change: what a person is looking at comes first, lists and
 * counts a moment later and once for many acts, the check of every quote when nothing happens for a while.
 */
const patience: { readonly [Name in NameOf<'read'>]?: number } = {
  'passage.list': 30,
  'source.list': 150,
  'case.list': 150,
  'codebook.counts': 150,
  'code.wordings': 150,
  'coding.list': 150,
  'archive.status': 150,
  'guide.grid': 150,
  'guide.gaps': 150,
  'report.codeFrequency': 150,
  'quotation.list': 150,
  'search.passages': 150,
  'search.things': 150,
  'quotation.these': 60,
  'quotation.ids': 150,
  'retrieve.passages': 100,
  'retrieve.ids': 150,
  'code.reading': 60,
  'code.questions': 150,
  'history.state': 60,
  'history.list': 150,
  'passage.history': 150,
  'memo.mentions': 150,
  'passage.doubtful': 150,
}

/**
 * The same where nothing but codings changed: the list of a thousand documents then differs in one count, and who
 * codes on would wait for it to be read, sent and drawn.
 */
const patienceWhileCoding: { readonly [Name in NameOf<'read'>]?: number } = { 'source.list': 700 }

/** How long an answer of `name` may be behind a step that changed these tables. */
export function delayOf(name: ReadName, changed: readonly string[]): number {
  const tables: readonly string[] = tablesRead[name]
  const isCoding = changed.every((table) => table === 'coding' || table === 'passage' || !tables.includes(table))
  return (isCoding ? patienceWhileCoding[name] : undefined) ?? patience[name] ?? 0
}

/** Milliseconds of quiet after which an answer that already holds what acts have answered is asked again. */
export const quiet = 1200

export type ReadName = keyof typeof tablesRead

/** True where an answer of `name` may differ after a step that changed these tables. */
export function isTouched(name: ReadName, changed: readonly string[]): boolean {
  const tables: readonly string[] = tablesRead[name]
  return tables.includes('*') || tables.some((table) => changed.includes(table))
}

/** The ids in these changes that an answer of `name` may hold; null where any change may matter. */
export function idsTouched(
  name: ReadName,
  changed: Readonly<Record<string, readonly string[]>>,
): readonly string[] | null {
  const tables: readonly string[] = tablesRead[name]
  return tables.includes('*') ? null : tables.flatMap((table) => changed[table] ?? [])
}
