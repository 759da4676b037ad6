/** Losses as a report tells them. */
import type { LossGroup } from '../../../schema/interchange.ts'
import type { Loss } from './incoming.ts'

const mostNames = 20
const fates = ['dropped', 'changed', 'kept']

/** Those of one kind together, the gone ones first. */
export function grouped(losses: readonly Loss[]): readonly LossGroup[] {
  return [...Map.groupBy(losses, ({ element, fate, why }) => `${element} ${fate} ${why}`).values()]
    .flatMap((group): readonly LossGroup[] => {
      const [first] = group
      if (!first) return []
      const { element, fate, why } = first
      const names = [...new Set(group.map(({ name }) => name).filter((name) => name !== ''))].slice(0, mostNames)
      return [{ element, fate, why, count: group.length, names }]
    })
    .toSorted((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate) || b.count - a.count)
}
