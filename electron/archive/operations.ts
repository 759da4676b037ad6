/** The table of contents of the archive: every operation of the contract and who answers it. */
import type { Input, NameOf, Output } from '../../schema/contract.ts'
import type { CoderId } from '../../schema/ids.ts'
import { withUsual } from '../../schema/quotation-export.ts'
import type { Making, Work } from './archive.ts'
import type { Reader, Writer } from './db.ts'
import { auditLines } from './audit.ts'
import { exportAttributes } from './export/attributes.ts'
import { exportCells } from './export/cells.ts'
import { exportCodeFrequency } from './export/code-frequency.ts'
import { exportCodebook } from './export/codebook.ts'
import { exportGlossary } from './export/glossary.ts'
import { exportGuideGrid, exportGuideGridBook } from './export/guide-grid.ts'
import { exportDocument } from './export/coded-document.ts'
import { copyQuotations } from './export/copied.ts'
import { exportRefi } from './interchange/export-refi.ts'
import { notSaved } from './export/not-saved.ts'
import { exportText } from './export/plain-text.ts'
import { exportQuotationBook } from './export/quotation-book.ts'
import { previewQuotations } from './export/quotation-preview.ts'
import { exportQuotations } from './export/quotations.ts'
import { exportReport, exportReportBook } from './export/report.ts'
import { historyState, listActs, passageActs } from './history.ts'
import type { ImportDesk } from './importing/desk.ts'
import * as projects from './interchange/acts.ts'
import { pieceOf } from './interchange/leaving-files.ts'
import type { ProjectDesk } from './interchange/project-desk.ts'
import { listReports, reportOf } from './interchange/unite/reports.ts'
import { keepReport, runAgain } from './reports/again.ts'
import { codeFrequency } from './reports/frequency-by.ts'
import { answersIn, guideGaps, guideGrid } from './reports/guide-grid.ts'
import { besideOf, sharedDocuments } from './reports/agreement/beside.ts'
import { unitsBehind } from './reports/agreement/behind.ts'
import { openCell } from './reports/open-cell.ts'
import { listCodings, listQuotations, passagesIn, quotationsIn } from './reports/quotations.ts'
import { aroundPassage, questionsOf, readingOf } from './reports/reading.ts'
import { checkedQuery } from './reports/retrieval/checked.ts'
import { completionsIn } from './reports/retrieval/complete.ts'
import { retrievedIds, retrievePassages } from './reports/retrieval/retrieve.ts'
import * as saved from './reports/retrieval/saved.ts'
import { runReport } from './reports/run-report.ts'
import { arbitrate } from './services/arbitration.ts'
import { countsOf, wordingsOf } from './services/code-counts.ts'
import * as cells from './services/attribute-cells.ts'
import * as attributes from './services/attributes.ts'
import { importTable, planTable } from './services/attribute-import.ts'
import { readTableFile } from './services/imports.ts'
import { sourcesWhereAll } from './services/attribute-filter.ts'
import * as cases from './services/cases.ts'
import * as sets from './services/code-sets.ts'
import * as codebook from './services/codebook.ts'
import { importCodebook, planCodebook } from './interchange/codebook-import.ts'
import { readCodebookFile } from './interchange/read-codebook.ts'
import * as codebookActs from './services/codebook-acts.ts'
import * as coders from './services/coders.ts'
import * as codings from './services/codings.ts'
import * as glossary from './services/glossary.ts'
import * as guide from './services/guide-questions.ts'
import * as guideTurns from './services/guide-turns.ts'
import { overrule } from './services/guide-verdicts.ts'
import { commitImport, discardImport, reviewFiles } from './services/imports.ts'
import { allMemos } from './services/memo-desk.ts'
import { mentionsOf } from './services/memo-mentions.ts'
import * as many from './services/many-codings.ts'
import * as memos from './services/memos.ts'
import * as passages from './services/passages.ts'
import { conflictsOf, recodeMany, splitCode } from './services/recoding.ts'
import { doubtfulPassages } from './services/editing/doubtful.ts'
import { editText, previewEdit, replaceText, restoreText } from './services/editing/edit-text.ts'
import { confirmPassages, placePassage, placePassages, releasePassages } from './services/editing/repair.ts'
import { versionsOf } from './services/editing/versions.ts'
import { forgetKept, listKept, renameKept } from './services/kept-reports.ts'
import { addRule, decide, say } from './review/decide.ts'
import { idsOf, itemsOf } from './review/items.ts'
import { exportPack } from './review/outgoing.ts'
import { answerQuestion, cardsOf, giveVerdict } from './review/queue.ts'
import { readReply, takeReply } from './review/replies.ts'
import * as rounds from './review/rounds.ts'
import { exportSummary } from './review/summary-file.ts'
import { packagesOf, summaryOf } from './review/summary.ts'
import { changeStopWords, stopWordsOf } from './services/stop-words.ts'
import { archiveStatus, updateProject } from './services/project.ts'
import { resolveCode, resolveSource } from './services/resolve.ts'
import { completeWord, searchPassages } from './services/search.ts'
import { voices } from './services/search/filters.ts'
import { codeHits, previewCodeHits } from './services/search/code-hits.ts'
import { searchPattern } from './services/search/pattern.ts'
import { searchThings } from './services/search/things.ts'
import { wideningsOf } from './services/search/widenings.ts'
import { followAct } from './services/whereabouts.ts'
import * as sources from './services/sources.ts'
import * as translations from './services/translations.ts'
import { verifyPassages } from './services/verify.ts'
import { writtenIn } from './services/written.ts'

/** What the archive knows of the file it lives in. */
export interface Surroundings {
  readonly path: string
  readonly readOnly: boolean
  readonly encrypted: boolean
  /** Who reads the files of an import; null where importing is not offered. */
  readonly imports: ImportDesk | null
  /** Projects that wait to be united with the archive; null where it cannot be written. */
  readonly projects: ProjectDesk | null
  close(): void
}

type Turn = 'history.undo' | 'history.redo'
type Reads = {
  readonly [N in NameOf<'read'>]: (db: Reader, coder: CoderId | '', input: Input<N>, around: Surroundings) => Output<N>
}
type Writes = {
  readonly [N in Exclude<NameOf<'write'>, Turn>]: (db: Writer, coder: CoderId, input: Input<N>) => Output<N>
}
type Works = {
  readonly [N in NameOf<'work'>]: (work: Work, input: Input<N>, around: Surroundings) => Promise<Output<N>>
}
type Workbooks = {
  readonly [N in NameOf<'workbook'>]: (
    db: Reader,
    coder: CoderId,
    input: Input<N>,
    making: Making,
  ) => Promise<Output<N>>
}
type Exports = { readonly [N in NameOf<'export'>]: (db: Reader, coder: CoderId, input: Input<N>) => Output<N> }

export const reads: Reads = {
  'agreement.units': (db, _, input) => unitsBehind(db, input),
  'agreement.documents': (db) => sharedDocuments(db),
  'agreement.beside': (db, _, input) => besideOf(db, input),
  'archive.status': (db, _, __, around) => archiveStatus(db, around),
  'archive.verify': (db) => verifyPassages(db),
  'archive.written': (db) => writtenIn(db),
  'project.piece': (db, _, { project, at }) => pieceOf(db, project, at),
  'project.reports': (db) => listReports(db),
  'project.report': (db, _, { report }) => reportOf(db, report),
  'coder.list': (db) => coders.listCoders(db),
  'source.list': (db) => sources.listSources(db),
  'source.find': (db, _, { name }) => sources.sourceOf(db, resolveSource(db, name)),
  'source.text': (db, _, { source, version }) => sources.textOf(db, source, version),
  'source.versions': (db, _, { source }) => versionsOf(db, source),
  'source.editPreview': (db, _, input) => previewEdit(db, input),
  'source.file': (db, _, { source }) => sources.fileOf(db, source),
  'translation.list': (db) => translations.listTranslations(db),
  'codebook.get': (db) => codebook.codebookOf(db),
  'code.find': (db, _, { name }) => codebook.codeOf(db, resolveCode(db, name)),
  'codebook.counts': (db, _, input) => countsOf(db, input),
  'code.consequences': (db, _, input) => codebookActs.consequencesOf(db, input),
  'code.conflicts': (db, _, { codes, into }) => conflictsOf(db, codes, into),
  'code.wordings': (db, _, { code }) => wordingsOf(db, code),
  'codeSet.list': (db) => sets.listCodeSets(db),
  'case.list': (db) => cases.listCases(db),
  'case.find': (db, _, { name }) => cases.caseOf(db, cases.resolveCase(db, name)),
  'attribute.list': (db) => attributes.listAttributes(db),
  'attribute.table': (db, _, input) => cells.attributeTable(db, input),
  'attribute.known': (db, _, input) => cells.knownOf(db, input),
  'attribute.sources': (db, _, { conditions }) => sourcesWhereAll(db, conditions),
  'attribute.preview': (db, _, input) => cells.previewCells(db, input),
  'codebook.importPlan': (db, _, input) => planCodebook(db, input),
  'attribute.importPlan': (db, _, input) => planTable(db, input),
  'attribute.retypePreview': (db, _, input) => attributes.previewRetype(db, input),
  'passage.list': (db, _, { source }) => passages.passagesOf(db, source),
  'passage.history': (db, _, { passage }) => passageActs(db, passage),
  'passage.doubtful': (db, _, { source }) => doubtfulPassages(db, source),
  'memo.list': (db, _, { about }) => memos.memosAbout(db, about),
  'memo.mentions': (db, _, { about }) => mentionsOf(db, about),
  'memo.all': (db, _, input) => allMemos(db, input),
  'history.state': (db, coder) => (coder === '' ? { undo: null, redo: null } : historyState(db, coder)),
  'history.list': (db, _, input) => listActs(db, input),
  'act.follow': (db, _, { act }) => followAct(db, act),
  'audit.list': (db, _, input) => auditLines(db, input),
  'search.passages': (db, _, input) => searchPassages(db, input),
  'search.complete': (db, _, input) => completeWord(db, input),
  'search.things': (db, _, input) => searchThings(db, input),
  'search.voices': (db) => voices(db),
  'search.widenings': (db, _, input) => wideningsOf(db, input),
  'search.pattern': (db, _, input) => searchPattern(db, input),
  'search.codePreview': (db, coder, input) => previewCodeHits(db, coder, input),
  'query.check': (db, _, { query }) => checkedQuery(db, query),
  'query.complete': (db, _, input) => completionsIn(db, input),
  'query.list': (db) => saved.listSaved(db),
  'query.counts': (db) => saved.savedCounts(db),
  'retrieve.passages': (db, _, input) => retrievePassages(db, input),
  'retrieve.ids': (db, _, input) => retrievedIds(db, input),
  'glossary.list': (db) => glossary.listGlossary(db),
  'guide.list': (db) => guide.guideOf(db),
  'guide.turns': (db, _, { source }) => guideTurns.guideTurns(db, source),
  'guide.answers': (db, _, { source }) => guideTurns.questionOf(db, [source]).get(source) ?? [],
  'guide.grid': (db) => guideGrid(db),
  'guide.gaps': (db, _, { sources: these }) => guideGaps(db, these),
  'guide.cell': (db, _, { source, question }) => answersIn(db, source, question),
  'report.codeFrequency': (db, _, input) => codeFrequency(db, input),
  'report.run': (db, _, input) => runReport(db, input),
  'report.passages': (db, _, input) => openCell(db, input),
  'report.kept': (db) => listKept(db),
  'report.again': (db, _, { kept }) => runAgain(db, kept),
  'stopWord.list': (db) => stopWordsOf(db),
  'coding.list': (db, _, { filter }) => listCodings(db, filter),
  'quotation.list': (db, _, input) => listQuotations(db, input),
  'quotation.these': (db, _, input) => quotationsIn(db, input),
  'quotation.preview': (db, _, input) => previewQuotations(db, withUsual(input)),
  'quotation.ids': (db, _, { filter }) => passagesIn(db, filter),
  'passage.around': (db, _, input) => aroundPassage(db, input),
  'code.reading': (db, _, input) => readingOf(db, input),
  'code.questions': (db, _, input) => questionsOf(db, input),
  'review.count': (db, _, input) => rounds.countRound(db, input),
  'review.sampleSize': (db, _, input) => rounds.sizesFor(db, input),
  'review.list': (db) => rounds.listRounds(db),
  'review.round': (db, _, { round }) => rounds.wholeRound(db, round),
  'review.items': (db, _, input) => itemsOf(db, input),
  'review.ids': (db, _, input) => idsOf(db, input),
  'review.cards': (db, coder, input) => cardsOf(db, coder, input),
  'review.summary': (db, _, input) => summaryOf(db, input),
  'review.packages': (db, _, input) => packagesOf(db, input),
}

export const writes: Writes = {
  'project.update': (db, _, input) => updateProject(db, input),
  'coder.create': (db, _, { name }) => coders.createCoder(db, name),
  'coder.rename': (db, _, { coder, name }) => coders.renameCoder(db, coder, name),
  'source.update': (db, _, input) => sources.updateSource(db, input),
  'source.edit': (db, coder, input) => editText(db, coder, input),
  'source.retext': (db, coder, input) => replaceText(db, coder, input),
  'source.restore': (db, coder, input) => restoreText(db, coder, input),
  'source.delete': (db, _, input) => sources.deleteSources(db, input.sources),
  'speaker.update': (db, _, input) => sources.updateSpeaker(db, input),
  'translation.create': (db, _, input) => translations.linkTranslation(db, input),
  'translation.delete': (db, _, { link }) => translations.unlinkTranslation(db, link),
  'translation.pair': (db, _, input) => translations.pairParagraphs(db, input),
  'translation.unpair': (db, _, { pair }) => translations.unpairParagraphs(db, pair),
  'code.create': (db, _, input) => codebook.createCode(db, input),
  'code.update': (db, _, input) => codebook.updateCode(db, input),
  'code.updateMany': (db, _, input) => codebook.updateCodes(db, input),
  'code.makeHeading': (db, _, input) => codebook.makeHeading(db, input),
  'code.move': (db, _, input) => codebookActs.moveCodes(db, input),
  'code.merge': (db, _, input) => codebookActs.mergeCodes(db, input),
  'code.delete': (db, _, { codes }) => codebookActs.deleteCodes(db, codes),
  'code.split': (db, _, input) => splitCode(db, input),
  'codeSet.create': (db, _, { name, codes }) => sets.createCodeSet(db, name, codes),
  'codeSet.rename': (db, _, { set, name }) => sets.renameCodeSet(db, set, name),
  'codeSet.delete': (db, _, { set }) => sets.deleteCodeSet(db, set),
  'codeSet.add': (db, _, { set, codes }) => sets.addToSet(db, set, codes),
  'codeSet.remove': (db, _, { set, codes }) => sets.removeFromSet(db, set, codes),
  'case.create': (db, _, input) => cases.createCase(db, input),
  'case.rename': (db, _, input) => cases.renameCase(db, input.case, input.name),
  'case.delete': (db, _, input) => cases.deleteCases(db, input.cases),
  'case.add': (db, _, input) => cases.addToCase(db, input.case, input.sources),
  'case.remove': (db, _, input) => cases.removeFromCase(db, input.case, input.sources),
  'attribute.set': (db, _, input) => cells.setCells(db, input),
  'codebook.import': (db, _, input) => importCodebook(db, input),
  'attribute.import': (db, _, input) => importTable(db, input),
  'attribute.create': (db, _, input) => attributes.createAttribute(db, input),
  'attribute.update': (db, _, input) => attributes.updateAttribute(db, input),
  'attribute.renameChoice': (db, _, input) => attributes.renameChoice(db, input),
  'attribute.retype': (db, _, input) => attributes.retypeAttribute(db, input),
  'attribute.move': (db, _, input) => attributes.moveAttribute(db, input),
  'attribute.delete': (db, _, input) => attributes.deleteAttributes(db, input.attributes),
  'attribute.addUsual': (db, _, input) => attributes.addUsual(db, input),
  'passage.star': (db, _, { passage, starred }) => passages.starPassage(db, passage, starred),
  'passage.update': (db, _, input) => passages.updatePassage(db, input),
  'passage.reshape': (db, _, { passage, ...region }) => passages.reshapePassage(db, passage, region),
  'passage.resize': (db, _, input) => passages.resizePassage(db, input),
  'passage.confirm': (db, _, input) => confirmPassages(db, input.passages),
  'passage.place': (db, _, input) => placePassage(db, input),
  'passage.placeMany': (db, _, input) => placePassages(db, input.places),
  'passage.release': (db, _, input) => releasePassages(db, input.passages),
  'coding.create': (db, coder, input) => codings.createCoding(db, coder, input),
  'coding.createRegion': (db, coder, input) => codings.createRegionCoding(db, coder, input),
  'coding.recode': (db, _, { coding, code }) => codings.recode(db, coding, code),
  'coding.recodeMany': (db, _, input) => recodeMany(db, input),
  'coding.update': (db, _, input) => codings.updateCoding(db, input),
  'coding.delete': (db, _, { coding }) => codings.deleteCoding(db, coding),
  'passage.starMany': (db, _, input) => many.starMany(db, input),
  'passage.updateMany': (db, _, input) => many.gradeMany(db, input),
  'coding.applyMany': (db, coder, input) => many.applyMany(db, coder, input),
  'coding.updateMany': (db, _, input) => many.updateMany(db, input),
  'coding.confirmWording': (db, _, { codings: these }) => many.confirmWording(db, these),
  'coding.deleteMany': (db, _, { codings: these }) => many.deleteMany(db, these),
  'coding.import': (db, coder, { rows }) => codings.importCodings(db, coder, rows),
  'glossary.create': (db, _, { terms }) => glossary.createEntry(db, terms),
  'glossary.update': (db, _, { entry, terms }) => glossary.updateEntry(db, entry, terms),
  'glossary.delete': (db, _, { entry }) => glossary.deleteEntry(db, entry),
  'glossary.import': (db, _, { rows }) => glossary.importGlossary(db, rows),
  'guide.create': (db, _, input) => guide.createQuestion(db, input),
  'guide.update': (db, _, input) => guide.updateQuestion(db, input),
  'guide.addWording': (db, _, input) => guide.addWording(db, input),
  'guide.move': (db, _, input) => guide.moveQuestion(db, input),
  'guide.delete': (db, _, { questions }) => guide.deleteQuestions(db, questions),
  'guide.takeFamilies': (db) => guide.takeFamilies(db),
  'guide.decide': (db, coder, input) => guideTurns.decideTurns(db, coder, input),
  'guide.confirmAll': (db, coder, input) => guideTurns.confirmAll(db, coder, input),
  'guide.forget': (db, _, input) => guideTurns.forgetTurns(db, input),
  'guide.overrule': (db, coder, input) => overrule(db, coder, input),
  'query.create': (db, _, input) => saved.createSaved(db, input),
  'query.update': (db, _, input) => saved.updateSaved(db, input),
  'query.delete': (db, _, input) => saved.deleteSaved(db, input.saved),
  'report.rename': (db, _, { kept, title }) => renameKept(db, kept, title),
  'agreement.arbitrate': (db, coder, input) => arbitrate(db, coder, input),
  'report.forget': (db, _, { kept }) => forgetKept(db, kept),
  'stopWord.change': (db, _, input) => changeStopWords(db, input),
  'memo.create': (db, coder, input) => memos.createMemo(db, coder, input),
  'memo.update': (db, _, { memo, text }) => memos.updateMemo(db, memo, text),
  'memo.delete': (db, _, { memo }) => memos.deleteMemo(db, memo),
  'review.create': (db, coder, input) => rounds.createRound(db, coder, input),
  'review.rename': (db, _, input) => rounds.renameRound(db, input),
  'review.note': (db, _, input) => rounds.noteItem(db, input),
  'review.leaveOut': (db, _, input) => rounds.leaveOut(db, input),
  'review.delete': (db, _, { round }) => rounds.deleteRound(db, round),
  'review.verdict': (db, coder, input) => giveVerdict(db, coder, input),
  'review.toQuestion': (db, coder, input) => answerQuestion(db, coder, input),
  'review.decide': (db, coder, input) => decide(db, coder, input),
  'review.exclude': (db, _, { code, rule }) => addRule(db, code, rule),
  'review.say': (db, coder, input) => say(db, coder, input),
  'review.close': (db, _, { round }) => rounds.closeRound(db, round),
  'review.reopen': (db, _, { round }) => rounds.reopenRound(db, round),
}

export const works: Works = {
  'project.receive': (work, input, around) => projects.receiveProject(work, input, around),
  'project.open': (work, input, around) => projects.reviewProject(work, input, around),
  'project.plan': (work, input, around) => projects.planProject(work, input, around),
  'project.unite': (work, input, around) => projects.uniteProject(work, input, around),
  'project.discard': (work, input, around) => projects.discardProject(work, input, around),
  'project.place': (work, input) => projects.placeProject(work, input),
  'search.code': (work, input) => codeHits(work, input),
  'import.review': (work, input, around) => reviewFiles(work, input, around.imports),
  'import.commit': (work, input, around) => commitImport(work, input, around.imports),
  'report.keep': (work, input) => keepReport(work, input),
  'import.discard': (_, input, around) => discardImport(around.imports, input.import),
  'review.readReply': (work, input) => readReply(work, input),
  'review.takeReply': (work, input) => takeReply(work, input),
  'codebook.read': (_, { file }, around) => readCodebookFile(file, around.imports),
  'attribute.readTable': (_, { file }, around) => readTableFile(file, around.imports),
}

export const exports: Exports = {
  'export.report': (db, _, input) => exportReport(db, input),
  'export.guideGrid': (db, _, input) => exportGuideGrid(db, input),
  'export.glossary': (db) => exportGlossary(db),
  'export.quotations': (db, _, input) => exportQuotations(db, input),
  'export.copy': (db, _, input) => copyQuotations(db, input),
  'export.unsaved': (_db, _coder, { fileName }) => notSaved(fileName),
  'export.text': (db, _, input) => exportText(db, input),
  'export.cells': (db, _, input) => exportCells(db, input),
  'export.codeFrequency': (db, _, input) => exportCodeFrequency(db, input),
}

export const workbooks: Workbooks = {
  'export.guideGridBook': async (db, _, input) => await exportGuideGridBook(db, input),
  'export.reportBook': async (db, _, input) => await exportReportBook(db, input),
  'export.codebook': (db, _, input) => exportCodebook(db, input),
  'export.attributes': (db, _, input) => exportAttributes(db, input),
  'export.document': async (db, _, input, making) => await exportDocument(db, input, making),
  'export.refiProject': async (db, _, input, making) => await exportRefi(db, input, making),
  'export.reviewSummary': async (db, _, input) => await exportSummary(db, input),
  'export.reviewPack': async (db, _, input, making) => await exportPack(db, input, making),
  'export.quotationBook': async (db, _, input, making) => await exportQuotationBook(db, input, making),
}
