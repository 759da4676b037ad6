/** A photographed notice: looked at closer, turned, drawn on and coded, with the mouse and without it. */
import { jpeg, jpegHeld } from '../support/pictures.ts'
import { hold, refuse } from './answers.ts'
import { expect, test, type Kartoteka } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { page, beginAs } }) => {
  await beginAs('Vera')
  await openPicture(page)
})

type Window = Kartoteka['page']

async function openPicture(page: Window): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'I01' }).click()
  await page.locator('.image-picture').waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.image-picture')?.complete)
}

interface Share {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

async function boxOf(page: Window, selector: string) {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not on the screen`)
  return box
}

/** Draws with the mouse; shares of the picture as it is shown. */
async function draw(page: Window, { x, y, width, height }: Share): Promise<void> {
  const paper = await boxOf(page, '.image-paper')
  const at = (across: number, down: number) => [paper.x + across * paper.width, paper.y + down * paper.height] as const
  await page.mouse.move(...at(x, y))
  await page.mouse.down()
  await page.mouse.move(...at(x + width / 2, y + height / 3))
  await page.mouse.move(...at(x + width, y + height))
  await page.mouse.up()
}

async function clickAt(page: Window, x: number, y: number): Promise<void> {
  const paper = await boxOf(page, '.image-paper')
  await page.mouse.click(paper.x + x * paper.width, paper.y + y * paper.height)
}

/** Where it stands on the picture, in hundredths. */
async function shareOf(page: Window, selector: string): Promise<Share> {
  const paper = await boxOf(page, '.image-paper')
  const box = await boxOf(page, selector)
  const round = (share: number) => Math.round(share * 100)
  return {
    x: round((box.x - paper.x) / paper.width),
    y: round((box.y - paper.y) / paper.height),
    width: round(box.width / paper.width),
    height: round(box.height / paper.height),
  }
}

const telephone: Share = { x: 0.2, y: 0.48, width: 0.6, height: 0.1 }
const status = (page: Window) => page.getByRole('contentinfo')

/** The telephone number, coded 4e. */
async function coded(page: Window, share = telephone, keys = '4e'): Promise<void> {
  const kept = page.locator('button.region')
  const before = await kept.count()
  await draw(page, share)
  for (const key of keys) await page.keyboard.press(key)
  await expect(page.locator('.region-new')).toHaveCount(0)
  await expect(kept).toHaveCount(before + 1)
}

test('a picture that lay in the camera is seen upright', async ({ kartoteka: { page } }) => {
  const size = await page
    .locator('.image-picture')
    .evaluate((picture: HTMLImageElement) => [picture.naturalWidth, picture.naturalHeight])
  expect(size).toEqual([1200, 1600])
  const paper = await boxOf(page, '.image-paper')
  expect(paper.width / paper.height).toBeCloseTo(0.75, 2)
})

test('a rectangle is drawn, coded with two keys, told in the margin and taken back', async ({
  kartoteka: { page, complaints },
}) => {
  await draw(page, telephone)
  await expect(page.getByRole('group', { name: 'Code these words' })).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.getByRole('group', { name: 'Funding' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.locator('.region-label')).toHaveText('4e Terms of the money')
  await expect(page.getByRole('list', { name: 'Rectangles of this picture' })).toContainText('Terms of the money')
  await expect(page.getByRole('button', { name: 'Terms of the money: A rectangle of the picture' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('I01:p1')
  await expect(page.locator('.region-preview img')).toBeVisible()
  await expect(status(page)).toContainText(/86 codings, (\d+) of \1 verified/)
  await page.keyboard.press('1')
  await page.keyboard.press('a')
  await expect(page.locator('.region-label')).toHaveText('4e1a')
  await page.keyboard.press('Shift+*')
  await expect(page.locator('.region-label')).toHaveText('4e1a★')
  await page.keyboard.press('Delete')
  await expect(page.locator('.region-label')).toHaveText('4e Terms of the money★')
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await expect(page.locator('.region')).toHaveCount(0)
  await expect(status(page)).toContainText(/85 codings, (\d+) of \1 verified/)
  expect(complaints).toEqual([])
})

test('a coded rectangle is seen before the archive has kept it, pale; refused it goes, and the window says why', async ({
  kartoteka: { page },
}) => {
  const lines = () =>
    page.locator('.region').evaluate((mark) => getComputedStyle(mark).boxShadow.split(/,(?![^(]*\))/).length)
  const answer = await hold(page, 'coding.createRegion')
  await draw(page, telephone)
  await page.keyboard.type('4e')
  await expect(page.locator('.region')).toHaveClass(['region is-ahead'])
  // There is nothing yet that could be picked or walked to.
  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: 'Inspector' })).not.toContainText('I01:p1')
  answer()
  await expect(page.locator('.region')).toHaveClass(['region is-focused'])
  await expect(page.locator('.is-ahead')).toHaveCount(0)

  const answerLater = await hold(page, 'coding.createRegion')
  await page.keyboard.type('1a')
  // A line inside the border.
  await expect.poll(lines).toBe(3)
  await expect(page.locator('.region-label')).toHaveText('4e Terms of the money')
  answerLater()
  await expect(page.locator('.region-label')).toHaveText('4e1a')

  await refuse(page, 'coding.createRegion')
  await page.keyboard.type('5a')
  await expect(page.getByRole('alert')).toContainText('does not answer')
  await expect(page.locator('.region-label')).toHaveText('4e1a')
})

test('a rectangle is made, moved, sized and coded without a mouse', async ({ kartoteka: { page } }) => {
  await page.getByRole('group', { name: 'I01 A notice' }).focus()
  await page.keyboard.press('n')
  const begun = await shareOf(page, '.region-new')
  expect(begun).toEqual({ x: 33, y: 33, width: 33, height: 33 })
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await expect.poll(() => shareOf(page, '.region-new')).toEqual({ x: 33, y: 29, width: 33, height: 38 })
  await expect(page.getByRole('status').filter({ hasText: 'A rectangle is drawn' })).toContainText('29%')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox').fill('hotline')
  await page.keyboard.press('Enter')
  await expect(page.locator('.region-label')).toHaveText('1a Hotline, advice and release')
  // Its borders are changed as a draft, and kept in one step.
  await page.keyboard.press('b')
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => shareOf(page, '.region')).toMatchObject({ y: 42 })
  await page.keyboard.press('Control+z')
  await expect.poll(() => shareOf(page, '.region')).toMatchObject({ y: 29 })
  await page.keyboard.press('b')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Escape')
  await expect.poll(() => shareOf(page, '.region')).toMatchObject({ y: 29 })
  // A second code by its name: the keys are the picture's again.
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('shelter')
  await page.keyboard.press('Enter')
  await expect(page.locator('.region-label')).toHaveText('1a1b')
  await expect(page.getByRole('group', { name: 'I01 A notice' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('I01:p1')
})

test('from pale to kept there is no moment in which a rectangle is not seen', async ({ kartoteka: { page } }) => {
  const answer = await hold(page, 'coding.createRegion')
  await draw(page, telephone)
  for (const key of '4e') await page.keyboard.press(key)
  await expect(page.locator('.region.is-ahead')).toHaveCount(1)
  const fewest = await page.evaluateHandle(() => {
    const drawn = { fewest: 1 }
    const look = () => {
      drawn.fewest = Math.min(drawn.fewest, document.querySelectorAll('.region').length)
      requestAnimationFrame(look)
    }
    look()
    return drawn
  })
  answer()
  await expect(page.locator('button.region')).toHaveCount(1)
  expect(await fewest.jsonValue()).toEqual({ fewest: 1 })
})

test('Esc while one draws leaves nothing drawn', async ({ kartoteka: { page } }) => {
  const paper = await boxOf(page, '.image-paper')
  await page.mouse.move(paper.x + 50, paper.y + 50)
  await page.mouse.down()
  await page.mouse.move(paper.x + 150, paper.y + 150)
  await expect(page.locator('.region-new')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.locator('.region-new')).toHaveCount(0)
})

test('what is drawn beyond the picture ends at its edge', async ({ kartoteka: { page } }) => {
  await draw(page, { x: 0.5, y: 0.9, width: 0.6, height: 0.3 })
  await expect.poll(() => shareOf(page, '.region-new')).toEqual({ x: 50, y: 90, width: 50, height: 10 })
})

test('a rectangle is sized by a handle and moved by its border, each undone in one step', async ({
  kartoteka: { page },
}) => {
  await coded(page)
  const paper = await boxOf(page, '.image-paper')
  const drag = async (x: number, y: number, across: number, down: number) => {
    await page.mouse.move(paper.x + x * paper.width, paper.y + y * paper.height)
    await page.mouse.down()
    await page.mouse.move(paper.x + (x + across / 2) * paper.width, paper.y + (y + down / 2) * paper.height)
    await page.mouse.move(paper.x + (x + across) * paper.width, paper.y + (y + down) * paper.height)
    await page.mouse.up()
  }
  await drag(0.8, 0.58, 0.1, 0.2)
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 20, y: 48, width: 70, height: 30 })
  await drag(0.3, 0.48, -0.1, -0.2)
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 10, y: 28, width: 70, height: 30 })
  await page.keyboard.press('Control+z')
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 20, y: 48, width: 70, height: 30 })
  await page.keyboard.press('Control+z')
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 20, y: 48, width: 60, height: 10 })
})

test('rectangles lie at the same place of the picture at every size and turn', async ({ kartoteka: { page } }) => {
  await coded(page)
  await page.keyboard.press('=')
  await page.keyboard.press('=')
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 20, y: 48, width: 60, height: 10 })
  await page.keyboard.press('t')
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 42, y: 20, width: 10, height: 60 })
  await page.keyboard.press('t')
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 20, y: 42, width: 60, height: 10 })
  // Drawn on the picture upside down, it is found where it was drawn when the picture is turned back.
  await page.keyboard.press('z')
  await page.keyboard.press('z')
  await page.keyboard.press('Escape')
  await coded(page, { x: 0.1, y: 0.1, width: 0.2, height: 0.1 }, '1a')
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  await expect.poll(() => shareOf(page, '.region:nth-of-type(2)')).toEqual({ x: 70, y: 80, width: 20, height: 10 })
})

test('the wheel with Ctrl looks closer at what the pointer is on, Space moves the picture', async ({
  kartoteka: { page },
}) => {
  const before = await boxOf(page, '.image-paper')
  const at = { x: before.x + before.width * 0.75, y: before.y + before.height * 0.25 }
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await boxOf(page, '.image-paper')).width).toBeGreaterThan(before.width * 2)
  const closer = await boxOf(page, '.image-paper')
  expect((at.x - closer.x) / closer.width).toBeCloseTo(0.75, 1)
  expect((at.y - closer.y) / closer.height).toBeCloseTo(0.25, 1)
  await page.getByRole('group', { name: 'I01 A notice' }).focus()
  await page.keyboard.down('Space')
  await page.mouse.down()
  await page.mouse.move(at.x - 60, at.y + 40, { steps: 3 })
  await page.mouse.up()
  await page.keyboard.up('Space')
  const moved = await boxOf(page, '.image-paper')
  expect([Math.round(moved.x - closer.x), Math.round(moved.y - closer.y)]).toEqual([-60, 40])
  await expect(page.locator('.region-new')).toHaveCount(0)
})

test('of rectangles that overlap a click picks the smallest, and then the next one outwards', async ({
  kartoteka: { page },
}) => {
  await coded(page, { x: 0.1, y: 0.1, width: 0.8, height: 0.8 }, '1a')
  await coded(page, { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }, '4e')
  await page.keyboard.press('Escape')
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await clickAt(page, 0.5, 0.5)
  await expect(inspector).toContainText('Terms of the money')
  await clickAt(page, 0.5, 0.5)
  await expect(inspector).toContainText('Hotline, advice and release')
  await clickAt(page, 0.5, 0.5)
  await expect(inspector).toContainText('Terms of the money')
  // By keys: in reading order.
  await page.keyboard.press('k')
  await expect(inspector).toContainText('Hotline, advice and release')
  await page.keyboard.press('j')
  await expect(inspector).toContainText('Terms of the money')
  await clickAt(page, 0.02, 0.02)
  await expect(page.locator('.region[aria-pressed=true]')).toHaveCount(0)
})

test('Tab picks rectangles in reading order, and Space and Enter leave them picked', async ({
  kartoteka: { page },
}) => {
  await coded(page, { x: 0.2, y: 0.6, width: 0.3, height: 0.1 }, '1a')
  await coded(page, { x: 0.2, y: 0.2, width: 0.3, height: 0.1 }, '4e')
  await page.keyboard.press('Escape')
  await page.getByRole('group', { name: 'I01 A notice' }).focus()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await page.keyboard.press('Tab')
  await expect(inspector).toContainText('Terms of the money')
  await page.keyboard.press('Tab')
  await expect(inspector).toContainText('Hotline, advice and release')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.locator('.region[aria-pressed=true]')).toHaveCount(1)
})

test('a passage takes the rectangle that is drawn anew', async ({ kartoteka: { page } }) => {
  await coded(page)
  await draw(page, { x: 0.1, y: 0.7, width: 0.2, height: 0.2 })
  await page.keyboard.press('x')
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 10, y: 70, width: 20, height: 20 })
  await expect(page.locator('.region-new')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(() => shareOf(page, '.region')).toEqual({ x: 20, y: 48, width: 60, height: 10 })
})

test('a picture is found as it was left: as large, as turned, at the same place', async ({
  kartoteka: { page, read },
}) => {
  const scroller = page.getByRole('group', { name: 'I01 A notice' })
  const left = () =>
    scroller.evaluate((box) => [
      box.scrollLeft,
      box.scrollTop,
      box.querySelector<HTMLElement>('.image-paper')?.style.width,
    ])
  await scroller.focus()
  for (let step = 0; step < 7; step++) await page.keyboard.press('=')
  await page.keyboard.press('t')
  await scroller.evaluate((box) => box.scrollTo(300, 200))
  await expect.poll(left).toEqual([300, 200, expect.any(String)])
  const before = await left()
  await read('R01')
  await openPicture(page)
  await expect.poll(left).toEqual(before)
})

async function drop({ page }: Kartoteka, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const)
  const transfer = await page.evaluateHandle((all) => {
    const dropped = new DataTransfer()
    for (const [name, base64] of all)
      dropped.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name))
    return dropped
  }, given)
  await page.dispatchEvent('.workbench', 'dragenter', { dataTransfer: transfer })
  await page.dispatchEvent('.workbench', 'drop', { dataTransfer: transfer })
}

test('pictures are dropped, called what they are, and one that is broken inside says so', async ({ kartoteka }) => {
  const { page } = kartoteka
  // Its frame is whole; what it frames is not.
  const broken = Buffer.from(jpeg)
  broken.fill(0xff, broken.indexOf(Buffer.from([0xff, 0xc4])) + 4, broken.indexOf(Buffer.from([0xff, 0xda])))
  await drop(kartoteka, {
    'P09 door.jpg': jpegHeld(8),
    'P08 torn.jpg': broken,
    'scan.tif': Buffer.from('II*\0rest', 'latin1'),
  })
  await expect(page.getByText('2 of 3 files will be imported')).toBeVisible()
  await expect(page.getByText('scan.tif is a TIFF picture, which no window can show.')).toBeVisible()
  await page.getByRole('button', { name: 'Import 2 documents' }).click()
  await page.getByRole('button', { name: 'Show the documents' }).click()
  await page.getByRole('row').filter({ hasText: 'P08' }).click()
  await expect(page.getByText('This picture cannot be shown')).toBeVisible()
  await page.getByRole('row').filter({ hasText: 'P09' }).click()
  const paper = await boxOf(page, '.image-paper')
  expect([paper.width, paper.height]).toEqual([16, 24])
})

test('a coded picture has no fault that axe can find', async ({ kartoteka: { page, complaints } }) => {
  await coded(page)
  await draw(page, { x: 0.2, y: 0.1, width: 0.3, height: 0.1 })
  expect(await faultsOf(page)).toEqual([])
  expect(complaints).toEqual([])
})
