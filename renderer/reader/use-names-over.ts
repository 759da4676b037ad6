/** Brings the layer of the open name table over the text that is read, and takes it away where one edits. */
import { useEffect } from 'react'
import type { EditorView } from '@codemirror/view'
import type { SourceText } from '../../schema/source.ts'
import { useArchive } from '../archive/use-archive.ts'
import { useIsInSight } from '../first-sight.ts'
import { useNamesRound } from '../names/use-names-shown.ts'
import { showNames } from './names-over.ts'

/** `isReading`: the text shown is the saved one, in which hits count. */
export function useNamesOver(view: EditorView | null, content: SourceText, isReading: boolean): void {
  const { client } = useArchive()
  const round = useNamesRound()
  const isSeen = useIsInSight(content.source)
  useEffect(() => {
    if (!view || !isSeen) return
    let isLate = false
    const show = (spans: Parameters<typeof showNames.of>[0]) => {
      if (!isLate && spans.every(({ end }) => end <= view.state.doc.length))
        view.dispatch({ effects: showNames.of(spans) })
    }
    if (!isReading) show([])
    else
      void client.call('names.spans', { source: content.source }).then((answer) => {
        if (answer.ok && (answer.value.length > 0 || round > 0)) show(answer.value)
      })
    return () => {
      isLate = true
    }
  }, [client, content, isReading, isSeen, round, view])
}
