/** A finger instead of a mouse. */
import { expect, test } from './app.ts'

test.use({ hasTouch: true })

test('a passage that a finger taps comes into focus', async ({ kartoteka: { page, beginAs, read } }) => {
  await beginAs('Vera')
  await read('R01')
  await page.locator('.tint', { hasText: 'A woman may say only the colour' }).tap()
  await expect(page.getByRole('region', { name: 'Inspector' }).locator('blockquote')).toContainText(
    'A woman may say only the colour',
  )
})
