import { describe, expect, it } from 'vitest'
import { citationOf, dayIn, lettersOf, modeOf, referenceOf, type CitedSource } from '../../schema/citation.ts'

const interview: CitedSource = {
  short: 'R07',
  kind: 'transcript',
  level: 'O',
  title: '',
  role: 'legal specialist',
  house: 'NGO network',
  body: '',
  year: '',
  letter: 0,
  collectedOn: '2009-07-14',
  isPersonal: false,
}
const report: CitedSource = {
  ...interview,
  short: 'D01',
  kind: 'report',
  level: 'N',
  title: 'Victim profile',
  role: '',
  house: '',
  body: 'World Harbour Body (WHB)',
  year: '2009',
}
const place = { extract: 'R07:12.3', page: 0, speaker: 'R07' }

describe('a citation', () => {
  it('of a participant says who speaks as far as the document’s level lets out', () => {
    expect(citationOf(interview, place, 'en')).toBe('(R07, legal specialist, NGO network)')
    expect(citationOf({ ...interview, role: '', house: '' }, place, 'en')).toBe('(R07)')
    expect(citationOf(interview, { ...place, speaker: 'R2' }, 'en')).toBe('(R07, R2, legal specialist, NGO network)')
  })

  it('is a personal communication only where the person is named and was asked for a fact', () => {
    const expert = { ...interview, level: 'N' as const, isPersonal: true }
    const said = { ...place, speaker: 'Anna Maria Velt' }
    expect(citationOf(expert, said, 'en')).toBe('(A. M. Velt, personal communication, July 14, 2009)')
    expect(citationOf(expert, { ...place, speaker: 'Вельт Анна Сергеевна' }, 'ru')).toBe(
      '(А. С. Вельт, личное сообщение, 14 июля 2009 г.)',
    )
    for (const other of [
      { ...expert, level: 'O' as const },
      { ...expert, isPersonal: false },
    ])
      expect(modeOf(other, said.speaker)).toBe('participant')
    expect(modeOf(expert, 'RESPONDENT')).toBe('participant')
  })

  it('of a document names its body, year and page', () => {
    expect(citationOf(report, { ...place, page: 3 }, 'en')).toBe('(World Harbour Body [WHB], 2009, p. 3)')
    expect(citationOf({ ...report, letter: 1 }, { ...place, page: 3 }, 'ru')).toBe(
      '(World Harbour Body [WHB], 2009а, с. 3)',
    )
    expect(citationOf({ ...report, body: '', year: '' }, { ...place, extract: 'L01:12.1' }, 'en')).toBe(
      '(“Victim profile”, n.d., para. 12)',
    )
    expect(citationOf({ ...report, body: '', title: '', level: 'P' }, { ...place, page: 3, speaker: '' }, 'en')).toBe(
      '(D01, p. 3)',
    )
  })

  it('tells works of one body and year apart by letters, in the order of their titles, whatever was typed', () => {
    const works = [
      { ...report, title: 'Victim profile' },
      { ...report, title: 'Annual report', body: 'world harbour body', year: '2009b' },
      { ...report, title: 'Leaflet', year: '2008' },
      { ...report, title: 'Another', body: '', year: '2009' },
    ]
    expect(lettersOf(works)).toEqual([2, 1, 0, 0])
    expect(referenceOf({ ...works[0]!, letter: 2 }, 'en')).toBe('World Harbour Body. (2009b). Victim profile.')
    expect(referenceOf(interview, 'en')).toBe('')
    expect(referenceOf({ ...report, title: '' }, 'en')).toBe('')
  })

  it('writes days and months in the forms of the language', () => {
    expect(dayIn('2009-07-14', 'en')).toBe('July 14, 2009')
    expect(dayIn('2009-07-14', 'ru')).toBe('14 июля 2009 г.')
    expect(dayIn('2009-07', 'ru')).toBe('июль 2009 г.')
    expect(dayIn('2009', 'en')).toBe('2009')
    expect(dayIn('some day', 'en')).toBe('')
  })
})
