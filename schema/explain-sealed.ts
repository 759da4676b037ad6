/** The only words for why a pack or a reply was not opened, in both languages: for the archive and for the pack itself. */
import type { Tongue } from './explain.ts'
import type { SealedFault } from './sealed-fault.ts'

/** What is wrong with the file, what was kept, and what to do. */
export function explainSealed(fault: SealedFault, tongue: Tongue): string {
  return tongue === 'ru' ? inRussian(fault) : inEnglish(fault)
}

function inEnglish(fault: SealedFault): string {
  switch (fault.kind) {
    case 'sealed-unknown':
      return 'This is not a file of a review round. Nothing was read from it.'
    case 'sealed-not-a-reply':
      return 'This is the review pack itself, not a reply. The reply is the small file that the pack saves, ending in .kartoteka-reply.'
    case 'sealed-newer':
      return `This file was written by a newer Kartoteka (format ${fault.found}; this one knows ${fault.known}). Nothing was read from it.`
    case 'sealed-truncated':
      return 'This file is not whole: its end is missing. Nothing was read from it. Ask for it to be sent again, or copy it again.'
    case 'sealed-altered':
      return 'This file was changed or damaged after it was written. Nothing was read from it. Ask for it to be sent again.'
    case 'sealed-wrong-passphrase':
      return 'The passphrase does not fit. Check capital letters and the keyboard’s language, and try again.'
    case 'sealed-other-round':
      return 'This reply belongs to another round, perhaps of another archive. Nothing was read from it.'
    case 'sealed-too-large':
      return `This file holds more than ${fault.megabytes} MB, as no file of a review round does. Nothing was read from it.`
    case 'sealed-malformed':
      return `This file opened, but what is in it is not what Kartoteka writes (${fault.detail}). Nothing was read from it.`
  }
}

function inRussian(fault: SealedFault): string {
  switch (fault.kind) {
    case 'sealed-unknown':
      return 'Это не файл раунда проверки. Из него ничего не прочитано.'
    case 'sealed-not-a-reply':
      return 'Это сам пакет для проверки, а не ответ. Ответ — небольшой файл, который сохраняет пакет; его имя кончается на .kartoteka-reply.'
    case 'sealed-newer':
      return `Этот файл записан более новой версией Картотеки (формат ${fault.found}; этой известен ${fault.known}). Из него ничего не прочитано.`
    case 'sealed-truncated':
      return 'Файл неполный: его конец отсутствует. Из него ничего не прочитано. Попросите прислать его ещё раз или скопируйте заново.'
    case 'sealed-altered':
      return 'Файл изменён или повреждён после записи. Из него ничего не прочитано. Попросите прислать его ещё раз.'
    case 'sealed-wrong-passphrase':
      return 'Пароль не подходит. Проверьте заглавные буквы и раскладку клавиатуры и попробуйте ещё раз.'
    case 'sealed-other-round':
      return 'Этот ответ относится к другому раунду, возможно, другого архива. Из него ничего не прочитано.'
    case 'sealed-too-large':
      return `В файле больше ${fault.megabytes} МБ: таких файлов у раунда проверки не бывает. Из него ничего не прочитано.`
    case 'sealed-malformed':
      return `Файл открылся, но в нём не то, что записывает Картотека (${fault.detail}). Из него ничего не прочитано.`
  }
}
