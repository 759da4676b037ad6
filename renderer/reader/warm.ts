/**
 * Prepares the reader while nobody waits for it. The first document would pay for compiling the editor and for
 * fetching the reading type; here two invented lines pay, out of sight, when the window has nothing to do.
 */
import type { Coding } from '../../schema/coding.ts'
import type { CodeId, CoderId, CodingId, PassageId, SourceId, SpeakerId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'
import type { SourceText } from '../../schema/source.ts'
import { showFocus, showPassages } from './coded-text.ts'
import { mountEditor, type EditorHandlers } from './editor.ts'

let isDone = false

/** Once a window, when it is idle; answers how to give it up, because a document is opened first. */
export function warmReader(): () => void {
  if (isDone) return () => {}
  // Both scripts: which of them the first document needs is not known yet.
  for (const sample of ['a', 'я']) void document.fonts.load('17px "Source Serif 4 Variable"', sample)
  let end = () => {}
  let asked = requestIdleCallback(
    () => {
      isDone = true
      const stage = document.createElement('div')
      stage.className = 'reader reader-unseen density-names'
      stage.inert = true
      stage.setAttribute('aria-hidden', 'true')
      document.body.append(stage)
      const editor = mountEditor(stage, content, '', document.createElement('div'), silent, undefined)
      end = () => {
        end = () => {}
        editor.destroy()
        stage.remove()
      }
      asked = requestIdleCallback(() => {
        editor.dispatch({
          effects: [showPassages.of({ passages: [passage], codes: new Map(), coder: '' }), showFocus.of(null)],
        })
        asked = requestIdleCallback(() => end())
      })
    },
    { timeout: 3000 },
  )
  return () => {
    cancelIdleCallback(asked)
    end()
  }
}

const words = 'Who pays for it? Two of them, in turns.'
const [source, speaker, id] = ['' as SourceId, '' as SpeakerId, '' as PassageId]
const content: SourceText = {
  source,
  version: 1,
  text: `A: ${words}\n\nB: ${words}`,
  paragraphs: [
    { label: '1', start: 0, end: 3 + words.length },
    { label: '2', start: 5 + words.length, end: 8 + 2 * words.length },
  ],
  turns: [
    { speaker, start: 0, wordsStart: 3, end: 3 + words.length, timeMs: null },
    { speaker, start: 5 + words.length, wordsStart: 8 + words.length, end: 8 + 2 * words.length, timeMs: null },
  ],
  speakers: [{ id: speaker, label: 'A', isInterviewer: false, turns: 2 }],
  pages: [],
}
const coding: Coding = {
  id: '' as CodingId,
  passage: id,
  code: '' as CodeId,
  coder: '' as CoderId,
  createdAt: '',
  weight: 1,
  stance: null,
  holdsResponsible: null,
}
const passage: CodedWords = {
  kind: 'text',
  id,
  source,
  state: 'placed',
  starred: false,
  sensitivity: 0,
  start: 3,
  end: 9,
  quote: 'Who pays',
  was: '',
  codings: [coding],
  memos: 0,
}
const silent: EditorHandlers = {
  onSelection: () => {},
  onPick: () => {},
  onKey: () => false,
  describe: () => '',
  onResize: () => {},
  handleLabel: () => '',
  pageWords: () => '',
  onParagraph: () => {},
  paragraphWords: () => '',
  numbersWords: '',
  marginWords: '',
}
