/** The search view: what words and patterns found, narrowed, widened, coded, by mouse and by keyboard. */
import { expect, test, type Kartoteka } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka }) => {
  await kartoteka.beginAs('Vera')
  await kartoteka.page.keyboard.press('Control+2')
})

const box = ({ page }: Kartoteka) => page.getByRole('searchbox', { name: 'Search all documents' })
const hits = ({ page }: Kartoteka) => page.locator('.search-hits [role=row]')
const said = ({ page }: Kartoteka) => page.locator('.search-said')

test('words are found in texts, titles and codes; a document and a filter narrow them', async ({ kartoteka }) => {
  const { page } = kartoteka
  await box(kartoteka).fill('shelter')
  await expect(said(kartoteka)).toContainText('4 paragraphs in 2 documents')
  await page.getByRole('grid', { name: 'Hits per document' }).getByRole('row', { name: /D01/ }).click()
  await expect(hits(kartoteka)).toHaveCount(1)
  await page.getByRole('navigation', { name: 'Where it was found' }).getByRole('button', { name: /Codes/ }).click()
  await expect(hits(kartoteka).first()).toContainText('Shelter')
  await page.getByRole('button', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Transcript' }).click()
  await page.keyboard.press('Escape')
  await expect(said(kartoteka)).toContainText('3 paragraphs in 1 document')
  await page.getByRole('button', { name: 'Take off: Kind' }).click()
  await expect(said(kartoteka)).toContainText('4 paragraphs')
})

test('hits are walked and ticked with the keyboard, coded with a preview, and one undo takes it back', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  await box(kartoteka).fill('telephone')
  await expect(hits(kartoteka).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await page.getByRole('button', { name: 'Code ticked…' }).click()
  await page.getByRole('combobox').fill('hotlnie')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Code what was found' })
  await dialog.getByRole('radio', { name: 'The words' }).click()
  await expect(dialog).toContainText('1 passage made')
  await dialog.getByRole('button', { name: 'Code 1 passage' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('86 codings')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
})

test('the glossary widens a search on request and says why a word was found', async ({ kartoteka }) => {
  const { page } = kartoteka
  await box(kartoteka).fill('shelter')
  await page.getByRole('button', { name: 'Glossary' }).click()
  await page.getByRole('textbox', { name: 'New entry' }).fill('shelter = приют, убежище')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /Words that mean the same/ })).toHaveValue('shelter, приют, убежище')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'also приют, убежище: 1 more' }).click()
  await expect(said(kartoteka)).toContainText('5 paragraphs in 3 documents')
  await expect(hits(kartoteka).filter({ hasText: 'приютом' })).toContainText('the same as “shelter” in the glossary')
})

test('a pattern is searched on Enter; what finds nothing offers what would', async ({ kartoteka }) => {
  const { page } = kartoteka
  await box(kartoteka).fill('shelter zebra')
  await page.getByRole('button', { name: /Without zebra/ }).click()
  await expect(box(kartoteka)).toHaveValue('shelter')
  await page.getByRole('radio', { name: 'Pattern' }).click()
  await box(kartoteka).fill('\\bприют\\w*|shelters\\b')
  await page.keyboard.press('Enter')
  await expect(said(kartoteka)).toContainText('2 matches in 2 documents')
  await expect(page.locator('.search-hits mark')).toHaveText(['shelters', 'приютом'])
  await box(kartoteka).fill('(')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('missing closing )')
})

test('the view is accessible in light and dark, with hits and without', async ({ kartoteka }) => {
  const { page } = kartoteka
  for (const query of ['shelter', 'shelter zebra']) {
    await box(kartoteka).fill(query)
    await expect(
      query === 'shelter' ? hits(kartoteka).first() : page.locator('.search-offers .button').first(),
    ).toBeVisible()
    expect(await faultsOf(page), query).toEqual([])
  }
})
