/** Brings the layer of the open name table over the text that is read, and takes it away where one edits. */
import { useLayoutEffect } from 'react'
import type { EditorView } from '@codemirror/view'
import type { SourceText } from '../../schema/source.ts'
import { useCoveredNames } from '../names/covering.ts'
import { namesOver, showNames } from './names-over.ts'

/** `isReading`: the text shown is the saved one, in which hits count. Answers true where it must not be seen yet. */
export function useNamesOver(view: EditorView | null, content: SourceText, isReading: boolean): boolean {
  const names = useCoveredNames(content.source, content.version)
  // In the frame in which the text comes into sight, not in the one after it.
  useLayoutEffect(() => {
    const spans = isReading && names ? names : []
    if (!view || spans.some(({ end }) => end > view.state.doc.length)) return
    if (spans.length > 0 || view.state.field(namesOver).size > 0) view.dispatch({ effects: showNames.of(spans) })
  }, [view, names, isReading])
  return names === null && isReading
}
