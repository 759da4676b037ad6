import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../electron/archive/archive.ts'
import { Connection, sql } from '../../electron/archive/db.ts'
import { recordedTables } from '../../electron/archive/history.ts'
import { connect } from '../../electron/archive/connect.ts'
import { openArchive } from '../../electron/archive/open.ts'
import type { Codebook } from '../../schema/codebook.ts'
import type { CoderId } from '../../schema/ids.ts'
import { aDesk, interviewText, type Desk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const start = interviewText.indexOf('Two embassies')
const end = start + 'Two embassies'.length

/** Every recorded row of the archive, as one value to compare. */
function everything(path: string): Record<string, unknown[]> {
  const db = new Connection(connect(path, undefined, true))
  try {
    return Object.fromEntries(
      recordedTables.map((table) => [table, db.all({ text: `SELECT * FROM ${table} ORDER BY id`, values: [] })]),
    )
  } finally {
    db.handle.close()
  }
}

describe('undo and redo', () => {
  it('takes back a coding in one step, passage and all, and names it', () => {
    const { archive, path, ada, interview, terms } = aDesk()
    const before = everything(path)
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    const act = archive.run('history.undo', ada, {})
    expect([act?.label, act?.subject]).toEqual(['Apply code', '4e Terms of the money'])
    expect(everything(path)).toEqual(before)
  })

  it('survives closing the archive', () => {
    const desk = aDesk()
    desk.archive.run('coding.create', desk.ada, { source: desk.interview, start, end, code: desk.terms })
    desk.archive.close()
    const again = openArchive(desk.path)
    expect(again.run('history.state', desk.ada, {}).undo?.label).toBe('Apply code')
    again.run('history.undo', desk.ada, {})
    expect(again.run('passage.list', desk.ada, { source: desk.interview })).toEqual([])
    again.close()
  })

  it('brings back a deleted document with its passages, codings and memos', () => {
    const { archive, path, ada, interview, terms } = aDesk()
    const passage = archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    archive.run('memo.create', ada, { about: { kind: 'passage', id: passage.id }, text: 'Who are they?' })
    archive.run('memo.create', ada, { about: { kind: 'source', id: interview }, text: 'Long pauses.' })
    const before = everything(path)
    archive.run('source.delete', ada, { sources: [interview] })
    expect(archive.run('archive.status', ada, {}).counts).toMatchObject({ sources: 1, codings: 0, passages: 0 })
    archive.run('history.undo', ada, {})
    expect(everything(path)).toEqual(before)
  })

  it('redo is undoing the undo, and a fresh act ends it', () => {
    const { archive, ada, interview, terms, doors } = aDesk()
    const codes = () =>
      archive.run('passage.list', ada, { source: interview }).flatMap(({ codings }) => codings.map(({ code }) => code))
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    archive.run('coding.create', ada, { source: interview, start, end: end + 1, code: doors })
    archive.run('history.undo', ada, {})
    archive.run('history.undo', ada, {})
    expect(codes()).toEqual([])
    archive.run('history.redo', ada, {})
    expect(codes()).toEqual([terms])
    archive.run('history.redo', ada, {})
    expect(codes().toSorted()).toEqual([doors, terms].toSorted())
    expect(archive.run('history.redo', ada, {})).toBeNull()
    archive.run('history.undo', ada, {})
    archive.run('passage.star', ada, {
      passage: archive.run('passage.list', ada, { source: interview })[0]!.id,
      starred: true,
    })
    expect(archive.run('history.state', ada, {}).redo).toBeNull()
  })

  it('belongs to a coder: Boris cannot take back what Ada did', () => {
    const { archive, ada, boris, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    expect(archive.run('history.undo', boris, {})).toBeNull()
  })

  it("declines where another coder's work would go with it, and touches nothing", () => {
    const { archive, path, ada, boris, interview, doors } = aDesk()
    const mine = archive.run('code.create', ada, { parent: null, name: 'Weather' })
    archive.run('coding.create', boris, { source: interview, start, end, code: mine.id })
    const before = everything(path)
    expect(faultIn(() => archive.run('history.undo', ada, {})).kind).toBe('history-not-yours')
    expect(everything(path)).toEqual(before)
    expect(doors).toBeTruthy()
  })

  it('declines when another coder has changed the same thing since', () => {
    const { archive, ada, boris, terms } = aDesk()
    archive.run('code.update', ada, { code: terms, name: 'Strings attached' })
    archive.run('code.update', boris, { code: terms, name: 'Conditions' })
    expect(faultIn(() => archive.run('history.undo', ada, {})).kind).toBe('history-not-yours')
    expect(archive.run('codebook.get', ada, {}).find(({ id }) => id === terms)?.name).toBe('Conditions')
  })

  it('keeps every act, done and undone, for the record', () => {
    const { archive, ada, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    archive.run('history.undo', ada, {})
    const [last] = archive.run('history.list', ada, { limit: 1 })
    expect([last?.operation, last?.state]).toEqual(['coding.create', 'undone'])
  })
})

type Deed = (archive: Archive, desk: Desk, coder: CoderId, pick: number) => void

const some = (codes: Codebook, pick: number) => codes.filter((_, at) => at % 3 === pick % 3).map(({ id }) => id)

/** What a researcher does all day; a deed that has nothing to work on does nothing. */
const deeds: Record<string, Deed> = {
  code: (archive, { interview }, coder, pick) => {
    const codes = archive.run('codebook.get', coder, {})
    const from = pick % 60
    archive.run('coding.create', coder, {
      source: interview,
      start: from,
      end: from + 5 + (pick % 40),
      code: codes[pick % codes.length]!.id,
    })
  },
  uncode: (archive, { interview }, coder, pick) => {
    const codings = archive.run('passage.list', coder, { source: interview }).flatMap((passage) => passage.codings)
    if (codings.length > 0) archive.run('coding.delete', coder, { coding: codings[pick % codings.length]!.id })
  },
  star: (archive, { interview }, coder, pick) => {
    const passages = archive.run('passage.list', coder, { source: interview })
    if (passages.length > 0)
      archive.run('passage.star', coder, { passage: passages[pick % passages.length]!.id, starred: pick % 2 === 0 })
  },
  note: (archive, { interview }, coder, pick) => {
    const passages = archive.run('passage.list', coder, { source: interview })
    if (passages.length > 0)
      archive.run('memo.create', coder, {
        about: { kind: 'passage', id: passages[pick % passages.length]!.id },
        text: `Note ${pick}`,
      })
  },
  add: (archive, _, coder, pick) => {
    const codes = archive.run('codebook.get', coder, {})
    archive.run('code.create', coder, {
      parent: pick % 3 === 0 ? null : codes[pick % codes.length]!.id,
      name: `Code ${pick} ${codes.length}`,
    })
  },
  resize: (archive, { interview }, coder, pick) => {
    const passages = archive.run('passage.list', coder, { source: interview })
    const passage = passages[pick % Math.max(1, passages.length)]
    const from = (pick * 3) % 60
    if (passage) archive.run('passage.resize', coder, { passage: passage.id, start: from, end: from + 1 + (pick % 9) })
  },
  move: (archive, _, coder, pick) => {
    const codes = archive.run('codebook.get', coder, {})
    archive.run('code.move', coder, {
      codes: some(codes, pick),
      parent: pick % 2 ? null : codes[(pick * 7) % codes.length]!.id,
      position: pick % 4,
    })
  },
  merge: (archive, _, coder, pick) => {
    const codes = archive.run('codebook.get', coder, {})
    archive.run('code.merge', coder, {
      codes: some(codes, pick),
      into: codes[(pick * 5 + 1) % codes.length]!.id,
    })
  },
  drop: (archive, _, coder, pick) => {
    const codes = archive.run('codebook.get', coder, {})
    if (codes.length > 2) archive.run('code.delete', coder, { codes: [codes[pick % codes.length]!.id] })
  },
  split: (archive, { interview }, coder, pick) => {
    const codings = archive.run('passage.list', coder, { source: interview }).flatMap((passage) => passage.codings)
    const coding = codings[pick % Math.max(1, codings.length)]
    if (coding)
      archive.run('code.split', coder, {
        code: coding.code,
        codings: codings.filter(({ code }) => code === coding.code).map(({ id }) => id),
        name: `Part ${pick}`,
        below: pick % 2 === 0,
      })
  },
  recode: (archive, { interview }, coder, pick) => {
    const codings = archive.run('passage.list', coder, { source: interview }).flatMap((passage) => passage.codings)
    const codes = archive.run('codebook.get', coder, {})
    archive.run('coding.recodeMany', coder, {
      codings: codings.map(({ id }) => id),
      code: codes[pick % codes.length]!.id,
      copy: pick % 3 === 0,
    })
  },
  describe: (archive, { interview }, coder, pick) => {
    const codings = archive.run('passage.list', coder, { source: interview }).flatMap((passage) => passage.codings)
    const coding = codings[pick % Math.max(1, codings.length)]
    if (coding)
      archive.run('coding.update', coder, {
        coding: coding.id,
        weight: 3,
        stance: pick % 2 ? 'blames' : 'credits',
        holdsResponsible: pick % 3 ? null : 'state',
      })
  },
  head: (archive, _, coder, pick) => {
    const codes = archive.run('codebook.get', coder, {})
    archive.run('code.makeHeading', coder, { code: codes[pick % codes.length]!.id, name: `Rest ${pick}` })
  },
  group: (archive, _, coder, pick) => {
    const codes = some(archive.run('codebook.get', coder, {}), pick)
    const sets = archive.run('codeSet.list', coder, {})
    const set = sets[pick % Math.max(1, sets.length)]
    if (!set || pick % 4 === 0) archive.run('codeSet.create', coder, { name: `Set ${pick}`, codes: [...codes] })
    else if (pick % 4 === 1) archive.run('codeSet.delete', coder, { set: set.id })
    else archive.run(pick % 4 === 2 ? 'codeSet.add' : 'codeSet.remove', coder, { set: set.id, codes: [...codes] })
  },
  forget: (archive, { interview }, coder) => {
    if (archive.run('source.list', coder, {}).some(({ id }) => id === interview))
      archive.run('source.delete', coder, { sources: [interview] })
  },
}

describe('any day of work', () => {
  it('undone to the beginning is the archive of the morning; redone to the end, that of the evening', () => {
    const day = fc.array(fc.tuple(fc.constantFrom(...Object.keys(deeds)), fc.nat(1000)), {
      minLength: 1,
      maxLength: 25,
    })
    fc.assert(
      fc.property(day, (acts) => {
        const desk = aDesk()
        const { archive, ada, path } = desk
        const steps = () =>
          archive.run('history.list', ada, { limit: 1000 }).filter(({ state }) => state === 'done').length
        const before = steps()
        const morning = everything(path)
        for (const [name, pick] of acts) {
          if (archive.run('codebook.get', ada, {}).length === 0) continue
          try {
            deeds[name]!(archive, desk, ada, pick)
          } catch (error) {
            expect(error).toHaveProperty('fault') // a rule said no: then nothing happened
          }
        }
        const evening = everything(path)
        const done = steps() - before
        for (let n = 0; n < done; n++) archive.run('history.undo', ada, {})
        expect(everything(path)).toEqual(morning)
        for (let n = 0; n < done; n++) archive.run('history.redo', ada, {})
        expect(everything(path)).toEqual(evening)
        archive.close()
      }),
      { numRuns: 40 },
    )
  })
})

describe('the tables that undo knows', () => {
  it('hold text and whole numbers only, and have an id', () => {
    const { path } = aDesk()
    const db = new Connection(connect(path, undefined, true))
    for (const table of recordedTables) {
      const columns = db.all<{ name: string; type: string }>(sql`SELECT name, type FROM pragma_table_info(${table})`)
      expect(columns.map(({ name }) => name)).toContain('id')
      expect(columns.filter(({ type }) => type !== 'TEXT' && type !== 'INTEGER')).toEqual([])
    }
    db.handle.close()
  })

  it('are all the tables of the archive but those that are write-once, derived or the log itself', () => {
    const { path } = aDesk()
    const db = new Connection(connect(path, undefined, true))
    const tables = db.pluck<string>(
      sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'fts_%'`,
    )
    db.handle.close()
    const unrecorded = [
      'content',
      'source_file',
      'source_file_piece',
      'source_text',
      'page',
      'counter',
      'setting',
      'history_step',
      'history_change',
      'audit',
      'lexicon',
      'search_meta',
      'thing',
    ]
    expect(tables.toSorted()).toEqual([...recordedTables, ...unrecorded].toSorted())
  })
})
