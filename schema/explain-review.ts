/** The only words for what can go wrong in a round of review, in both languages. */
import type { Tongue } from './explain.ts'
import type { ReviewFault } from './review-fault.ts'

export function explainReview(fault: ReviewFault, tongue: Tongue): string {
  return tongue === 'ru' ? inRussian(fault) : inEnglish(fault)
}

function inEnglish(fault: ReviewFault): string {
  switch (fault.kind) {
    case 'review-no-round':
      return 'That round of review is not in this archive.'
    case 'review-no-item':
      return 'That excerpt is no longer in the round.'
    case 'review-no-proposal':
      return 'That proposal is no longer in the archive.'
    case 'review-empty':
      return 'There is nothing to ask about: no excerpt answers the choice, or all that do must stay in the archive. Choose more.'
    case 'review-closed':
      return `“${fault.name}” is signed off. Nothing was changed; open the round again first.`
    case 'review-under-way':
      return `“${fault.name}” has been sent or answered, so what it asks stays as it is. Make a new round for other questions.`
    case 'review-outdated':
      return `At ${fault.place} the coding that was spoken of is no longer as it was, so nothing was changed. Keep it, or change it by hand.`
    case 'review-code-not-asked':
      return `The code “${fault.code}” is not in the codebook of this round.`
    case 'review-reason-needed':
      return 'Write the reason first: it becomes the rule.'
  }
}

function inRussian(fault: ReviewFault): string {
  switch (fault.kind) {
    case 'review-no-round':
      return 'Такого раунда проверки в этом архиве нет.'
    case 'review-no-item':
      return 'Этого отрывка в раунде уже нет.'
    case 'review-no-proposal':
      return 'Этого предложения в архиве уже нет.'
    case 'review-empty':
      return 'Спрашивать не о чем: под выбор не подходит ни один отрывок или всё подходящее не должно покидать архив. Выберите больше.'
    case 'review-closed':
      return `Раунд «${fault.name}» завершён. Ничего не изменено; сначала откройте его снова.`
    case 'review-under-way':
      return `Раунд «${fault.name}» уже отправлен, или на него уже ответили, поэтому его вопросы остаются прежними. Для других вопросов создайте новый раунд.`
    case 'review-outdated':
      return `В месте ${fault.place} кодировка, о которой шла речь, уже не та, поэтому ничего не изменено. Оставьте её или измените вручную.`
    case 'review-code-not-asked':
      return `Кода «${fault.code}» нет в книге кодов этого раунда.`
    case 'review-reason-needed':
      return 'Сначала напишите причину: она станет правилом.'
  }
}
