/** From the words on a printed page to characters and back. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { copiedWords, drawn, endsOf, readPrinted, sweepOn } from './on-pages.ts'

/**
 * Within a line, over lines, over a broken word, over a column; a space stands for a line end as well, where a
 * broken word is copied whole. */
const phrases: Readonly<Record<string, readonly string[]>> = {
  P01: [
    'Keep your passport',
    'A contract names the employer, the place, the hours and the wage.',
    'Agree with a friend on a word that means: I am not well. It should be a word that anyone may overhear.',
    'Two foreign embassies and a foundation',
  ],
  P02: [
    'Если чего- то нет, спросите.',
    'Паспорт остаётся у вас',
    'Оставьте копию тому, кому доверяете.',
    'Пусть его может услышать',
  ],
  D01: ['Assistance centre: three years', 'two consulates and one police unit'],
}

test.beforeEach(async ({ kartoteka: { page, beginAs } }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await beginAs('Vera')
})

/** Where something is drawn once it has stopped moving: what an act makes of other panes comes after its paint. */
async function settled(page: Page, selector: string): ReturnType<typeof drawn> {
  let last = await drawn(page, selector)
  await expect
    .poll(async () => {
      const before = JSON.stringify(last)
      last = await drawn(page, selector)
      return JSON.stringify(last) === before
    })
    .toBe(true)
  return last
}
const spaced = (text: string) => text.trim().split(/\s+/).join(' ')

for (const [short, wanted] of Object.entries(phrases))
  test(`words coded in ${short} and selected again where they are drawn are the same characters`, async ({
    kartoteka: { page, complaints },
  }) => {
    await readPrinted(page, short)
    const label = page.locator('.margin .label')
    const before = short === 'P01' ? 2 : 0
    await expect(label).toHaveCount(before)
    for (const [n, words] of wanted.entries()) {
      await sweepOn(page, words)
      const first = await copiedWords(page)
      expect(spaced(first)).toBe(words.replace('чего- то', 'чего-то'))
      await page.keyboard.press('4')
      await page.keyboard.press('e')
      await expect(label).toHaveCount(before + n + 1)
      const { from, to } = endsOf(await settled(page, '.page-tint.is-lit'))
      await page.keyboard.press('Escape')
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 4 })
      await page.mouse.up()
      expect(await copiedWords(page)).toBe(first)
      await page.keyboard.press('Escape')
    }
    await expect(page.locator('.page-note:not([hidden])')).toHaveCount(0)
    expect(complaints).toEqual([])
  })
