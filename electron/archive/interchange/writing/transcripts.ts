/**
 * Documents that are the words of a recording go back into it: a transcript of the standard has points of time, and
 * its selections stand between two of them. One that is known by attributes, or is in a case, stays a text of its own.
 */
import { derivedRef } from '../reading/refs.ts'
import type { IncomingDocument, IncomingPassage, IncomingProject, Ref } from '../incoming.ts'
import { elementOf } from './descriptions.ts'
import { element, type Written } from './elements.ts'
import type { Manuscript } from './manuscript.ts'
import type { Positions } from '../positions.ts'

/** The recording that a document is a transcript of, by the document. */
export function transcriptsIn(project: IncomingProject): ReadonlyMap<Ref, Ref> {
  const byRef = new Map(project.documents.map((document) => [document.ref, document]))
  const known = new Set<Ref>([...project.values.map(({ on }) => on), ...project.cases.flatMap((one) => one.documents)])
  const marked = new Set(project.passages.flatMap(({ document, place }) => (place.kind === 'region' ? [document] : [])))
  return new Map(
    (project.preserved ?? [])
      .filter(({ element: name, form }) => name === 'Transcript' && form === 'attribute')
      .map(({ content, refs = {}, on }) => [refs[content] ?? content, on.ref] as const)
      .filter(
        ([ref, recording]) =>
          byRef.has(ref) && isRecording(byRef.get(recording)) && !known.has(ref) && !marked.has(ref),
      ),
  )
}

const isRecording = (document: IncomingDocument | undefined) =>
  document !== undefined && /^(?:Audio|Video)Source$/.test(elementOf(document))

/** Points of time and the passages between them. `counted` counts in the text of the document. */
export function pointsAndSelections(
  manuscript: Manuscript,
  { ref }: IncomingDocument,
  passages: readonly IncomingPassage[],
  {
    counted,
    selectionOf,
  }: {
    readonly counted: Positions
    readonly selectionOf: (passage: IncomingPassage, ends: Readonly<Record<string, string>>) => Written
  },
): readonly Written[] {
  const kept = manuscript.take(ref, 'Transcript', 'SyncPoint')
  /** The point at each position: of several the first. */
  const points = new Map<number, string>()
  const written: Written[] = kept.map(({ content }) => {
    const [guid = '', timeStamp, position] = ['guid', 'timeStamp', 'position'].map(
      (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(content)?.[1],
    )
    if (position === undefined) return element('SyncPoint', { guid, timeStamp })
    const at = counted.ofPoints(Number(position))
    if (!points.has(at)) points.set(at, guid)
    return element('SyncPoint', { guid, timeStamp, position: at })
  })
  const pointAt = (position: number): string => {
    const there = points.get(position)
    if (there !== undefined) return there
    const guid = manuscript.guids.of(derivedRef(ref, `point ${position}`))
    points.set(position, guid)
    written.push(element('SyncPoint', { guid, position }))
    return guid
  }
  const selections = passages.map((passage) => {
    const { place } = passage
    const [start, end] = place.kind === 'text' ? [place.start, place.end] : [0, 0]
    return selectionOf(passage, {
      fromSyncPoint: pointAt(counted.of(start)),
      toSyncPoint: pointAt(counted.of(end)),
    })
  })
  return [...written, ...selections]
}
