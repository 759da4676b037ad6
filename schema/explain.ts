import { assertNever, type ArchiveFault } from './error.ts'
import { explainRefi } from './explain-refi.ts'
import { explainReview } from './explain-review.ts'
import { explainSealed } from './explain-sealed.ts'
import type { RefiFault } from './refi-fault.ts'
import type { SmallGroups } from './leaving.ts'
import type { ReviewFault } from './review-fault.ts'
import type { SealedFault } from './sealed-fault.ts'

export type Tongue = 'en' | 'ru'

/** The only words for errors: what happened, what was kept, what to do next. One sentence or two. */
export function explain(fault: ArchiveFault, tongue: Tongue = 'en'): string {
  if (isOfRefi(fault)) return explainRefi(fault, tongue)
  if (isOfReview(fault)) return explainReview(fault, tongue)
  if (isSealed(fault)) return explainSealed(fault, tongue)
  return tongue === 'ru' ? inRussian(fault) : inEnglish(fault)
}

/** Enough of the words to know them by. */
const quoted = (words: string) => (words.length > 60 ? `${words.slice(0, 59).toWellFormed()}…` : words)
const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1_000_000))

/** 'legal adviser, embassy (R07)' */
const smallest = ({ groups }: SmallGroups) =>
  groups
    .slice(0, 3)
    .map(({ shown, documents }) => `${shown.map(({ value }) => quoted(value)).join(', ')} (${documents.join(', ')})`)
    .join('; ')

const isOfRefi = (fault: ArchiveFault): fault is RefiFault => /^(?:refi|zip|xml)-/.test(fault.kind)
const isSealed = (fault: ArchiveFault): fault is SealedFault => fault.kind.startsWith('sealed-')
const isOfReview = (fault: ArchiveFault): fault is ReviewFault => fault.kind.startsWith('review-')
type Plain = Exclude<ArchiveFault, RefiFault | SealedFault | ReviewFault>

function inEnglish(fault: Plain): string {
  switch (fault.kind) {
    case 'archive-not-open': return 'No archive is open. Open one first.'
    case 'archive-missing': return `There is no archive at ${fault.path}. It may have been moved or renamed.`
    case 'archive-exists': return `There is already a file at ${fault.path}. It was left as it is; choose another name.`
    case 'archive-not-sqlite': return `${fault.path} is not a Kartoteka archive, or it needs a passphrase. The file was not touched.`
    case 'archive-not-kartoteka': return `${fault.path} is a database of another program, not a Kartoteka archive. The file was not touched.`
    case 'archive-newer': return `${fault.path} was written by a newer Kartoteka (format ${fault.found}; this one knows ${fault.known}). Nothing was changed; update Kartoteka to open it.`
    case 'archive-damaged': return `${fault.path} is damaged (${fault.detail}) and was not opened, so that nothing more is lost. Restore a backup, or copy the file before trying to repair it.`
    case 'archive-in-use': return `${fault.path} is open in another window or terminal. It can be opened here for reading only; close the other one to write.`
    case 'archive-read-only': return 'This archive is open for reading only, because another window or terminal is writing to it or the file is protected. Nothing was changed.'
    case 'small-groups': return `What would be shown fits fewer than three documents in ${fault.total === 1 ? 'one case' : `${fault.total} cases`}: ${smallest(fault)}. Nothing has left. Leave these out, coarsen, or export all the same.`
    case 'names-not-open': return 'No name table is open. Open one first.'
    case 'names-laid-over': return 'Names are covered: what stands in brackets is not what is stored, so these words cannot be changed now. Take the name table off the view first.'
    case 'not-a-name-table': return `${fault.path} is not a name table of Kartoteka. The file was not touched.`
    case 'no-such-name': return 'That is not in the name table, or not among its hits.'
    case 'archive-on-network': return `${fault.path} lies on a network drive, where an archive cannot be written safely. Copy it to this computer and open the copy.`
    case 'folder-not-writable': return `Nothing can be written at ${fault.path}. Choose a folder that you may write to.`
    case 'disk-full': return 'The disk is full. What was saved before is safe and this last act was not done; free some space and try again.'
    case 'passphrase-needed': return `${fault.path} is encrypted. Enter its passphrase.`
    case 'passphrase-wrong': return 'The passphrase is not right. Check the keyboard layout and capital letters, and try again.'
    case 'passphrase-empty': return 'A passphrase cannot be empty.'
    case 'no-such-source': return `The document “${fault.source}” is not in this archive.`
    case 'no-such-code': return `The code “${fault.code}” is not in this codebook.`
    case 'no-such-coder': return `No coder “${fault.coder}” is known in this archive.`
    case 'no-such-passage': return 'That passage is no longer in the archive.'
    case 'no-such-coding': return 'That coding is no longer in the archive.'
    case 'no-such-memo': return 'That memo is no longer in the archive.'
    case 'no-such-speaker': return 'That speaker is no longer in the document.'
    case 'no-such-code-set': return fault.set === undefined ? 'That set of codes is no longer in the archive.' : `No set of codes is called “${fault.set}”.`
    case 'no-such-query': return 'That saved query is no longer in the archive.'
    case 'query-empty': return 'The query asks for nothing. Write at least one word or code in it.'
    case 'no-such-glossary-entry': return 'That entry is no longer in the glossary.'
    case 'glossary-too-few': return 'An entry of the glossary needs two words or phrases that differ.'
    case 'no-such-report': return `The report “${fault.report}” is not kept in this archive.`
    case 'report-incomplete': return 'The words of some documents are still being counted. Keep the report when all are.'
    case 'report-too-large': return `The report has ${fault.cells} numbers; ${fault.most} can be kept. Ask about fewer documents or codes.`
    case 'no-such-case': return `The case “${fault.case}” is not in this archive.`
    case 'no-such-attribute': return `There is no attribute “${fault.attribute}” in this archive.`
    case 'key-malformed': return `“${fault.key}” cannot be a key. A key is one word of Latin or Cyrillic letters, digits, - and _, and begins with a letter: actor.`
    case 'key-taken': return `The key ${fault.key} already belongs to “${fault.by}”. Choose another key.`
    case 'key-reserved': return `“${fault.key}” has a meaning of its own in queries. Choose another key.`
    case 'attribute-of-another-owner': return `“${fault.attribute}” is asked of cases where it was given for a document, or the other way round. Nothing was changed.`
    case 'attribute-not-a-choice': return `“${fault.attribute}” has no list of choices.`
    case 'choice-in-use': return `“${quoted(fault.choice)}” is the value of ${fault.count} and stays in the list. Rename it, or empty those cells first.`
    case 'value-not-a-number': return `${fault.attribute}: “${quoted(fault.value)}” is not a number. Write it like 1250 or 12.5.`
    case 'value-number-ambiguous': return `${fault.attribute}: “${fault.value}” can be read in two ways. Write ${fault.value.replace(',', '')} or ${fault.value.replace(',', '.')}.`
    case 'value-not-a-date': return `${fault.attribute}: “${quoted(fault.value)}” is not a date. Write 2009, 2009-06 or 2009-06-14.`
    case 'value-date-ambiguous': return `${fault.attribute}: in “${fault.value}” day and month cannot be told apart. Write it like 2009-06-14.`
    case 'value-not-a-boolean': return `${fault.attribute}: “${quoted(fault.value)}” is neither yes nor no.`
    case 'value-not-in-list': return `${fault.attribute}: “${quoted(fault.value)}” is not in the list. Add it to the list, or choose another.`
    case 'value-too-long': return `${fault.attribute}: a value has at most ${fault.limit} characters. Write a memo for what is longer.`
    case 'values-refused': return `${fault.count === 1 ? 'One cell' : `${fault.count} cells`} cannot be filled so, and nothing was changed. ${explain(fault.first)}`
    case 'values-would-be-lost': return `“${fault.attribute}” has ${fault.count} values that cannot be read as the other type. Nothing was changed.`
    case 'no-such-translation': return 'These documents, or paragraphs, are no longer linked.'
    case 'translation-of-itself': return 'A document cannot be the translation of itself or of its own translation.'
    case 'pair-crosses': return `Paragraph ${fault.from} is paired with ${fault.to} already, and this pair would cross it. Take that pair apart first.`
    case 'paragraphs-missing': return 'A document without text has no paragraphs to pair.'
    case 'no-such-project': return 'This project is no longer open for uniting. Choose its file again.'
    case 'project-own-archive': return 'This is the archive that is open. Choose another file to unite with it.'
    case 'project-unknown': return `${fault.name} is no project: .kartoteka, .qdpx, .qde and .qdc can be united with an archive.`
    case 'no-such-import': return 'This review list is no longer open. Choose the files again.'
    case 'passage-outside-source': return `The passage ends at ${fault.end}, but the document has only ${fault.length} characters.`
    case 'passage-empty': return 'Select some words first: a passage needs at least one character.'
    case 'passage-splits-character': return `The passage would cut a character in two at ${fault.at}. Move its border by one.`
    case 'passage-of-spaces': return 'The selection holds nothing but spaces. Select some words.'
    case 'region-outside-page': return `The rectangle does not lie on page ${fault.page} of this document. Nothing was changed.`
    case 'region-too-small': return 'That rectangle is too small to be seen again. Draw a larger one.'
    case 'region-without-words': return 'A rectangle has no words whose borders could be moved. Move its own borders on the page.'
    case 'code-not-codable': return `“${fault.code}” is a heading and takes no codings. Choose a code below it.`
    case 'code-has-codings': return `“${fault.code}” has codings (${fault.codings}), so it cannot become a heading. Move them to another code first, or to a new one below it.`
    case 'codebook-empty': return 'There are no codes yet, so there is no codebook to save. Add a code first.'
    case 'coding-of-another-code': return `One of the codings chosen does not belong to “${fault.code}” any more. Nothing was changed; choose them again.`
    case 'too-many-hits': return `There are ${fault.count} hits, and at most ${fault.limit} are coded at a time. Nothing was changed; narrow the search or tick some.`
    case 'pattern-malformed': return `This is no pattern yet: ${fault.detail}.`
    case 'nothing-chosen': return 'Nothing was chosen, so nothing was changed.'
    case 'no-such-question': return 'This question is no longer in the guide.'
    case 'no-such-turn': return 'This turn is no longer in the text. Look at the list again.'
    case 'question-number-taken': return `The number ${fault.number} already belongs to “${fault.by}”. Choose another.`
    case 'question-number-malformed': return `“${fault.number}” cannot be the number of a question. Use up to 4 letters and digits: 4, 4a, 12.`
    case 'turn-of-no-interviewer': return 'Only turns of an interviewer ask questions. Mark who asks in the document first.'
    case 'memo-empty': return 'A memo needs words. Delete it instead of emptying it.'
    case 'name-empty': return 'A name cannot be empty.'
    case 'name-taken': return `“${fault.name}” already exists here. Choose another name.`
    case 'shortcut-taken': return `The key ${fault.shortcut} already belongs to “${fault.by}”. Choose another key.`
    case 'shortcut-malformed': return `“${fault.shortcut}” cannot be a key. A key is a digit, or a digit and a letter: 4 or 4e.`
    case 'colour-malformed': return `“${fault.colour}” is not a colour. Write it as #RRGGBB.`
    case 'code-into-itself': return 'A code cannot be moved or merged into itself or into a code below it.'
    case 'short-taken': return `Another document already has the id ${fault.short}. Choose another.`
    case 'short-malformed': return `“${fault.short}” cannot be a document id. Use up to 12 letters and digits.`
    case 'ambiguous': return `“${fault.name}” fits ${fault.count} ${fault.what}s. Use the id instead.`
    case 'text-not-editable': return fault.because === 'pages'
      ? `${fault.source} has printed pages, and their text cannot be edited: it must stay what is printed. Write a memo instead.`
      : `${fault.source} is a picture and has no text to edit.`
    case 'text-moved-on': return `The text of ${fault.source} has been edited meanwhile. Nothing was changed; look at the new text and do it again.`
    case 'no-such-version': return `${fault.source} has no version ${fault.version} of its text.`
    case 'change-outside-text': return `The change ends at ${fault.end}, but the text has only ${fault.length} characters. Nothing was changed.`
    case 'change-splits-character': return `The change would cut a character in two at ${fault.at}. Nothing was changed.`
    case 'changes-out-of-order': return `The changes overlap or are out of order at ${fault.at}. Nothing was changed.`
    case 'text-empty': return `That would leave ${fault.source} without a single word. Nothing was changed; delete the document instead.`
    case 'passage-not-doubtful': return 'That passage stands where it should. Remove its codes to let it go.'
    case 'passage-without-place': return 'The words of this passage are not in the text, so there is nothing to confirm. Place it first.'
    case 'history-text-coded-since': return `“${fault.label}” can no longer be undone: ${fault.passages === 1 ? 'a passage was' : `${fault.passages} passages were`} placed on the text since. Nothing was touched; go back to the earlier text in the list of versions, and they go along.`
    case 'history-moved-on': return `“${fault.label}” can no longer be undone: what it changed has been changed since. Nothing was touched.`
    case 'history-not-yours': return `“${fault.label}” cannot be undone: another coder has changed the same thing since. Nothing was touched.`
    case 'file-missing': return `${fault.name} is no longer there. The other files are not affected.`
    case 'file-unreadable': return `${fault.name} could not be read; you may not have permission. The other files are not affected.`
    case 'file-empty': return `${fault.name} is empty, so there is nothing to import.`
    case 'file-too-large': return `${fault.name} has ${megabytes(fault.bytes)} MB; a document may have up to ${megabytes(fault.limit)} MB. Split it and import the parts.`
    case 'file-unknown': return `${fault.name} is of a kind that Kartoteka cannot read yet. It reads .txt, .md, .docx, .pdf and pictures (.jpg, .png, .webp, .gif, .bmp, .avif).`
    case 'file-binary': return `${fault.name} does not hold text, whatever its name says. It was left out.`
    case 'file-encoding-unknown': return `${fault.name} is not UTF-8 or UTF-16 text. Save it as UTF-8 and import it again.`
    case 'file-damaged': return `${fault.name} is broken and cannot be read. Open it in the program that made it and save it again.`
    case 'file-misnamed': return `${fault.name} is really ${fault.looksLike}. Save it in the format that its name promises and import it again.`
    case 'file-encrypted': return `${fault.name} is protected by a password. Save a copy without it and import the copy.`
    case 'file-without-text': return `${fault.name} has no text layer: it is a picture of pages. It was left out.`
    case 'picture-too-large': return `${fault.name} has ${fault.width} × ${fault.height} pixels; a picture may have up to ${megabytes(fault.limit)} million. Save a smaller copy and import that.`
    case 'picture-not-shown': return `${fault.name} is a ${fault.format} picture, which no window can show. Save a copy as JPEG or PNG and import the copy.`
    case 'file-took-too-long': return `${fault.name} took longer than ${fault.seconds} seconds to read and was left out. The other files are not affected.`
    case 'file-took-too-much-memory': return `${fault.name} needed too much memory and was left out. The other files are not affected.`
    case 'file-changed': return `${fault.name} has changed since the review list was made. Choose it again.`
    case 'command-unknown': return `There is no command “${fault.command}”. See: kartoteka --help`
    case 'option-unknown': return `“${fault.command}” has no option ${fault.option}. See: kartoteka ${fault.command} --help`
    case 'option-without-value': return `${fault.option} needs a value after it.`
    case 'option-with-value': return `${fault.option} takes no value.`
    case 'option-not-allowed': return `${fault.option} cannot be “${fault.value}”. It may be: ${fault.allowed.join(', ')}.`
    case 'option-missing': return `“${fault.command}” needs ${fault.option}. See: kartoteka ${fault.command} --help`
    case 'options-exclusive': return `${fault.one} and ${fault.other} cannot be used together. Choose one.`
    case 'argument-missing': return `“${fault.command}” needs ${fault.argument}. See: kartoteka ${fault.command} --help`
    case 'argument-unexpected': return `“${fault.command}” does not know what to do with “${fault.argument}”. See: kartoteka ${fault.command} --help`
    case 'no-such-file': return `There is no file that can be read at ${fault.path}. Nothing was changed.`
    case 'output-exists': return `There is already a file at ${fault.path}. It was left as it is; choose another name, or add --force to replace it.`
    case 'passphrases-differ': return 'The two passphrases are not the same. Nothing was changed; try again.'
    case 'table-malformed': return `${fault.name} is not a table of comma-separated values (${fault.detail}). Nothing was changed.`
    case 'table-too-large': return `${fault.name} has more than ${fault.rows} rows or ${fault.columns} columns. Nothing was changed; divide it.`
    case 'table-column-missing': return `${fault.name} has no column “${fault.column}”. Nothing was changed.`
    case 'offset-malformed': return `“${fault.value}” is not a place in a text. Places are whole numbers, counted from 0.`
    case 'quote-not-found': return `“${quoted(fault.quote)}” does not stand in ${fault.source}. Copy the words from the document as they are.`
    case 'quote-not-unique': return `“${quoted(fault.quote)}” stands ${fault.count} times in ${fault.source}. Take more words, or give start and end.`
    case 'cancelled': return 'Cancelled. What was finished before is kept.'
    case 'input-malformed': return `Kartoteka was asked something it does not understand (${fault.operation}: ${fault.detail}). Nothing was changed.`
    case 'no-such-operation': return `This Kartoteka does not know “${fault.operation}”. Nothing was changed.`
    case 'host-unreachable': return 'The archive does not answer. What was saved is safe; close this window and start Kartoteka again.'
    case 'project-not-sound': return `The project was not written: ${fault.problems} of its parts would break the standard, the first a ${fault.element} (${fault.problem}, ${fault.guid}). Please report this.`
    case 'no-chart': return 'This report has nothing to draw. Save its table instead.'
    case 'document-stays': return fault.why === 'level' ? `${fault.source} does not leave as a document: only a summary of it may be given, or nothing.` : fault.why === 'print' ? `The print of ${fault.source} leaves only where the document may be named (level N), because names in a print cannot be taken out. Take a page or a Word document.` : fault.why === 'names' ? `The print of ${fault.source} holds names of the name table, and they cannot be taken out of it. Take a page or a Word document, or close the name table.` : `The print of ${fault.source} holds words marked as dangerous, and they cannot be taken out of it. Take a page or a Word document.`
    case 'no-print': return `${fault.source} is no PDF. Take a page or a Word document.`
    case 'unexpected': return `Something unexpected happened (${fault.detail}). What was saved is safe and this last act was not done.`
    default: return assertNever(fault)
  }
}

function inRussian(fault: Plain): string {
  switch (fault.kind) {
    case 'archive-not-open': return 'Архив не открыт. Сначала откройте его.'
    case 'archive-missing': return `Архива ${fault.path} нет. Возможно, его переместили или переименовали.`
    case 'archive-exists': return `Файл ${fault.path} уже есть. Он остался как был; выберите другое имя.`
    case 'archive-not-sqlite': return `${fault.path} — не архив Картотеки, или ему нужен пароль. Файл не тронут.`
    case 'archive-not-kartoteka': return `${fault.path} — база другой программы, а не архив Картотеки. Файл не тронут.`
    case 'archive-newer': return `${fault.path} записан более новой Картотекой (формат ${fault.found}, эта знает ${fault.known}). Ничего не изменено; обновите Картотеку.`
    case 'archive-damaged': return `${fault.path} повреждён (${fault.detail}) и не открыт, чтобы не потерять больше. Восстановите резервную копию или скопируйте файл, прежде чем чинить.`
    case 'archive-in-use': return `${fault.path} открыт в другом окне или терминале. Здесь его можно открыть только для чтения; чтобы писать, закройте другое окно.`
    case 'archive-read-only': return 'Архив открыт только для чтения: в него пишет другое окно или терминал, либо файл защищён. Ничего не изменено.'
    case 'small-groups': return `То, что было бы показано, подходит меньше чем к трём документам (сочетаний: ${fault.total}): ${smallest(fault)}. Ничего не вышло. Не показывайте этого, укрупните или выведите всё равно.`
    case 'names-not-open': return 'Таблица имён не открыта. Сначала откройте её.'
    case 'names-laid-over': return 'Имена закрыты: в скобках стоит не то, что записано, поэтому изменить эти слова сейчас нельзя. Сначала снимите таблицу имён с показа.'
    case 'not-a-name-table': return `${fault.path} — не таблица имён Картотеки. Файл не тронут.`
    case 'no-such-name': return 'Этого нет в таблице имён или среди найденного по ней.'
    case 'archive-on-network': return `${fault.path} лежит на сетевом диске, где архив нельзя надёжно записывать. Скопируйте его на этот компьютер и откройте копию.`
    case 'folder-not-writable': return `По адресу ${fault.path} нельзя ничего записать. Выберите папку, доступную для записи.`
    case 'disk-full': return 'Диск полон. Сохранённое раньше цело, последнее действие не выполнено; освободите место и повторите.'
    case 'passphrase-needed': return `${fault.path} зашифрован. Введите пароль.`
    case 'passphrase-wrong': return 'Пароль неверен. Проверьте раскладку и заглавные буквы и попробуйте снова.'
    case 'passphrase-empty': return 'Пароль не может быть пустым.'
    case 'no-such-source': return `Документа «${fault.source}» в этом архиве нет.`
    case 'no-such-code': return `Кода «${fault.code}» в этой книге кодов нет.`
    case 'no-such-coder': return `Кодировщик «${fault.coder}» в этом архиве неизвестен.`
    case 'no-such-passage': return 'Этого отрывка в архиве больше нет.'
    case 'no-such-coding': return 'Этой кодировки в архиве больше нет.'
    case 'no-such-memo': return 'Этой заметки в архиве больше нет.'
    case 'no-such-speaker': return 'Этого говорящего в документе больше нет.'
    case 'no-such-code-set': return fault.set === undefined ? 'Этого набора кодов в архиве больше нет.' : `Набора кодов «${fault.set}» в архиве нет.`
    case 'no-such-query': return 'Этого сохранённого запроса в архиве больше нет.'
    case 'query-empty': return 'Запрос ничего не спрашивает. Напишите в нём хотя бы одно слово или код.'
    case 'no-such-glossary-entry': return 'Этой статьи в глоссарии больше нет.'
    case 'glossary-too-few': return 'В статье глоссария должно быть хотя бы два разных слова или выражения.'
    case 'no-such-report': return `Отчёт «${fault.report}» в этом архиве не сохранён.`
    case 'report-incomplete': return 'Слова некоторых документов ещё считаются. Сохраните отчёт, когда подсчёт закончится.'
    case 'report-too-large': return `В отчёте слишком много чисел: ${fault.cells}, а сохранить можно ${fault.most}. Выберите меньше документов или кодов.`
    case 'no-such-case': return `Случая «${fault.case}» в этом архиве нет.`
    case 'no-such-attribute': return `Атрибута «${fault.attribute}» в этом архиве нет.`
    case 'key-malformed': return `«${fault.key}» не может быть ключом. Ключ — одно слово из латинских или русских букв, цифр, - и _, и начинается с буквы: actor.`
    case 'key-taken': return `Ключ ${fault.key} уже у атрибута «${fault.by}». Выберите другой.`
    case 'key-reserved': return `«${fault.key}» в запросах значит другое. Выберите другой ключ.`
    case 'attribute-of-another-owner': return `«${fault.attribute}» — атрибут случаев, а дан для документа, или наоборот. Ничего не изменено.`
    case 'attribute-not-a-choice': return `У атрибута «${fault.attribute}» нет списка значений.`
    case 'choice-in-use': return `Значение «${quoted(fault.choice)}» стоит в ячейках (${fault.count}) и остаётся в списке. Переименуйте его или сначала очистите эти ячейки.`
    case 'value-not-a-number': return `${fault.attribute}: «${quoted(fault.value)}» — не число. Пишите 1250 или 12,5.`
    case 'value-number-ambiguous': return `${fault.attribute}: «${fault.value}» читается двояко. Напишите ${fault.value.replace(',', '')} или ${fault.value.replace(',', '.')}.`
    case 'value-not-a-date': return `${fault.attribute}: «${quoted(fault.value)}» — не дата. Пишите 2009, 2009-06 или 14.06.2009.`
    case 'value-date-ambiguous': return `${fault.attribute}: в «${fault.value}» непонятно, где день, а где месяц. Пишите 14.06.2009.`
    case 'value-not-a-boolean': return `${fault.attribute}: «${quoted(fault.value)}» — ни да, ни нет.`
    case 'value-not-in-list': return `${fault.attribute}: «${quoted(fault.value)}» нет в списке. Добавьте его в список или выберите другое.`
    case 'value-too-long': return `${fault.attribute}: в значении не больше ${fault.limit} знаков. Для длинного есть заметки.`
    case 'values-refused': return `Так нельзя заполнить ячейки (${fault.count}), и ничего не изменено. ${explain(fault.first, 'ru')}`
    case 'values-would-be-lost': return `У атрибута «${fault.attribute}» есть значения (${fault.count}), которые нельзя прочесть в другом типе. Ничего не изменено.`
    case 'no-such-translation': return 'Эти документы или абзацы больше не связаны.'
    case 'translation-of-itself': return 'Документ не может быть переводом самого себя или собственного перевода.'
    case 'pair-crosses': return `Абзац ${fault.from} уже связан с ${fault.to}, и новая пара пересекла бы эту. Сначала разъедините её.`
    case 'paragraphs-missing': return 'В документе без текста нет абзацев, связывать нечего.'
    case 'no-such-project': return 'Этот проект уже закрыт. Выберите его файл снова.'
    case 'project-own-archive': return 'Это и есть открытый архив. Выберите другой файл, чтобы объединить его с этим.'
    case 'project-unknown': return `${fault.name} — не проект: с архивом можно объединить файлы .kartoteka, .qdpx, .qde и .qdc.`
    case 'no-such-import': return 'Этот список файлов уже закрыт. Выберите файлы снова.'
    case 'passage-outside-source': return `Отрывок кончается на ${fault.end}, а в документе только ${fault.length} знаков.`
    case 'passage-empty': return 'Сначала выделите слова: в отрывке должен быть хотя бы один знак.'
    case 'passage-splits-character': return `Граница отрывка на ${fault.at} разрезала бы знак надвое. Сдвиньте её на один.`
    case 'passage-of-spaces': return 'Выделены одни пробелы. Выделите слова.'
    case 'region-outside-page': return `Прямоугольник не лежит на странице ${fault.page} этого документа. Ничего не изменено.`
    case 'region-too-small': return 'Прямоугольник слишком мал, его потом не разглядеть. Обведите больше.'
    case 'region-without-words': return 'В прямоугольнике нет слов, границы которых можно сдвинуть. Сдвиньте его собственные границы на странице.'
    case 'code-not-codable': return `«${fault.code}» — заголовок, им нельзя кодировать. Выберите код под ним.`
    case 'code-has-codings': return `У кода «${fault.code}» есть кодировки (${fault.codings}), поэтому он не может стать заголовком. Сначала перенесите их в другой код или в новый код под ним.`
    case 'codebook-empty': return 'Кодов пока нет, поэтому сохранять нечего. Сначала добавьте код.'
    case 'coding-of-another-code': return `Одна из выбранных кодировок уже не принадлежит коду «${fault.code}». Ничего не изменено; выберите заново.`
    case 'too-many-hits': return `Найдено ${fault.count}, а за один раз кодируется не больше ${fault.limit}. Ничего не изменено: сузьте поиск или отметьте нужное.`
    case 'pattern-malformed': return `Это ещё не выражение: ${fault.detail}.`
    case 'nothing-chosen': return 'Ничего не выбрано, поэтому ничего не изменено.'
    case 'no-such-question': return 'Этого вопроса в плане интервью больше нет.'
    case 'no-such-turn': return 'Этой реплики в тексте больше нет. Посмотрите список ещё раз.'
    case 'question-number-taken': return `Номер ${fault.number} уже занят: «${fault.by}». Выберите другой.`
    case 'question-number-malformed': return `«${fault.number}» не может быть номером вопроса. Допустимы до четырёх букв и цифр: 4, 4а, 12.`
    case 'turn-of-no-interviewer': return 'Вопросы задают только реплики интервьюера. Сначала отметьте в документе, кто спрашивает.'
    case 'memo-empty': return 'В заметке должны быть слова. Если она не нужна, удалите её.'
    case 'name-empty': return 'Имя не может быть пустым.'
    case 'name-taken': return `«${fault.name}» здесь уже есть. Выберите другое имя.`
    case 'shortcut-taken': return `Клавиша ${fault.shortcut} уже занята кодом «${fault.by}». Выберите другую.`
    case 'shortcut-malformed': return `«${fault.shortcut}» не может быть клавишей. Клавиша — цифра или цифра с буквой: 4 или 4e.`
    case 'colour-malformed': return `«${fault.colour}» — не цвет. Пишите #RRGGBB.`
    case 'code-into-itself': return 'Код нельзя переместить или слить с самим собой или с кодом под ним.'
    case 'short-taken': return `Номер ${fault.short} уже у другого документа. Выберите другой.`
    case 'short-malformed': return `«${fault.short}» не может быть номером документа: до 12 букв и цифр.`
    case 'ambiguous': return `«${fault.name}» подходит сразу к нескольким (${fault.count}). Укажите номер.`
    case 'text-not-editable': return fault.because === 'pages'
      ? `У ${fault.source} печатные страницы, их текст не правят: он должен остаться таким, как напечатан. Напишите заметку.`
      : `${fault.source} — изображение, текста в нём нет.`
    case 'text-moved-on': return `Текст ${fault.source} тем временем исправили. Ничего не изменено; посмотрите на новый текст и повторите.`
    case 'no-such-version': return `У ${fault.source} нет версии текста ${fault.version}.`
    case 'change-outside-text': return `Правка кончается на ${fault.end}, а в тексте только ${fault.length} знаков. Ничего не изменено.`
    case 'change-splits-character': return `Правка на ${fault.at} разрезала бы знак надвое. Ничего не изменено.`
    case 'changes-out-of-order': return `Правки перекрываются или идут не по порядку на ${fault.at}. Ничего не изменено.`
    case 'text-empty': return `В ${fault.source} не осталось бы ни слова. Ничего не изменено; если документ не нужен, удалите его.`
    case 'passage-not-doubtful': return 'Этот отрывок стоит на своём месте. Чтобы его убрать, снимите с него коды.'
    case 'passage-without-place': return 'Слов этого отрывка в тексте нет, подтверждать нечего. Сначала найдите ему место.'
    case 'history-text-coded-since': return `«${fault.label}» уже нельзя отменить: с тех пор на тексте выделили отрывки (${fault.passages}). Ничего не тронуто; вернитесь к прежнему тексту в списке версий, и отрывки пойдут за ним.`
    case 'history-moved-on': return `«${fault.label}» уже нельзя отменить: с тех пор изменённое изменили снова. Ничего не тронуто.`
    case 'history-not-yours': return `«${fault.label}» нельзя отменить: то же самое позже изменил другой кодировщик. Ничего не тронуто.`
    case 'file-missing': return `Файла ${fault.name} больше нет. Остальных файлов это не касается.`
    case 'file-unreadable': return `Файл ${fault.name} не читается; возможно, нет прав. Остальных файлов это не касается.`
    case 'file-empty': return `Файл ${fault.name} пуст, импортировать нечего.`
    case 'file-too-large': return `В файле ${fault.name} ${megabytes(fault.bytes)} МБ, а можно до ${megabytes(fault.limit)} МБ. Разделите его и импортируйте части.`
    case 'file-unknown': return `Файлы такого вида, как ${fault.name}, Картотека пока не читает. Она читает .txt, .md, .docx, .pdf и изображения (.jpg, .png, .webp, .gif, .bmp, .avif).`
    case 'file-binary': return `В файле ${fault.name} нет текста, что бы ни говорило его имя. Он пропущен.`
    case 'file-encoding-unknown': return `${fault.name} — не текст в UTF-8 или UTF-16. Сохраните его в UTF-8 и импортируйте снова.`
    case 'file-damaged': return `Файл ${fault.name} испорчен и не читается. Откройте его в исходной программе и сохраните заново.`
    case 'file-misnamed': return `На самом деле ${fault.name} — это ${fault.looksLike}. Сохраните его в том формате, который обещает имя, и импортируйте снова.`
    case 'file-encrypted': return `Файл ${fault.name} защищён паролем. Сохраните копию без пароля и импортируйте её.`
    case 'file-without-text': return `В файле ${fault.name} нет текстового слоя: это изображения страниц. Он пропущен.`
    case 'picture-too-large': return `В изображении ${fault.name} ${fault.width} × ${fault.height} точек, а можно до ${megabytes(fault.limit)} миллионов. Сохраните копию поменьше и импортируйте её.`
    case 'picture-not-shown': return `${fault.name} — изображение ${fault.format}, а его окно показать не может. Сохраните копию в JPEG или PNG и импортируйте её.`
    case 'file-took-too-long': return `Файл ${fault.name} читался дольше ${fault.seconds} с и пропущен. Остальных файлов это не касается.`
    case 'file-took-too-much-memory': return `Файлу ${fault.name} не хватило памяти, он пропущен. Остальных файлов это не касается.`
    case 'file-changed': return `Файл ${fault.name} изменился после составления списка. Выберите его снова.`
    case 'command-unknown': return `Команды «${fault.command}» нет. Смотрите: kartoteka --help`
    case 'option-unknown': return `У команды «${fault.command}» нет параметра ${fault.option}. Смотрите: kartoteka ${fault.command} --help`
    case 'option-without-value': return `После ${fault.option} должно стоять значение.`
    case 'option-with-value': return `У ${fault.option} не бывает значения.`
    case 'option-not-allowed': return `${fault.option} не может быть «${fault.value}». Можно: ${fault.allowed.join(', ')}.`
    case 'option-missing': return `Команде «${fault.command}» нужен параметр ${fault.option}. Смотрите: kartoteka ${fault.command} --help`
    case 'options-exclusive': return `${fault.one} и ${fault.other} нельзя указать вместе. Выберите одно.`
    case 'argument-missing': return `Команде «${fault.command}» нужно указать ${fault.argument}. Смотрите: kartoteka ${fault.command} --help`
    case 'argument-unexpected': return `Команда «${fault.command}» не знает, что делать с «${fault.argument}». Смотрите: kartoteka ${fault.command} --help`
    case 'no-such-file': return `Файла ${fault.path} нет, или он не читается. Ничего не изменено.`
    case 'output-exists': return `Файл ${fault.path} уже есть. Он остался как был; выберите другое имя или добавьте --force, чтобы заменить его.`
    case 'passphrases-differ': return 'Пароли не совпали. Ничего не изменено; попробуйте ещё раз.'
    case 'table-malformed': return `${fault.name} — не таблица значений через запятую (${fault.detail}). Ничего не изменено.`
    case 'table-too-large': return `В таблице ${fault.name} больше ${fault.rows} строк или ${fault.columns} столбцов. Ничего не изменено; разделите её.`
    case 'table-column-missing': return `В таблице ${fault.name} нет столбца «${fault.column}». Ничего не изменено.`
    case 'offset-malformed': return `«${fault.value}» — не место в тексте. Места — целые числа, счёт с 0.`
    case 'quote-not-found': return `Слов «${quoted(fault.quote)}» в документе ${fault.source} нет. Скопируйте их из документа как есть.`
    case 'quote-not-unique': return `Слова «${quoted(fault.quote)}» стоят в документе ${fault.source} несколько раз (${fault.count}). Возьмите больше слов или укажите начало и конец.`
    case 'cancelled': return 'Отменено. Сделанное раньше сохранено.'
    case 'input-malformed': return `Картотека не поняла запрос (${fault.operation}: ${fault.detail}). Ничего не изменено.`
    case 'no-such-operation': return `Эта Картотека не знает «${fault.operation}». Ничего не изменено.`
    case 'host-unreachable': return 'Архив не отвечает. Сохранённое цело; закройте окно и запустите Картотеку снова.'
    case 'project-not-sound': return `Проект не записан: ${fault.problems} его частей нарушили бы стандарт, первая — ${fault.element} (${fault.problem}, ${fault.guid}). Пожалуйста, сообщите об этом.`
    case 'no-chart': return 'Рисовать в этом отчёте нечего. Сохраните таблицу.'
    case 'document-stays': return fault.why === 'level' ? `${fault.source} нельзя вывести как документ: его можно только пересказать или нельзя использовать вовсе.` : fault.why === 'print' ? `Печатный вид ${fault.source} выводится только там, где документ можно называть (уровень N): имена из него не убрать. Возьмите страницу или документ Word.` : fault.why === 'names' ? `В печатном виде ${fault.source} есть имена из таблицы имён, и убрать их нельзя. Возьмите страницу или документ Word либо закройте таблицу имён.` : `В печатном виде ${fault.source} есть слова, отмеченные как опасные, и убрать их нельзя. Возьмите страницу или документ Word.`
    case 'no-print': return `${fault.source} — не PDF. Возьмите страницу или документ Word.`
    case 'unexpected': return `Случилось непредвиденное (${fault.detail}). Сохранённое цело, последнее действие не выполнено.`
    default: return assertNever(fault)
  }
}
