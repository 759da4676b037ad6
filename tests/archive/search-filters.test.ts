import { describe, expect, it } from 'vitest'
import type { SearchFilter } from '../../schema/search.ts'
import { Connection, sql } from '../../electron/archive/db.ts'
import { connect } from '../../electron/archive/connect.ts'
import { openArchive } from '../../electron/archive/open.ts'
import { newId } from '../../electron/archive/fresh.ts'
import type { SourceId } from '../../schema/ids.ts'
import { anArchiveFile, putSource } from '../support/archive.ts'

const texts = {
  R01: 'INTERVIEWER: Who pays for the shelter?\nR01: The shelter pays itself.\nR01: Nobody else pays for it.',
  R02: 'ИНТЕРВЬЮЕР: Кто платит за приют?\nR02: The shelter? Never heard of it.',
  P01: 'Our shelter is open at night.',
}

/** Two interviews with turns and a pamphlet, of different languages and years. */
function anArchive() {
  const path = anArchiveFile()
  const ids = Object.fromEntries(
    Object.entries(texts).map(([short, text]) => [short, putSource(path, { short, title: short, text })]),
  ) as Record<keyof typeof texts, SourceId>
  const db = new Connection(connect(path, undefined, false))
  db.run(sql`UPDATE source SET kind = 'pamphlet', collected_on = '2010-06' WHERE short = 'P01'`)
  db.run(sql`UPDATE source SET language = 'ru', collected_on = '2009-04-17' WHERE short = 'R02'`)
  db.run(sql`UPDATE source SET collected_on = '2009-03-01' WHERE short = 'R01'`)
  for (const short of ['R01', 'R02'] as const) {
    const source = ids[short]
    const number = db.pluck<number>(sql`SELECT number FROM source WHERE id = ${source}`)[0]!
    const speakers = new Map<string, string>()
    let at = 0
    for (const [n, line] of texts[short].split('\n').entries()) {
      const label = line.split(':')[0]!
      const asks = Number(/INTER|ИНТЕР/.test(label))
      if (!speakers.has(label)) {
        speakers.set(label, newId())
        db.run(
          sql`INSERT INTO speaker (id, source, label, is_interviewer) VALUES (${speakers.get(label)}, ${source}, ${label}, ${asks})`,
        )
      }
      db.run(sql`INSERT INTO turn (id, source, speaker, start, words_start, "end")
        VALUES (${number * 2 ** 24 + n + 1}, ${source}, ${speakers.get(label)}, ${at}, ${at + label.length + 2}, ${at + line.length})`)
      at += line.length + 1
    }
  }
  db.handle.close()
  const archive = openArchive(path)
  const ada = archive.run('coder.create', '', { name: 'Ada' }).id
  const found = (query: string, filter: SearchFilter = {}) => {
    const answer = archive.run('search.passages', ada, { query, filter, asYouType: false, limit: 50, offset: 0 })
    expect(answer.perSource.reduce((sum, { count }) => sum + count, 0)).toBe(answer.total)
    return answer.hits
      .map(({ source, paragraph }) => `${Object.entries(ids).find(([, id]) => id === source)![0]}:${paragraph}`)
      .toSorted()
  }
  return { archive, ids, ada, found }
}

describe('filters of a search', () => {
  it('narrow by kind, language and document', () => {
    const { found, ids, archive } = anArchive()
    expect(found('shelter')).toEqual(['P01:1', 'R01:1', 'R01:2', 'R02:2'])
    expect(found('shelter', { kinds: ['pamphlet'] })).toEqual(['P01:1'])
    expect(found('shelter', { languages: ['ru'] })).toEqual(['R02:2'])
    expect(found('shelter', { sources: [ids.R01, ids.P01] })).toEqual(['P01:1', 'R01:1', 'R01:2'])
    expect(found('shelter', { kinds: ['pamphlet'], languages: ['ru'] })).toEqual([])
    expect(found('shelter', { sources: [] })).toEqual([])
    archive.close()
  })

  it('narrow by who speaks: the role or the voice', () => {
    const { found, archive } = anArchive()
    expect(found('shelter', { role: 'interviewer' })).toEqual(['R01:1'])
    expect(found('shelter', { role: 'respondent' })).toEqual(['R01:2', 'R02:2'])
    expect(found('shelter', { speakers: ['R02'] })).toEqual(['R02:2'])
    expect(found('pays', { role: 'respondent', speakers: ['R01'] })).toEqual(['R01:2', 'R01:3'])
    archive.close()
  })

  it('narrow to the answers to a question of the guide', () => {
    const { found, ids, archive, ada } = anArchive()
    const { id } = archive.run('guide.create', ada, { name: 'Who pays' })
    const [turn] = archive.run('guide.turns', ada, { source: ids.R01 })
    archive.run('guide.decide', ada, { turns: [{ turn: turn!.turn, role: { kind: 'asks', question: id } }] })
    expect(found('pays')).toEqual(['R01:1', 'R01:2', 'R01:3'])
    expect(found('pays', { questions: [id] })).toEqual(['R01:2', 'R01:3'])
    archive.run('history.undo', ada, {})
    expect(found('pays', { questions: [id] })).toEqual([])
    archive.close()
  })

  it('narrow by when the document was collected, whole months and years included', () => {
    const { found, archive } = anArchive()
    expect(found('shelter', { from: '2009-04' })).toEqual(['P01:1', 'R02:2'])
    expect(found('shelter', { until: '2009' })).toEqual(['R01:1', 'R01:2', 'R02:2'])
    expect(found('shelter', { until: '2010' })).toHaveLength(4)
    expect(found('shelter', { from: '2009-04', until: '2009-04' })).toEqual(['R02:2'])
    archive.close()
  })

  it('narrow to coded words, codes below included, and follow the codings', () => {
    const { found, ids, archive, ada } = anArchive()
    const funding = archive.run('code.create', ada, { parent: null, name: 'Funding', shortcut: '4' }).id
    const terms = archive.run('code.create', ada, { parent: funding, name: 'Terms', shortcut: '4e' }).id
    expect(found('shelter', { codes: [funding] })).toEqual([])
    archive.run('coding.create', ada, { source: ids.R01, start: 43, end: 50, code: terms })
    expect(found('shelter', { codes: [funding] })).toEqual(['R01:2'])
    expect(found('shelter #4e')).toEqual(['R01:2'])
    expect(found('shelter -#4e')).toEqual(['P01:1', 'R01:1', 'R02:2'])
    archive.run('history.undo', ada, {})
    expect(found('shelter', { codes: [funding] })).toEqual([])
    archive.close()
  })

  it('are written in the query too, in either language, alone, joined, excluded', () => {
    const { found, archive } = anArchive()
    expect(found('shelter kind:pamphlet')).toEqual(['P01:1'])
    expect(found('shelter вид:брошюра')).toEqual(['P01:1'])
    expect(found('shelter -kind:pamphlet')).toEqual(['R01:1', 'R01:2', 'R02:2'])
    expect(found('shelter (kind:pamphlet OR lang:ru)')).toEqual(['P01:1', 'R02:2'])
    expect(found('heard OR (shelter kind:pamphlet)')).toEqual(['P01:1', 'R02:2'])
    expect(found('shelter role:interviewer')).toEqual(['R01:1'])
    expect(found('shelter роль:респондент date:2009')).toEqual(['R01:2', 'R02:2'])
    expect(found('shelter document:R01 date:2009-03..')).toEqual(['R01:1', 'R01:2'])
    archive.close()
  })

  it('narrow by what is known of documents, in the query too', () => {
    const { found, ids, archive, ada } = anArchive()
    const actor = archive.run('attribute.create', ada, { owner: 'source', name: 'Actor', key: 'actor', type: 'text' })
    const cells = [{ owner: ids.R02, column: actor.id, value: 'NGO' }]
    archive.run('attribute.set', ada, { owner: 'source', cells, extendLists: false, skipRefused: false })
    expect(found('shelter', { attributes: [{ key: 'actor', operator: '=', values: ['ngo'] }] })).toEqual(['R02:2'])
    expect(found('shelter', { attributes: [{ key: 'actor', operator: '!=', values: ['ngo'] }] })).toHaveLength(3)
    expect(found('shelter actor:NGO')).toEqual(['R02:2'])
    expect(found('shelter -actor:NGO')).toHaveLength(3)
    archive.close()
  })

  it('name what they do not know instead of passing it over in silence', () => {
    const { archive, ada } = anArchive()
    const answer = archive.run('search.passages', ada, {
      query: 'shelter kind:nonsense #9z',
      asYouType: false,
      limit: 5,
      offset: 0,
    })
    expect(answer.total).toBe(4)
    expect(answer.passedOver).toEqual(['kind:nonsense', '#9z'])
    archive.close()
  })

  it('ask for exact forms within either and without', () => {
    const { found, archive } = anArchive()
    expect(found('night OR =pays')).toEqual(['P01:1', 'R01:1', 'R01:2', 'R01:3'])
    expect(found('shelter -=pays')).toEqual(['P01:1', 'R02:2'])
    archive.close()
  })
})
