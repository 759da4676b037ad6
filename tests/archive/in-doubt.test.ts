/** Passages that an edit left in doubt, and what a person decides about them. */
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { certainPlaceOf } from '../../renderer/repair/certain-place.ts'
import type { PassageId } from '../../schema/ids.ts'
import { aDesk, interviewText, type Desk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const textOf = ({ archive, ada, interview }: Desk) => archive.run('source.text', ada, { source: interview })
const passagesOf = ({ archive, ada, interview }: Desk) => archive.run('passage.list', ada, { source: interview })
const doubtsOf = ({ archive, ada }: Desk) => archive.run('passage.doubtful', ada, {})

const code = ({ archive, ada, interview, terms }: Desk, words: string) => {
  const start = interviewText.indexOf(words)
  return archive.run('coding.create', ada, { source: interview, start, end: start + words.length, code: terms })
}
function retext({ archive, ada, interview }: Desk, text: string): void {
  archive.run('source.retext', ada, { source: interview, text })
}
const placeOn = (desk: Desk, passage: PassageId, words: string) => {
  const start = textOf(desk).text.indexOf(words)
  return desk.archive.run('passage.place', desk.ada, { passage, start, end: start + words.length })
}

/** 'in turns' is coded and then cut out of the text. */
function withParked() {
  const desk = aDesk()
  const { id } = code(desk, 'in turns')
  retext(desk, interviewText.replace(', in turns', ''))
  return { desk, id }
}

describe('words that changed', () => {
  it('are confirmed once: the passage is placed on them, and undo asks again', () => {
    const desk = aDesk()
    const { id } = code(desk, 'Two embassies pay')
    retext(desk, interviewText.replace('embassies', 'ministries'))
    const asked = passagesOf(desk)
    expect(doubtsOf(desk)).toMatchObject([
      { doubt: 'changed', was: 'Two embassies pay', present: 'Two ministries pay' },
    ])
    desk.archive.run('passage.confirm', desk.ada, { passages: [id] })
    desk.archive.run('passage.confirm', desk.ada, { passages: [id] })
    expect(passagesOf(desk)).toMatchObject([{ state: 'placed', quote: 'Two ministries pay', was: '' }])
    expect(doubtsOf(desk)).toEqual([])
    expect(desk.archive.run('history.undo', desk.ada, {})).toMatchObject({ label: 'Confirm words' })
    expect(passagesOf(desk)).toEqual(asked)
  })

  it('cannot be confirmed where there are none', () => {
    const { desk, id } = withParked()
    const confirmed = faultIn(() => desk.archive.run('passage.confirm', desk.ada, { passages: [id] }))
    expect(confirmed).toEqual({ kind: 'passage-without-place' })
  })
})

describe('a parked passage', () => {
  it('is placed on other words with its codes, and undo parks it again', () => {
    const { desk, id } = withParked()
    const before = doubtsOf(desk)
    expect(placeOn(desk, id, 'pay')).toMatchObject({ id, state: 'placed', quote: 'pay', was: '', codings: [{}] })
    expect(doubtsOf(desk)).toEqual([])
    expect(desk.archive.run('history.undo', desk.ada, {})).toMatchObject({ label: 'Place passage' })
    expect(doubtsOf(desk)).toEqual(before)
  })

  it('placed where a passage is goes into it, and undo parts them', () => {
    const { desk, id } = withParked()
    const { archive, boris, ada, interview, doors } = desk
    const start = textOf(desk).text.indexOf('we change doors')
    const there = archive.run('coding.create', boris, { source: interview, start, end: start + 15, code: doors })
    const before = { passages: passagesOf(desk), doubts: doubtsOf(desk) }
    const placed = placeOn(desk, id, 'we change doors')
    expect(placed).toMatchObject({ id: there.id, codings: [{ coder: ada }, { coder: boris }] })
    expect(doubtsOf(desk)).toEqual([])
    archive.run('history.undo', ada, {})
    expect({ passages: passagesOf(desk), doubts: doubtsOf(desk) }).toEqual(before)
  })

  it('is not placed by offsets of an older text, nor on spaces or beyond the end', () => {
    const { desk, id } = withParked()
    const place = (start: number, end: number, version?: number) =>
      faultIn(() => desk.archive.run('passage.place', desk.ada, { passage: id, start, end, version }))
    expect(place(0, 4, 1)).toEqual({ kind: 'text-moved-on', source: 'R01' })
    expect(place(0, 9999)).toMatchObject({ kind: 'passage-outside-source' })
    expect(place(12, 13)).toEqual({ kind: 'passage-of-spaces' })
  })

  it('is given up with its codes, named in the history, and undo brings it back to the letter', () => {
    const { desk, id } = withParked()
    const { archive, ada } = desk
    const before = doubtsOf(desk)
    archive.run('passage.release', ada, { passages: [id] })
    expect(doubtsOf(desk)).toEqual([])
    expect(archive.run('history.state', ada, {})).toMatchObject({
      undo: { label: 'Give up passage', subject: 'R01' },
    })
    archive.run('history.undo', ada, {})
    expect(doubtsOf(desk)).toEqual(before)
  })
})

it('a passage that stands where it should is not given up, nor is anything named along with it', () => {
  const { desk, id } = withParked()
  const placed = code(desk, 'Who pays').id
  const release = () => desk.archive.run('passage.release', desk.ada, { passages: [id, placed] })
  expect(faultIn(release)).toEqual({ kind: 'passage-not-doubtful' })
  expect(doubtsOf(desk)).toHaveLength(1)
})

describe('passages that are not where they say', () => {
  /** As another program or a damaged disk may leave it. */
  function moveTo({ path }: Desk, passage: PassageId, words: string): void {
    const start = interviewText.indexOf(words)
    const file = new Database(path)
    file.prepare('UPDATE passage SET start = ?, "end" = ? WHERE id = ?').run(start, start + words.length, passage)
    file.close()
  }
  const certain = (desk: Desk) => doubtsOf(desk).flatMap(certainPlaceOf)

  it('are placed at once where their very words are, and one undo takes that back', () => {
    const desk = aDesk()
    const { archive, ada } = desk
    const [pay, turns] = [code(desk, 'Two embassies pay').id, code(desk, 'in turns').id]
    const asCoded = passagesOf(desk)
    moveTo(desk, pay, 'Who pays')
    moveTo(desk, turns, 'Two embassies pay')
    const before = doubtsOf(desk)
    expect(before).toMatchObject([{ doubt: 'lost' }, { doubt: 'lost' }])
    archive.run('passage.placeMany', ada, { places: [...certain(desk)] })
    expect(passagesOf(desk)).toEqual(asCoded)
    expect(doubtsOf(desk)).toEqual([])
    expect(archive.run('history.undo', ada, {})).toMatchObject({ label: 'Place passages' })
    expect(doubtsOf(desk)).toEqual(before)
  })

  it('are not placed by a list that is older than the text: none of them is', () => {
    const desk = aDesk()
    const [pay, turns] = [code(desk, 'Two embassies pay').id, code(desk, 'in turns').id]
    moveTo(desk, pay, 'Who pays')
    moveTo(desk, turns, 'Two embassies pay')
    const places = [...certain(desk)]
    expect(places).toHaveLength(2)
    retext(desk, `A word of thanks first.\n${interviewText}`)
    const before = passagesOf(desk)
    expect(faultIn(() => desk.archive.run('passage.placeMany', desk.ada, { places }))).toEqual({
      kind: 'text-moved-on',
      source: 'R01',
    })
    expect(passagesOf(desk)).toEqual(before)
  })

  it('do not take in what is coded there: they step aside with their own codings', () => {
    const desk = aDesk()
    const { id } = code(desk, 'in turns')
    moveTo(desk, id, 'Who pays')
    const coded = code(desk, 'Who pays')
    expect(coded.id).not.toBe(id)
    expect(coded).toMatchObject({ quote: 'Who pays', codings: [{}] })
    expect(doubtsOf(desk)).toMatchObject([{ doubt: 'parked', was: 'in turns', passage: { id, codings: [{}] } }])
  })
})

describe('places where lost words may stand', () => {
  /** What is offered for 'in turns' when the text has become `text`. */
  function offered(text: string) {
    const desk = aDesk()
    code(desk, 'in turns')
    // Cut out first and put in after: what was cut out and is put in elsewhere is not followed by itself.
    retext(desk, interviewText.replace(', in turns', ''))
    retext(desk, text)
    return doubtsOf(desk)[0]?.candidates ?? []
  }

  it('are the very words before others like them', () => {
    const candidates = offered('INTERVIEWER: Who pays for the shelter?\nR01: They pay, in turns. They pay in turn.\n')
    expect(candidates.map(({ quote }) => quote)).toEqual(['in turns'])
  })
  it('are told apart by what stands around them when the words stand twice', () => {
    const text = 'INTERVIEWER: We go in turns?\nR01: Two embassies pay, in turns. When the list changes, we change.\n'
    const [first, second, ...none] = offered(text)
    expect(first).toMatchObject({ start: text.lastIndexOf('in turns'), quote: 'in turns' })
    expect(second).toMatchObject({ start: text.indexOf('in turns'), quote: 'in turns' })
    expect(first!.likeness).toBeGreaterThan(second!.likeness)
    expect(none).toEqual([])
  })
  it('are words like them where the very words are nowhere', () => {
    const candidates = offered('INTERVIEWER: Who pays for the shelter?\nR01: Two embassies pay, in their turns.\n')
    expect(candidates[0]).toMatchObject({ quote: 'in their turns' })
    expect(candidates[0]!.likeness).toBeLessThan(100)
  })
  it('are none where nothing is like them', () => {
    expect(offered('R01: Nobody knows.\n')).toEqual([])
  })
})
