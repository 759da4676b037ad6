/** How this person likes the window: language, theme, contrast, zoom. Kept on the computer, not in the archive. */
import type { Tongue } from '../schema/explain.ts'
import { Observable } from './observable.ts'
import { recall, remember } from './remembered.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const contrasts = ['system', 'normal', 'high'] as const
export type Contrast = (typeof contrasts)[number]
/** Percent. */
export const zooms = [80, 90, 100, 110, 125, 150, 175, 200] as const

export const tongue = new Observable<Tongue>(oneOf(['en', 'ru'], recall('language')) ?? tongueOfSystem())
export const theme = new Observable<Theme>(oneOf(themes, recall('theme')) ?? 'system')
export const contrast = new Observable<Contrast>(oneOf(contrasts, recall('contrast')) ?? 'system')
export const zoom = new Observable<number>(zooms.find((each) => String(each) === recall('zoom')) ?? 100)

const isDark = matchMedia('(prefers-color-scheme: dark)')
const wantsContrast = matchMedia('(prefers-contrast: more)')

/** Puts the settings on the page, now and whenever they or the system's wishes change. */
export function applySettings(): void {
  tongue.watch(() => remember('language', tongue.value))
  theme.watch(() => remember('theme', theme.value))
  contrast.watch(() => remember('contrast', contrast.value))
  zoom.watch(() => remember('zoom', String(zoom.value)))
  for (const each of [tongue, theme, contrast, zoom]) each.watch(paint)
  for (const each of [isDark, wantsContrast]) each.addEventListener('change', paint)
  paint()
}

/** One step up or down the ladder of sizes. */
export function zoomBy(steps: number): void {
  const now = zooms.findIndex((each) => each === zoom.value)
  zoom.set(zooms[Math.min(zooms.length - 1, Math.max(0, now + steps))] ?? 100)
}

function paint(): void {
  const root = document.documentElement
  root.lang = tongue.value
  root.dataset['theme'] = theme.value === 'system' ? (isDark.matches ? 'dark' : 'light') : theme.value
  root.dataset['contrast'] = contrast.value === 'system' ? (wantsContrast.matches ? 'high' : 'normal') : contrast.value
  // `zoom` scales layout and text together, as a window's own zoom would; 1 must leave no trace.
  root.style.setProperty('zoom', zoom.value === 100 ? '' : String(zoom.value / 100))
  // `vh` knows nothing of it: a hundredth of the window's height as the layout counts it.
  root.style.setProperty('--vh', zoom.value === 100 ? '' : `${100 / zoom.value}vh`)
}

function oneOf<Choice extends string>(choices: readonly Choice[], found: string | null): Choice | undefined {
  return choices.find((choice) => choice === found)
}

function tongueOfSystem(): Tongue {
  return navigator.language.startsWith('ru') ? 'ru' : 'en'
}
