/** How much the margin says: codes by name, by key, or only their bars. Kept on this computer. */
import { Observable } from '../observable.ts'
import { recall, remember } from '../remembered.ts'

export const densities = ['names', 'keys', 'bars'] as const
export type Density = (typeof densities)[number]

export const density = new Observable<Density>(densities.find((each) => each === recall('margin')) ?? 'names')
density.watch(() => remember('margin', density.value))

export function nextDensity(): void {
  density.set(densities[(densities.indexOf(density.value) + 1) % densities.length] ?? 'names')
}
