/** Whether two documents beside each other scroll together: those that are linked do until one says no. */
import type { SourceId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'

const said = new Observable<ReadonlyMap<string, boolean>>(new Map())
const nameOf = (one: SourceId, other: SourceId) => [one, other].toSorted().join(' ')

export const togetherness = said

export function areTogether(one: SourceId, other: SourceId, areLinked: boolean): boolean {
  return said.value.get(nameOf(one, other)) ?? areLinked
}

export function scrollTogether(one: SourceId, other: SourceId, is: boolean): void {
  said.set(new Map(said.value).set(nameOf(one, other), is))
}
