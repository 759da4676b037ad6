/** A day's coding taken back to the beginning and done again to the end: the archive's rows are what they were. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type DatabaseOf from 'better-sqlite3'
import { recordedTables } from '../../electron/archive/history.ts'
import { expect, test } from './app.ts'

// By its place: by its name the test runner would find the types alone.
const Database = createRequire(import.meta.url)(
  join(import.meta.dirname, '../../node_modules/better-sqlite3'),
) as typeof DatabaseOf

/** Every row that undo answers for, as the file has it. */
function rowsIn(folder: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(join(folder, 'sample.kartoteka'), { readonly: true })
  try {
    return Object.fromEntries(
      recordedTables.map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY id`).all()]),
    )
  } finally {
    db.close()
  }
}

test('coded, recoded, resized, starred, described, written about, moved: undone to the beginning, redone to the end', async ({
  kartoteka,
}) => {
  const { page, folder, beginAs, read, sweep, restart } = kartoteka
  await beginAs('Vera')
  await read('R04')
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
  const atFirst = rowsIn(folder)
  const undoSays = (words: string) => expect(page.getByRole('button', { name: `Undo: ${words}` })).toBeVisible()

  await sweep('money for those who do the work')
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await undoSays('apply code 4e Terms of the money')
  await page.keyboard.press('r')
  await page.getByRole('combobox').fill('1f')
  await page.keyboard.press('Enter')
  await undoSays('change the code of a passage to 4e Terms of the money → 1f Training professionals')
  await page.keyboard.press('f')
  await undoSays('resize passage')
  await page.keyboard.press('Shift+Digit8')
  await undoSays('star passage')
  await page.keyboard.press(']')
  await undoSays('describe coding 1f Training professionals')
  await page.keyboard.press('m')
  await page.keyboard.type('Whose money is it? [[R01:9]]')
  await page.keyboard.press('Control+Enter')
  await undoSays('write memo')
  await page.getByRole('treegrid').getByRole('row', { name: /1a/ }).click()
  await page.getByRole('treegrid').press('Alt+ArrowDown')
  await undoSays('move code 1a Hotline, advice and release')
  const atLast = rowsIn(folder)
  expect(atLast).not.toEqual(atFirst)

  const turnAll = async (which: 'Undo' | 'Redo', most: number) => {
    for (let turned = 0; turned < most; turned++) {
      const button = page.getByRole('button', { name: new RegExp(`^${which}: `) })
      const name = await button.getAttribute('aria-label')
      await button.click()
      await expect(page.getByRole('button', { name: name ?? '', exact: true })).toHaveCount(0)
    }
  }
  await turnAll('Undo', 3)
  await restart()
  await turnAll('Undo', 4)
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible()
  expect(rowsIn(folder)).toEqual(atFirst)

  await turnAll('Redo', 4)
  await restart()
  await turnAll('Redo', 3)
  await expect(page.getByRole('button', { name: 'Nothing to redo' })).toBeVisible()
  expect(rowsIn(folder)).toEqual(atLast)
})
