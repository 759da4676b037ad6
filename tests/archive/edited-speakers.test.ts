/** Labels of speakers are part of the text: who speaks follows what is written there. */
import { describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../support/archive.ts'
import { everyRow } from '../support/edits.ts'

const talk = 'INTERVIEWER: Who pays?\nR01: Two embassies.\nINTERVIEWER: And then?\nR01: We change doors.\n'

/** An interview of four turns. */
function aTalk(): Desk {
  const desk = aDesk()
  const { archive, ada, interview } = desk
  archive.run('source.retext', ada, { source: interview, text: talk })
  return desk
}
function retext({ archive, ada, interview }: Desk, text: string): void {
  archive.run('source.retext', ada, { source: interview, text })
}
/** Who says what, in order. */
function said({ archive, ada, interview }: Desk): readonly string[] {
  const { text, turns, speakers } = archive.run('source.text', ada, { source: interview })
  const names = new Map(speakers.map(({ id, label }) => [id, label]))
  return turns.map(({ speaker, wordsStart, end }) => `${names.get(speaker)} - ${text.slice(wordsStart, end)}`)
}
const speakersOf = ({ archive, ada, interview }: Desk) =>
  archive.run('source.text', ada, { source: interview }).speakers.map(({ label, turns }) => `${label} ${turns}`)

const unchanged = [
  'INTERVIEWER - Who pays?',
  'R01 - Two embassies.',
  'INTERVIEWER - And then?',
  'R01 - We change doors.',
]

/** Runs the edit, and holds every row against before and after, undone and redone. */
function thereAndBack(desk: Desk, text: string): void {
  const { archive, ada, path } = desk
  const before = everyRow(path)
  retext(desk, text)
  const after = everyRow(path)
  archive.run('history.undo', ada, {})
  expect(everyRow(path)).toEqual(before)
  archive.run('history.redo', ada, {})
  expect(everyRow(path)).toEqual(after)
}

describe('a speaker’s label', () => {
  it('is read as it was before anything is changed', () => {
    expect(said(aTalk())).toEqual(unchanged)
  })
  it('changed in one turn makes another speaker of that turn alone', () => {
    const desk = aTalk()
    thereAndBack(desk, talk.replace('R01: We change', 'R02: We change'))
    expect(said(desk)).toEqual([...unchanged.slice(0, 3), 'R02 - We change doors.'])
    expect(speakersOf(desk)).toEqual(['INTERVIEWER 2', 'R01 1', 'R02 1'])
  })
  it('taken away lets the turn before go on', () => {
    const desk = aTalk()
    thereAndBack(desk, talk.replace('INTERVIEWER: And then?', 'And then?'))
    expect(said(desk)).toEqual(['INTERVIEWER - Who pays?', 'R01 - Two embassies.\nAnd then?', 'R01 - We change doors.'])
  })
  it('put in begins a turn, of a speaker that is there or a new one', () => {
    const desk = aTalk()
    thereAndBack(desk, talk.replace('Two embassies.\n', 'Two embassies.\nINTERVIEWER: Which?\nR03: The near ones.\n'))
    expect(said(desk).slice(1, 4)).toEqual(['R01 - Two embassies.', 'INTERVIEWER - Which?', 'R03 - The near ones.'])
  })
  it('that nobody speaks under any more is gone, and a passage keeps its words', () => {
    const desk = aTalk()
    const { archive, ada, interview, terms } = desk
    const start = talk.indexOf('We change')
    archive.run('coding.create', ada, { source: interview, start, end: start + 9, code: terms })
    thereAndBack(desk, talk.replaceAll('R01:', 'R07:'))
    expect(speakersOf(desk)).toEqual(['INTERVIEWER 2', 'R07 2'])
    expect(archive.run('passage.list', ada, { source: interview })).toMatchObject([
      { quote: 'We change', state: 'placed' },
    ])
  })
  it('is none where a new line merely begins like the next label: an ordinary colon begins no turn', () => {
    const desk = aTalk()
    retext(desk, talk.replace('Two embassies.', 'Two embassies.\nIn short: nobody else.'))
    expect(said(desk)[1]).toBe('R01 - Two embassies.\nIn short: nobody else.')
  })
})
