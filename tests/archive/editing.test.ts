import { describe, expect, it } from 'vitest'
import type { SourceId } from '../../schema/ids.ts'
import { isText } from '../../schema/passage.ts'
import { aDesk, interviewText, type Desk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const at = (words: string, text = interviewText) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})
const textOf = ({ archive, ada, interview }: Desk) => archive.run('source.text', ada, { source: interview })
const passagesOf = ({ archive, ada, interview }: Desk) => archive.run('passage.list', ada, { source: interview })

function edit(desk: Desk, ...changes: { start: number; end: number; insert: string }[]) {
  const { archive, ada, interview } = desk
  return archive.run('source.edit', ada, { source: interview, base: textOf(desk).version, changes })
}
/** Puts `anew` where `words` stand. */
const instead = (desk: Desk, words: string, anew: string) =>
  edit(desk, { ...at(words, textOf(desk).text), insert: anew })
const code = ({ archive, ada, interview, terms }: Desk, words: string, text = interviewText) =>
  archive.run('coding.create', ada, { source: interview, ...at(words, text), code: terms })

describe('editing a text', () => {
  it('moves the passages behind the change along with their words', () => {
    const desk = aDesk()
    const { id } = code(desk, 'we change doors')
    const outcome = instead(desk, 'Two embassies', 'The two embassies')
    expect(outcome).toMatchObject({ version: 2, moved: 1, changed: [], parked: [] })
    expect(passagesOf(desk)).toMatchObject([{ id, quote: 'we change doors', state: 'placed' }])
    expect(desk.archive.run('archive.verify', desk.ada, {})).toMatchObject({ placed: 1, lost: 0 })
  })

  it('keeps the words of before where those of a passage changed', () => {
    const desk = aDesk()
    const { id } = code(desk, 'Two embassies pay')
    expect(instead(desk, 'embassies', 'ministries')).toMatchObject({ changed: [id] })
    expect(passagesOf(desk)).toMatchObject([
      { id, state: 'changed', quote: 'Two ministries pay', was: 'Two embassies pay' },
    ])
    instead(desk, 'ministries', 'embassies')
    expect(passagesOf(desk)).toMatchObject([{ id, state: 'placed', quote: 'Two embassies pay', was: '' }])
  })

  it('lets every passage of a row take the place of the next, and undo and redo lead the same way back and forth', () => {
    const desk = aDesk()
    const { archive, ada, interview, terms } = desk
    const begin = interviewText.indexOf('Two embassies')
    const places = Array.from({ length: 10 }, (_, n) => ({ start: begin + 4 * n, end: begin + 4 * n + 4 }))
    // Written in no order, and one apart from the row, which goes where nobody stood.
    for (const { start, end } of [...places.slice(6), ...places.slice(0, 6), { start: begin + 1, end: begin + 3 }])
      archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    const before = passagesOf(desk)
    edit(desk, { start: begin, end: begin, insert: 'Yes ' })
    const after = passagesOf(desk)
    expect(after.map((each) => [isText(each) && each.quote, each.state])).toEqual(
      before.map((each) => [isText(each) && each.quote, 'placed']),
    )
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ placed: before.length, lost: 0 })
    archive.run('history.undo', ada, {})
    expect(passagesOf(desk)).toEqual(before)
    archive.run('history.redo', ada, {})
    expect(passagesOf(desk)).toEqual(after)
  })

  it('parks a passage whose words are cut out, and undo brings it back exactly', () => {
    const desk = aDesk()
    const { archive, ada, interview } = desk
    const { id } = code(desk, 'in turns')
    code(desk, 'we change doors')
    const before = { passages: passagesOf(desk), text: textOf(desk) }
    expect(instead(desk, ' pay, in turns. When', ' pay. When')).toMatchObject({ parked: [id], moved: 1 })
    expect(archive.run('passage.doubtful', ada, {})).toMatchObject([
      {
        doubt: 'parked',
        was: 'in turns',
        present: '',
        extract: 'R01:2',
        after: '. When the list changes, we change doors.\n',
      },
    ])
    const after = { passages: passagesOf(desk), text: textOf(desk) }
    archive.run('history.undo', ada, {})
    expect({ passages: passagesOf(desk), text: textOf(desk) }).toEqual(before)
    archive.run('history.redo', ada, {})
    expect({ passages: passagesOf(desk), text: textOf(desk) }).toEqual(after)
    expect(archive.run('source.versions', ada, { source: interview })).toMatchObject([
      { number: 2, isCurrent: true, origin: 'edit', parked: 1, moved: 1, coder: ada },
      { number: 1, isCurrent: false, origin: 'import' },
    ])
  })

  it('makes one of two passages that come to the same words, and says what they did not agree on', () => {
    const desk = aDesk()
    const { archive, ada, boris, interview, terms, doors } = desk
    const older = code(desk, 'Two embassies')
    const younger = archive.run('coding.create', ada, { source: interview, ...at('Two embassies pay'), code: terms })
    archive.run('coding.create', boris, { source: interview, ...at('Two embassies pay'), code: doors })
    archive.run('passage.star', ada, { passage: younger.id, starred: true })
    archive.run('coding.update', ada, { coding: older.codings[0]!.id, stance: 'blames' })
    archive.run('coding.update', ada, { coding: younger.codings[0]!.id, stance: 'credits', weight: 3 })
    const before = passagesOf(desk)
    const outcome = instead(desk, ' pay,', ',')
    expect(outcome.united).toEqual([
      {
        kept: older.id,
        gone: younger.id,
        conflicts: [
          {
            code: terms,
            coder: ada,
            kept: { weight: 1, stance: 'blames', holdsResponsible: null },
            lost: { weight: 3, stance: 'credits', holdsResponsible: null },
          },
        ],
      },
    ])
    const after = passagesOf(desk)
    expect(after).toMatchObject([{ id: older.id, starred: true, codings: [{ coder: ada }, { coder: boris }] }])
    archive.run('history.undo', ada, {})
    expect(passagesOf(desk)).toEqual(before)
    archive.run('history.redo', ada, {})
    expect(passagesOf(desk)).toEqual(after)
  })

  it('that changes nothing is no step', () => {
    const desk = aDesk()
    const { archive, ada } = desk
    const before = archive.run('history.list', ada, { limit: 9 })
    expect(edit(desk, { ...at('Two embassies'), insert: 'Two embassies' })).toMatchObject({ version: 1 })
    expect(archive.run('history.list', ada, { limit: 9 })).toEqual(before)
  })

  it('is refused where it is no change of the text that is there', () => {
    const desk = aDesk()
    const { archive, ada, interview } = desk
    const refused = (base: number, ...changes: { start: number; end: number; insert: string }[]) =>
      faultIn(() => archive.run('source.edit', ada, { source: interview, base, changes }))
    expect(refused(7, { start: 0, end: 0, insert: 'x' })).toEqual({ kind: 'text-moved-on', source: 'R01' })
    expect(refused(1, { start: 0, end: 999, insert: '' })).toMatchObject({ kind: 'change-outside-text', end: 999 })
    expect(refused(1, { start: 5, end: 9, insert: '' }, { start: 8, end: 9, insert: '' })).toMatchObject({
      kind: 'changes-out-of-order',
    })
    expect(refused(1, { start: 0, end: interviewText.length, insert: ' \n' })).toEqual({
      kind: 'text-empty',
      source: 'R01',
    })
    edit(desk, { start: 0, end: 0, insert: '👩‍👩‍👧' })
    expect(refused(2, { start: 2, end: 2, insert: 'x' })).toEqual({ kind: 'change-splits-character', at: 2 })
    expect(archive.run('archive.verify', ada, {}).damage).toBe('')
  })

  it('is not undone over passages that somebody made on the new text since', () => {
    const desk = aDesk()
    const { archive, ada, boris, interview, doors } = desk
    instead(desk, 'Two embassies', 'The two embassies')
    const { text } = textOf(desk)
    archive.run('coding.create', boris, { source: interview, ...at('we change', text), code: doors })
    expect(faultIn(() => archive.run('history.undo', ada, {}))).toMatchObject({
      kind: 'history-text-coded-since',
      passages: 1,
    })
    archive.run('source.restore', ada, { source: interview, version: 1 })
    expect(textOf(desk)).toMatchObject({ text: interviewText, version: 3 })
    expect(passagesOf(desk)).toMatchObject([{ quote: 'we change', ...at('we change') }])
  })

  it('keeps a window with the old text from coding the wrong words', () => {
    const desk = aDesk()
    const { archive, ada, interview, terms } = desk
    instead(desk, 'Two embassies', 'The two embassies')
    const late = () =>
      archive.run('coding.create', ada, { source: interview, ...at('in turns'), code: terms, version: 1 })
    expect(faultIn(late)).toEqual({ kind: 'text-moved-on', source: 'R01' })
  })

  it('that replaces the whole text finds what differs by itself', () => {
    const desk = aDesk()
    const { archive, ada, interview } = desk
    const { id } = code(desk, 'we change doors')
    const text = interviewText.replace('Two embassies pay', 'Three embassies are paying').replaceAll('\n', '\r\n')
    const preview = archive.run('source.editPreview', ada, { source: interview, text })
    expect(preview).toMatchObject({ moved: 1, changed: [], parked: [] })
    archive.run('source.retext', ada, { source: interview, text })
    expect(passagesOf(desk)).toMatchObject([{ id, state: 'placed', quote: 'we change doors' }])
    expect(textOf(desk).text).toBe(text.replaceAll('\r\n', '\n'))
    expect(archive.run('source.text', ada, { source: interview, version: 1 }).text).toBe(interviewText)
  })
})

describe('paragraphs of an edited text', () => {
  const labels = (desk: Desk, source: SourceId = desk.interview) =>
    desk.archive.run('source.text', desk.ada, { source }).paragraphs.map(({ label }) => label)

  it('keep their labels; new ones get letters, and no label is given twice', () => {
    const desk = aDesk()
    edit(desk, {
      start: interviewText.indexOf('\n') + 1,
      end: interviewText.indexOf('\n') + 1,
      insert: 'R01: Nobody.\n',
    })
    expect(labels(desk)).toEqual(['1', '1a', '2'])
    instead(desk, 'R01: Nobody.\n', '')
    expect(labels(desk)).toEqual(['1', '2'])
    instead(desk, ' When the list', '\nWhen the list')
    instead(desk, 'Who pays', '\nWho pays')
    expect(labels(desk)).toEqual(['1', '1b', '2', '2a'])
    instead(desk, 'Who pays', 'Who on earth pays')
    expect(labels(desk)).toEqual(['1', '1b', '2', '2a'])
  })

  it('that are joined go on under the first label', () => {
    const desk = aDesk()
    instead(desk, '?\nR01', '? R01')
    expect(labels(desk)).toEqual(['1'])
    instead(desk, '? R01', '?\nR01')
    expect(labels(desk)).toEqual(['1', '1a'])
  })
})
