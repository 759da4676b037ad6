/** An archive with an interview of twelve turns and a guide of three questions. */
import type { Input } from '../../schema/contract.ts'
import type { GuideQuestionId } from '../../schema/ids.ts'
import { aDesk, type Desk } from './archive.ts'

export const interviewOfTwelve = [
  'INTERVIEWER: Shall we begin?',
  'R01: Yes, please sit down, the tea is still hot and we have an hour.',
  'INTERVIEWER: Who pays for the shelter?',
  'R01: Two embassies pay, in turns, and a foundation gave us the money for the playroom last spring.',
  'INTERVIEWER: And before that?',
  'R01: Before that nobody paid. We sold what we could at the church fair.',
  'INTERVIEWER: What stands in the way of your work?',
  'R01: I would rather not say.',
  'INTERVIEWER: How successful is the work?',
  'R01: Hm.',
  'INTERVIEWER: That is all. Thank you.',
  'R01: Thank you, and mind the step at the door when you go out.',
].join('\n')

export interface GuideDesk extends Desk {
  readonly money: GuideQuestionId
  readonly obstacles: GuideQuestionId
  readonly success: GuideQuestionId
  readonly partners: GuideQuestionId
}

export function aGuide(): GuideDesk {
  const desk = aDesk()
  const { archive, ada, interview, funding } = desk
  archive.run('source.retext', ada, { source: interview, text: interviewOfTwelve })
  const question = (input: Input<'guide.create'>) => archive.run('guide.create', ada, input).id
  const worded = (...list: readonly string[]) => list.map((words) => ({ language: 'en' as const, words }))
  return {
    ...desk,
    money: question({ number: '4', name: 'Funding', code: funding, wordings: worded('Who pays for your work?') }),
    obstacles: question({ number: '8', name: 'Obstacles', wordings: worded('What stands in the way?') }),
    success: question({ number: '6', name: 'Success', wordings: worded('How successful is your work?') }),
    partners: question({ number: '5', name: 'Partners', wordings: worded('Who are your partners?') }),
  }
}

/** '4', 'follows' or 'none' for every turn of the interviewer, with '!' where it is decided. */
export function asked({ archive, ada, interview }: Desk): readonly string[] {
  const numbers = new Map(archive.run('guide.list', ada, {}).map(({ id, number }) => [id, number]))
  return archive
    .run('guide.turns', ada, { source: interview })
    .map(
      ({ role, decidedBy }) =>
        (role.kind === 'asks' ? (numbers.get(role.question) ?? '?') : role.kind) + (decidedBy ? '!' : ''),
    )
}

/** The turn of the interviewer with these words. */
export function turnOf({ archive, ada, interview }: Desk, words: string): number {
  const found = archive.run('guide.turns', ada, { source: interview }).find((turn) => turn.words.includes(words))
  if (!found) throw new Error(`no turn says ${words}`)
  return found.turn
}
