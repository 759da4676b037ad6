/** The words of the review pack, in English: read by somebody who has never seen Kartoteka. */
import { grammarOf } from './numbers.ts'

const say = grammarOf('en-GB', ['KB', 'MB'])
const passages = (n: number) => say.count(n, { one: '# passage', other: '# passages' })
const units = (n: number) => say.count(n, { one: '# unit', other: '# units' })
/** A sentence's end, once: 'Anna K.' has it already. */
const ended = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`)

export const reviewPack = {
  locked: 'This file is locked',
  lockedAbout:
    'It holds passages of interviews and documents for you to review. Everything stays in this file and on this computer: the page cannot reach the network.',
  passphrase: 'Passphrase',
  passphraseHint: 'You were told it by the person who sent you this file.',
  showPassphrase: 'Show',
  hidePassphrase: 'Hide',
  unlock: 'Open',
  unlocking: 'Opening…',
  noCrypto:
    'This browser cannot open sealed files from a local page. Open the file in a current Chrome, Edge, Firefox or Safari.',
  noFile: 'The passages are missing from this file: it was not sent or saved whole. Ask for it to be sent again.',
  language: 'Language',
  look: 'Colours',
  looks: { system: 'As the system', light: 'Light', dark: 'Dark' },
  wait: {
    review: (n: number) => `${passages(n)} ${n === 1 ? 'waits' : 'wait'} for you`,
    coding: (n: number) => `${units(n)} ${n === 1 ? 'waits' : 'wait'} for your codes`,
  },
  questions: (n: number) => say.count(n, { one: '# question', other: '# questions' }),
  askedBy: (from: string, day: string) => (from ? `From ${from}, ${day}` : day),
  day: (at: string) => say.day(at),
  how: {
    review: 'Read each passage and say whether the code fits. Where it does not, suggest another, or leave a comment.',
    blind:
      'Choose the codes that you would put on each passage; only then you see what the first coder put, and say whether you agree.',
    coding:
      'Put the codes that fit on each unit, one or several, or say that none fits. You do not see what others put.',
  },
  keysHint: 'Everything works with the mouse; each button also shows its key.',
  name: 'Your name',
  nameHint: 'Goes with your reply, so that it is known who said what.',
  nameMissing: 'Write your name first.',
  begin: 'Begin',
  goOn: 'Go on',
  decided: (done: number, all: number) => `${say.number(done)} of ${say.number(all)} decided`,
  goOnFromFile: 'Go on from a reply saved earlier…',
  taken: (n: number) => `${passages(n)} taken over from the reply.`,
  kept: 'What you decide is kept in this browser, sealed, until you come back.',
  notKept:
    'This browser keeps nothing for local files. Save the reply before you close the page; you can go on from it later.',
  notKeptShort: 'Not kept in this browser',
  list: 'Passages',
  filter: 'Which passages',
  filters: { all: 'All', undecided: 'Open', disagreements: 'Differ', unsure: 'Unsure' },
  filterEmpty: {
    all: 'There are no passages in this file.',
    undecided: 'Everything is decided.',
    disagreements: 'No passage where you see it differently.',
    unsure: 'No passage where you are unsure.',
  },
  standings: {
    open: 'not decided',
    begun: 'begun',
    agreed: 'agreed',
    disagreed: 'seen differently',
    unsure: 'unsure',
    coded: 'codes put',
  },
  withComment: 'with a comment',
  passageOf: (at: number, all: number) => `Passage ${say.number(at)} of ${say.number(all)}`,
  asks: (from: string) => (from ? `${from} asks` : 'A question to you'),
  coderPut: (n: number) =>
    n === 1 ? 'The first coder put this code' : 'The first coder put these codes, decide on each',
  verdicts: { agree: 'Agree', disagree: 'Disagree', unsure: 'Unsure' },
  takeBack: (verdict: string) => `${verdict}: press again to take it back`,
  yours: 'Your codes',
  yourCodesFirst: 'Choose your codes first; then you see what the first coder put.',
  noneYet: 'None yet.',
  noneFits: 'No code fits',
  putCode: 'Put a code',
  reveal: 'Show the first coder’s',
  suggest: 'Suggest another code',
  suggested: 'You suggest',
  answerPlaceholder: 'Your answer, now or at the end',
  takeOut: (name: string) => `Take out ${name}`,
  findCode: 'Key or name of a code',
  findCodeHint: 'Enter puts it, Esc closes',
  noSuchCode: 'No code like this in the codebook.',
  family: (name: string) => `in ${name}`,
  comment: 'Comment',
  commentPlaceholder: 'What should the researcher know?',
  include: 'When to use',
  exclude: 'When not',
  example: 'Example',
  noDefinition: 'This code has no definition.',
  previous: 'Previous',
  next: 'Next',
  overview: 'Questions',
  showList: 'Passages',
  save: 'Save the reply',
  savedAs: (file: string) => `Saved as ${file}`,
  sendIt: (from: string) =>
    `It holds what you decided and wrote, and no word of the passages. Send it to ${ended(from || 'the researcher')} You may go on and save again: the newest counts.`,
  close: 'Close',
  allDone: 'Everything is decided',
  allDoneAbout: (from: string) => `Save the reply now and send the small file back${from ? ` to ${ended(from)}` : '.'}`,
  someLeft: (n: number) => `${passages(n)} still open`,
  someLeftAbout: 'You have come to the end. You can look at the open ones, or save the reply as it is.',
  toOpen: 'To the open ones',
  back: 'Back to the passages',
  changedSince: 'Changed since the last save',
  savedAll: 'Reply saved',
}
