import { describe, expect, it } from 'vitest'
import { aheadOn, isAhead, isOf, keptOf, withAhead } from '../../renderer/reader/ahead.ts'
import type { CodeId, CoderId, PassageId } from '../../schema/ids.ts'
import type { CodedPassage } from '../../schema/passage.ts'

const shelter = 'shelter' as CodeId
const money = 'money' as CodeId
const vera = 'vera' as CoderId
const stamp = { page: 2, x: 10, y: 20, width: 3000, height: 4000 }
const words = { start: 5, end: 12 }

/** As it comes from the archive. */
function kept(target: typeof stamp | typeof words, code: CodeId, coder = vera): CodedPassage {
  const [drawn] = withAhead([], [aheadOn(target, code, coder)])
  if (!drawn) throw new Error('nothing is drawn')
  const id = 'p1' as PassageId
  return {
    ...drawn,
    id,
    codings: drawn.codings.map((coding) => ({ ...coding, passage: id, id: `c ${code}` as never })),
  }
}

describe('a code that is on its way, on words and on rectangles', () => {
  for (const target of [words, stamp]) {
    const what = 'page' in target ? 'a rectangle' : 'words'
    it(`is drawn as a passage of its own where none is: ${what}`, () => {
      const [drawn] = withAhead([], [aheadOn(target, shelter, vera)])
      expect(drawn).toMatchObject({ ...target, codings: [{ code: shelter, coder: vera }] })
      expect(drawn && isAhead(drawn)).toBe(true)
    })
    it(`joins the passage that stands there already: ${what}`, () => {
      const there = kept(target, money)
      const drawn = withAhead([there], [aheadOn(target, shelter, vera)])
      expect(drawn.map(({ id }) => id)).toEqual([there.id])
      expect(drawn[0]?.codings.map(isAhead)).toEqual([false, true])
      expect(drawn.map(({ codings }) => keptOf(codings).map(({ code }) => code))).toEqual([[money]])
    })
    it(`is drawn no more in the drawing that shows it kept: ${what}`, () => {
      const passages = [kept(target, shelter)]
      expect(withAhead(passages, [aheadOn(target, shelter, vera)])).toBe(passages)
    })
    it(`is not the same code by another coder: ${what}`, () => {
      const hers = kept(target, shelter, 'berta' as CoderId)
      expect(isOf(aheadOn(target, shelter, vera), hers)).toBe(false)
      expect(withAhead([hers], [aheadOn(target, shelter, vera)])[0]?.codings).toHaveLength(2)
    })
  }
  it('is given once however often its key is pressed', () => {
    expect(aheadOn(words, shelter, vera).coding).toBe(aheadOn({ ...words }, shelter, vera).coding)
    expect(aheadOn(words, shelter, vera).coding).not.toBe(aheadOn(words, money, vera).coding)
    const twice = [aheadOn(words, shelter, vera), aheadOn(words, shelter, vera)]
    expect(withAhead([], twice)[0]?.codings).toHaveLength(1)
  })
})
