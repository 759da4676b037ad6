/** Words of the interview guide: the grid, the turns, the questions. */
import type { grammarOf } from './numbers.ts'

export const guideWords = (say: ReturnType<typeof grammarOf>) => {
  const turns = (n: number) => say.count(n, { one: '# turn', other: '# turns' })
  return {
    title: 'Interview guide',
    parts: 'Parts of the guide',
    part: { grid: 'Questions by interviews', turns: 'Turns', questions: 'Questions' },
    question: 'Question',
    interviews: (n: number) => say.count(n, { one: '# interview', other: '# interviews' }),
    verdicts: {
      answered: 'answered',
      partly: 'partly answered',
      declined: 'declined',
      'no-answer': 'asked, no answer',
      'not-asked': 'not asked',
    },
    legend: 'What the signs mean',
    offeredSign: 'dotted: offered, not confirmed',
    overruledSign: 'a point: said by a person against the rule',
    rule: (noAnswer: number, short: number) =>
      `The rule: a question is asked when a turn of the interviewer asks it. It is answered when a passage of its family is coded, or the answer has ${say.number(short)} characters or more; partly answered when the answer is shorter, or nobody asked but a passage of the family is coded; declined when a short answer refuses; below ${say.number(noAnswer)} characters there is no answer.`,
    cell: (
      question: string,
      interview: string,
      verdict: string,
      passages: number,
      isOffered: boolean,
      isSaid: boolean,
    ) =>
      `${question}, ${interview}: ${verdict}${isOffered ? ', offered' : ''}${isSaid ? ', overruled' : ''}, ${say.count(passages, { one: '# passage', other: '# passages' })}`,
    answeredIn: 'Answered',
    answeredOf: (n: number, of: number) => `${say.number(n)} of ${say.number(of)}`,
    gapsOf: 'Missing',
    emptyTitle: 'No interview to set against the guide',
    emptyText:
      'Import a transcript, and mark who of its speakers is the interviewer: each of their turns is then offered the question it asks.',
    noQuestions: 'The guide has no questions yet',
    noQuestionsText: 'Write your own, or make one of each family of the codebook that has a key.',
    takeFamilies: 'Make questions of the families',
    tookFamilies: (n: number) => `${say.count(n, { one: '# question', other: '# questions' })} made of families`,
    noFamilies: 'Every family that has a key has its question already.',
    table: 'What became of each question in each interview',
    exportCsv: 'Table (.csv)',
    exportBook: 'Table (.xlsx)',
    export: 'Export',
    saved: (name: string, withheld: number) =>
      `Saved ${name}${withheld > 0 ? `; ${say.count(withheld, { one: '# document', other: '# documents' })} kept back because of consent` : ''}`,
    chooseCell: 'Choose a cell: its answers and passages are shown here.',
    verdict: 'What became of it',
    byRule: (verdict: string) => `By the rule: ${verdict}`,
    note: 'Note',
    notePlaceholder: 'Why you say so',
    answers: 'Answers',
    noAnswers: 'No turn of this interview asks this question.',
    openPlace: 'Open in the document',
    passages: 'Coded passages of the family',
    noPassages: 'No passage of the family is coded in this interview',
    noFamily: 'This question has no family of codes',
    document: 'Interview',
    openTurns: (n: number) => (n === 0 ? 'all confirmed' : `${turns(n)} to confirm`),
    confirmAll: (n: number) => `Confirm all ${say.number(n)} of this interview`,
    confirmEverywhere: (n: number) => `Confirm all ${say.number(n)} of all interviews`,
    confirmed: (n: number) => `${turns(n)} confirmed`,
    turnKeys: (follow: string) =>
      `Space confirms, a digit says another question, ${follow} makes it a follow-up, Del says it asks none`,
    turnList: 'Turns of the interviewer',
    follows: 'follows up',
    none: 'asks none',
    offered: 'offered',
    decided: 'confirmed',
    likeness: (share: number) => say.percent(share),
    confirm: 'Confirm',
    other: 'Another question…',
    takeBack: 'Take the decision back',
    asksNone: 'Asks no question of the guide',
    followUp: 'Follows up the question before',
    addWording: 'The guide may ask it so',
    wordingAdded: (question: string) => `Added to the wordings of ${question}`,
    noInterviewer: 'Nobody is marked as the interviewer in this document',
    number: 'Number',
    name: 'Short name',
    family: 'Family of codes',
    withoutFamily: 'None',
    wordings: { en: 'Wordings in English', ru: 'Wordings in Russian', other: 'Wordings in other languages' },
    wordingsHint: 'One a line; the more ways of asking stand here, the more turns are recognised.',
    newQuestion: 'Add a question',
    newName: 'New question',
    delete: 'Delete question',
    questionList: 'Questions of the guide',
    moveUp: 'Move up',
    moveDown: 'Move down',
    gaps: (facts: {
      readonly notAsked: readonly string[]
      readonly declined: readonly string[]
      readonly noAnswer: readonly string[]
    }) =>
      [
        facts.notAsked.length > 0 ? `not asked: ${facts.notAsked.join(', ')}` : '',
        facts.declined.length > 0 ? `declined: ${facts.declined.join(', ')}` : '',
        facts.noAnswer.length > 0 ? `no answer: ${facts.noAnswer.join(', ')}` : '',
      ]
        .filter(Boolean)
        .join('; ') || 'every question has an answer',
    ofDocument: 'Guide',
    lookAtTurns: 'Look at the turns',
    imported: (short: string, gaps: string) => `${short}: ${gaps}`,
    importedMany: (n: number) =>
      `${say.count(n, { one: '# interview', other: '# interviews' })} matched with the guide`,
    answersQuestion: 'Answers',
  }
}
