/** The interview guide: its questions, what turns ask, and how decisions go along when the text is edited. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/archive/open.ts'
import { anArchiveFile } from '../support/archive.ts'
import { everyRow } from '../support/edits.ts'
import { faultIn } from '../support/faults.ts'
import { aGuide, asked, interviewOfTwelve, turnOf } from '../support/guide.ts'

describe('a new archive', () => {
  it('with the usual codebook has its nine questions, each with its family and wordings in two languages', () => {
    const archive = openArchive(anArchiveFile({ codebook: 'guide' }))
    const guide = archive.run('guide.list', '', {})
    const codes = archive.run('codebook.get', '', {})
    archive.close()
    expect(guide.map(({ number }) => number).join('')).toBe('123456789')
    for (const { number, code, wordings } of guide) {
      expect(codes.find(({ id }) => id === code)).toMatchObject({ shortcut: number, parent: null })
      expect(new Set(wordings.map(({ language }) => language))).toEqual(new Set(['en', 'ru']))
    }
  })

  it('without a codebook has no guide, and makes one of its families in one act', () => {
    const archive = openArchive(anArchiveFile({ codebook: 'none' }))
    const ada = archive.run('coder.create', '', { name: 'Ada' }).id
    expect(archive.run('guide.list', ada, {})).toEqual([])
    for (const [shortcut, name] of [
      ['4', 'Funding'],
      ['0', 'Emergent'],
      ['5', 'Weather'],
    ] as const)
      archive.run('code.create', ada, { parent: null, name, shortcut })
    const made = archive.run('guide.takeFamilies', ada, {})
    expect(made.map(({ number, name, wordings }) => [number, name, wordings.length > 0])).toEqual([
      ['4', 'Funding', true],
      ['5', 'Weather', false],
    ])
    expect(archive.run('guide.takeFamilies', ada, {})).toEqual([])
    archive.run('history.undo', ada, {})
    expect(archive.run('guide.list', ada, {})).toEqual([])
    archive.close()
  })
})

describe('a question', () => {
  it('is worded, moved and deleted, and comes back with what was decided', () => {
    const desk = aGuide()
    const { archive, ada, money, success, path } = desk
    archive.run('guide.decide', ada, {
      turns: [{ turn: turnOf(desk, 'Who pays'), role: { kind: 'asks', question: money } }],
    })
    const before = everyRow(path)
    archive.run('guide.delete', ada, { questions: [money] })
    expect(asked(desk)[1]).toBe('none')
    archive.run('history.undo', ada, {})
    expect(everyRow(path)).toEqual(before)
    expect(asked(desk)[1]).toBe('4!')
    archive.run('guide.move', ada, { question: success, position: 0 })
    expect(archive.run('guide.list', ada, {}).map(({ number }) => number)).toEqual(['6', '4', '8', '5'])
    const worded = archive.run('guide.addWording', ada, { question: money, words: '  Кто   платит? ' })
    expect(worded.wordings.at(-1)).toEqual({ language: 'ru', words: 'Кто платит?' })
    expect(archive.run('guide.addWording', ada, { question: money, words: 'кто платит?' })).toEqual(worded)
  })

  it('has a number of its own', () => {
    const { archive, ada, money } = aGuide()
    expect(archive.run('guide.create', ada, { name: 'Weather' }).number).toBe('1')
    expect(faultIn(() => archive.run('guide.create', ada, { name: 'Wind', number: '4' }))).toMatchObject({
      kind: 'question-number-taken',
      by: 'Funding',
    })
    expect(faultIn(() => archive.run('guide.update', ada, { question: money, number: 'a-b' }))).toMatchObject({
      kind: 'question-number-malformed',
    })
    expect(faultIn(() => archive.run('guide.update', ada, { question: money, name: ' ' }))).toEqual({
      kind: 'name-empty',
    })
  })

  it('stays without a family when the family is deleted', () => {
    const { archive, ada, money, funding } = aGuide()
    archive.run('code.delete', ada, { codes: [funding] })
    expect(archive.run('guide.list', ada, {}).find(({ id }) => id === money)?.code).toBeNull()
    archive.run('history.undo', ada, {})
    expect(archive.run('guide.list', ada, {}).find(({ id }) => id === money)?.code).toBe(funding)
  })
})

describe('the turns of an interview', () => {
  it('are offered their questions; what asks none follows up, and before the first question asks none', () => {
    expect(asked(aGuide())).toEqual(['none', '4', 'follows', '8', '6', 'none'])
  })

  it('are confirmed all at once, in one act', () => {
    const desk = aGuide()
    const { archive, ada, interview } = desk
    expect(archive.run('guide.confirmAll', ada, { sources: [interview] })).toBe(6)
    expect(asked(desk)).toEqual(['none!', '4!', 'follows!', '8!', '6!', 'none!'])
    expect(archive.run('guide.confirmAll', ada, { sources: [interview] })).toBe(0)
    archive.run('history.undo', ada, {})
    expect(asked(desk)).toEqual(['none', '4', 'follows', '8', '6', 'none'])
  })

  it('keep what was decided when the wordings change, and are offered anew where nothing was', () => {
    const desk = aGuide()
    const { archive, ada, money, obstacles } = desk
    archive.run('guide.decide', ada, {
      turns: [{ turn: turnOf(desk, 'Who pays'), role: { kind: 'asks', question: obstacles } }],
    })
    archive.run('guide.update', ada, {
      question: money,
      wordings: [{ language: 'en', words: 'How successful is the work?' }],
    })
    archive.run('guide.update', ada, { question: obstacles, wordings: [] })
    expect(asked(desk).slice(0, 4)).toEqual(['none', '8!', 'follows', 'follows'])
    archive.run('guide.forget', ada, { turns: [turnOf(desk, 'Who pays')] })
    expect(asked(desk)[1]).toBe('none')
  })

  it('are the interviewer’s only', () => {
    const desk = aGuide()
    const { archive, ada, interview, money } = desk
    const { speakers } = archive.run('source.text', ada, { source: interview })
    const turn = turnOf(desk, 'Who pays')
    const role = { kind: 'asks', question: money } as const
    expect(faultIn(() => archive.run('guide.decide', ada, { turns: [{ turn: turn + 1, role }] }))).toEqual({
      kind: 'turn-of-no-interviewer',
    })
    expect(faultIn(() => archive.run('guide.decide', ada, { turns: [{ turn: 7, role }] }))).toEqual({
      kind: 'no-such-turn',
    })
    const asking = speakers.find(({ isInterviewer }) => isInterviewer)
    if (asking) archive.run('speaker.update', ada, { speaker: asking.id, isInterviewer: false })
    expect(archive.run('guide.turns', ada, { source: interview })).toEqual([])
  })

  it('give their answers the question until the next one is asked', () => {
    const desk = aGuide()
    const { archive, ada, interview } = desk
    const numbers = new Map(archive.run('guide.list', ada, {}).map(({ id, number }) => [id, number]))
    const answers = archive.run('guide.answers', ada, { source: interview })
    expect(
      answers.map(({ start, end, question, isConfirmed }) => [
        numbers.get(question),
        interviewOfTwelve.slice(start, end),
        isConfirmed,
      ]),
    ).toEqual([
      [
        '4',
        interviewOfTwelve.slice(interviewOfTwelve.indexOf('Two emb'), interviewOfTwelve.indexOf('fair.') + 5),
        false,
      ],
      ['8', 'I would rather not say.', false],
      ['6', 'Hm.', false],
    ])
  })
})

describe('what was decided about a turn', () => {
  const decided = () => {
    const desk = aGuide()
    desk.archive.run('guide.confirmAll', desk.ada, { sources: [desk.interview] })
    return desk
  }
  const retexted = (change: (text: string) => string) => {
    const desk = decided()
    const before = everyRow(desk.path)
    desk.archive.run('source.retext', desk.ada, { source: desk.interview, text: change(interviewOfTwelve) })
    const after = asked(desk)
    desk.archive.run('history.undo', desk.ada, {})
    expect(everyRow(desk.path)).toEqual(before)
    desk.archive.run('history.redo', desk.ada, {})
    expect(asked(desk)).toEqual(after)
    return after
  }

  it('goes along when turns are put in before it', () => {
    expect(
      retexted((text) =>
        text.replace('INTERVIEWER: Who pays', 'INTERVIEWER: One moment.\nR01: Of course.\nINTERVIEWER: Who pays'),
      ),
    ).toEqual(['none!', 'none', '4!', 'follows!', '8!', '6!', 'none!'])
  })
  it('stays with the words when they are said otherwise', () => {
    expect(retexted((text) => text.replace('Who pays for the shelter', 'Who is paying for the house'))[1]).toBe('4!')
  })
  it('stays when a typing error in the label is put right', () => {
    expect(retexted((text) => text.replace('INTERVIEWER: Who pays', '[00:01:02] INTERVIEWER: Who pays'))[1]).toBe('4!')
  })
  it('goes with a turn that is cut out', () => {
    expect(retexted((text) => text.replace(/INTERVIEWER: Who pays.*\nR01.*\n/u, ''))).toEqual([
      'none!',
      'follows!',
      '8!',
      '6!',
      'none!',
    ])
  })
  it('passes to the turn its words have become part of, where that has none of its own', () => {
    const desk = decided()
    const { archive, ada, interview } = desk
    archive.run('guide.forget', ada, { turns: [turnOf(desk, 'And before')] })
    const joined = interviewOfTwelve
      .replace(/\nR01: Before that.*\n/u, '\n')
      .replace('INTERVIEWER: What stands', 'What stands')
    archive.run('source.retext', ada, { source: interview, text: joined })
    expect(asked(desk)).toEqual(['none!', '4!', '8!', '6!', 'none!'])
  })

  it('survives any edit that leaves its label line alone, and undo brings every row back', () => {
    const desk = decided()
    const { archive, ada, interview, path } = desk
    const before = everyRow(path)
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.string({ minLength: 1, maxLength: 30 }), (line, words) => {
        const lines = interviewOfTwelve.split('\n')
        // Only answers change, and no line is made that could be read as a label.
        lines[line * 2 + 1] += ` ${words.replace(/[:\n\r\f\u0085\u2028\u2029]/gu, ' ')}`
        archive.run('source.retext', ada, { source: interview, text: lines.join('\n') })
        expect(asked(desk)).toEqual(['none!', '4!', 'follows!', '8!', '6!', 'none!'])
        if (archive.run('history.state', ada, {}).undo?.operation === 'source.retext')
          archive.run('history.undo', ada, {})
        expect(everyRow(path)).toEqual(before)
      }),
      { numRuns: 12 },
    )
  })
})
