/** What axe finds in what is shown, in light and in dark: everything once, and what colours decide in each light. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const dark = { colorScheme: 'dark', contrast: 'no-preference' } as const
const lights = {
  all: {
    dark,
    'high contrast': { colorScheme: 'light', contrast: 'more' },
    'dark, high contrast': { colorScheme: 'dark', contrast: 'more' },
  },
  two: { dark },
} as const

/** One line a fault: the light, the rule and the elements; none where all is well. The page is left in light. */
export async function faultsOf(
  page: Page,
  { within, every = 'two' }: { within?: string; every?: keyof typeof lights } = {},
): Promise<readonly string[]> {
  const axe = () => (within === undefined ? new AxeBuilder({ page }) : new AxeBuilder({ page }).include(within))
  // Without motion: colours on their way from light to dark are nobody's.
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', reducedMotion: 'reduce' })
  const found = lines('light', (await axe().analyze()).violations)
  for (const [light, media] of Object.entries(lights[every])) {
    await page.emulateMedia(media)
    found.push(...lines(light, (await axe().withRules(['color-contrast']).analyze()).violations))
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', reducedMotion: 'no-preference' })
  return found
}

const lines = (light: string, faults: readonly { id: string; nodes: readonly { html: string }[] }[]): string[] =>
  faults.map(({ id, nodes }) => `${light}, ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
