/** The system's own ways out of the window: what is copied and printed has passed the gate, or stays. */
import { expect, test } from './app.ts'

test('Ctrl+C takes words with their citation, dangerous ones not at all, and paper shows what the gate let out', async ({
  kartoteka: { page, beginAs, read, sweep, complaints },
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await beginAs('Vera')
  await read('R04')
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await sweep('We brought prosecutors over')
  await page.keyboard.press('Control+c')
  await expect.poll(clipboard).toMatch(/^“We brought prosecutors over” \(R04.*\) \[R04:/)

  await sweep('I was not happy')
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await page.evaluate(() => navigator.clipboard.writeText('untouched'))
  await expect(page.locator('.margin .label')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('I was not happy')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Sensitivity: Dangerous')
  await page.keyboard.press('Enter')
  await expect(page.locator('.margin .label').first()).toContainText('⊘')
  await sweep('I was not happy')
  await page.keyboard.press('Control+c')
  await expect.poll(clipboard).not.toContain('happy')

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#root')).toBeHidden()
  const said = await page.evaluate(() => getComputedStyle(document.body, '::before').content)
  expect(said).toContain('Ctrl+P')
  await page.emulateMedia({ media: 'screen' })
  const printed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const watch = new MutationObserver((changes) => {
          for (const { addedNodes } of changes)
            for (const node of addedNodes) if (node instanceof HTMLIFrameElement) resolve(node.srcdoc)
        })
        watch.observe(document.body, { childList: true })
      }),
  )
  await page.keyboard.press('Control+p')
  expect(await printed).toContain('We brought prosecutors over')
  expect(await printed).not.toContain('I was not happy')
  expect(await printed).not.toContain('<script')
  // The tester's own script is kept out of the frame by its sandbox, which says so.
  expect(complaints.filter((each) => !each.includes('about:srcdoc'))).toEqual([])
})
