/** What became of a question in an interview, by rule. The numbers are `gridRule`; the view says the rule in words. */
import { gridRule, type Verdict } from '../../../schema/guide.ts'

const refusals =
  /(?:rather not|prefer not|no comment|can(?:no|['’])t (?:say|tell|answer|comment|discuss)|cannot (?:say|tell|answer|comment|discuss)|not (?:allowed|permitted|authori[sz]ed|able) to|won['’]t (?:say|answer)|will not (?:say|answer)|do(?:n['’]t| not) want to (?:say|talk|answer|discuss)|not for the record|skip (?:that|this)|next question)|(?:не могу (?:сказать|ответить|говорить|комментировать)|не (?:буду|хочу|стану|хотел[аи]? бы) (?:говорить|отвечать|обсуждать|комментировать)|без комментариев|не (?:вправе|уполномочен)|не для записи|воздерж|давайте (?:дальше|пропустим)|следующий вопрос)/iu

/** `answer`: the words where they are few enough to be looked at, else null. `length` in UTF-16 units. */
export function verdictOf(found: {
  readonly asked: number
  readonly length: number
  readonly passages: number
  readonly answer: string | null
}): Verdict {
  if (found.asked === 0) return found.passages > 0 ? 'partly' : 'not-asked'
  if (found.passages > 0) return 'answered'
  if (found.answer !== null && found.length <= gridRule.refusal && refusals.test(found.answer)) return 'declined'
  if (found.length < gridRule.noAnswer) return 'no-answer'
  return found.length < gridRule.short ? 'partly' : 'answered'
}
