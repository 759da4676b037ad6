/** Every pair of ink and paper in every set of colours is readable: WCAG 2.2, 1.4.3 and 1.4.11. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideCodebook } from '../support/codebook.ts'

const css = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8')
type Tokens = ReadonlyMap<string, string>

function tokensOf(selector: string): Tokens {
  const begin = css.indexOf(`${selector} {`)
  if (begin < 0) throw new Error(`no ${selector} in tokens.css`)
  const block = css.slice(begin, css.indexOf('\n}', begin))
  return new Map([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/gi)].map(([, name, value]) => [name!, value!]))
}
const light = tokensOf(':root')
const sets: Readonly<Record<string, Tokens>> = {
  light,
  dark: new Map([...light, ...tokensOf(":root[data-theme='dark']")]),
  'high contrast': new Map([...light, ...tokensOf(":root[data-contrast='high']")]),
  'dark, high contrast': new Map([
    ...light,
    ...tokensOf(":root[data-theme='dark']"),
    ...tokensOf(":root[data-contrast='high']"),
    ...tokensOf(":root[data-theme='dark'][data-contrast='high']"),
  ]),
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [x = 0, y = 0] = [luminance(a), luminance(b)].toSorted((p, q) => q - p)
  return (x + 0.05) / (y + 0.05)
}
function mixed(over: string, under: string, share: number): string {
  const part = (at: number) =>
    Math.round(parseInt(over.slice(at, at + 2), 16) * share + parseInt(under.slice(at, at + 2), 16) * (1 - share))
      .toString(16)
      .padStart(2, '0')
  return `#${part(1)}${part(3)}${part(5)}`
}

const texts: readonly (readonly [ink: string, paper: string])[] = [
  ...['ink', 'ink-2'].flatMap((ink) =>
    ['paper', 'panel', 'raised', 'hover', 'picked'].map((paper) => [ink, paper] as const),
  ),
  ['accent', 'paper'],
  ['accent', 'raised'],
  ['on-accent', 'accent'],
  ['warn', 'paper'],
  ['warn', 'warn-soft'],
  ['warn', 'panel'],
  ['ok', 'paper'],
  ['ok', 'ok-soft'],
  ['paper', 'ink'],
  ['ink', 'mark'],
]

describe.each(Object.entries(sets))('%s', (_, tokens) => {
  const value = (name: string) => {
    const found = tokens.get(name)
    if (!found) throw new Error(`--${name} is missing`)
    return found
  }
  it.each(texts)('%s on %s is at least 4.5 : 1', (ink, paper) => {
    expect(contrast(value(ink), value(paper))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(['paper', 'panel', 'raised'])('borders of fields on %s are at least 3 : 1', (paper) => {
    expect(contrast(value('line-2'), value(paper))).toBeGreaterThanOrEqual(3)
  })
  it('text stays readable over the tint of every code, four deep and lit', () => {
    const isDark = luminance(value('paper')) < 0.2
    for (const { colour } of guideCodebook()) {
      // As reader.css mixes them: one passage, four of them, and the one in focus.
      for (const [whiteness, share] of isDark
        ? ([
            [0.75, 0.24],
            [0.75, 0.36],
            [0.7, 0.36],
          ] as const)
        : ([
            [1, 0.19],
            [1, 0.31],
            [1, 0.34],
          ] as const)) {
        const tint = mixed(colour, '#ffffff', whiteness)
        expect(contrast(value('ink'), mixed(tint, value('paper'), share))).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
