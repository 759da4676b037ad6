/** Brings the questions that turns ask into the reader, and keeps them in step with the guide. */
import { useEffect, useMemo } from 'react'
import type { EditorView } from '@codemirror/view'
import type { SourceText } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useIsInSight } from '../first-sight.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { showAskedTurns, type AskedTurn } from './turn-questions.ts'

/** `isReading`: the text shown is the saved one, in which turns count. */
export function useTurnQuestions(view: EditorView | null, content: SourceText, codes: Codes, isReading: boolean): void {
  // Not before the words are there: they would be drawn twice while one waits.
  const isSeen = useIsInSight(content.source)
  const isTalk = isSeen && content.speakers.some(({ isInterviewer }) => isInterviewer)
  const asking = useQuery('guide.turns', isTalk ? { source: content.source } : null).value
  const guide = useQuery('guide.list', isTalk ? {} : null).value
  const asked = useMemo((): readonly AskedTurn[] => {
    const questions = new Map(guide?.map((question) => [question.id, question]))
    const labels = new Map(content.turns.map(({ start, wordsStart }) => [wordsStart, start]))
    return (asking ?? []).flatMap(({ start: end, role, decidedBy }) => {
      const question = role.kind === 'asks' ? questions.get(role.question) : undefined
      const start = labels.get(end)
      if (!question || start === undefined) return []
      const { number, name, code } = question
      const colour = (code && codes.byId.get(code)?.colour) ?? 'var(--line-2)'
      return [{ start, end, number, name, colour, isOffered: decidedBy === null }]
    })
  }, [asking, guide, content, codes])
  useEffect(() => {
    if (!view || !isReading || asked.some(({ end }) => end > view.state.doc.length)) return
    view.dispatch({ effects: showAskedTurns.of(asked) })
  }, [view, asked, isReading])
}
