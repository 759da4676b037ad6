/** Small rules of the table and the form, apart from how they are drawn. */
import type { Attribute, Cell, KnownValue } from '../../schema/attribute.ts'
import type { SourceId } from '../../schema/ids.ts'
import type { SourceKind } from '../../schema/source.ts'

/** Asked of everything, or of this kind of documents. */
export const isAskedOf = ({ kinds }: Pick<Attribute, 'kinds'>, kind: SourceKind): boolean =>
  kinds.length === 0 || kinds.includes(kind)

/** What the other document is known by and this one is not: what "same as previous" fills in. */
export function sameAs(
  source: SourceId,
  attributes: readonly Attribute[],
  kind: SourceKind,
  here: readonly KnownValue[],
  there: readonly KnownValue[],
): readonly Cell[] {
  const known = new Set(here.filter(({ from }) => from === null).map(({ attribute }) => attribute))
  const asked = new Set(attributes.filter((each) => isAskedOf(each, kind) && each.meaning === '').map(({ id }) => id))
  return there
    .filter(({ attribute, from }) => from === null && asked.has(attribute) && !known.has(attribute))
    .map(({ attribute, value }) => ({ owner: source, column: attribute, value }))
}

/** Lists of one length in which a line differs: that line has been renamed. Else lines came, went or moved. */
export function renamedChoices(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [from: string, to: string])[] {
  if (before.length !== after.length) return []
  const pairs = before.flatMap((from, at): [string, string][] => {
    const to = after[at]
    return to !== undefined && to !== from ? [[from, to]] : []
  })
  const isMoved = pairs.some(([from, to]) => after.includes(from) || before.includes(to))
  return isMoved ? [] : pairs
}
