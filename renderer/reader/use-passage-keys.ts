/** The keys that change the passage in focus: its borders, and how its newest coding is meant. */
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import { responsibles, stances, type Coding } from '../../schema/coding.ts'
import type { ArchiveFault } from '../../schema/error.ts'
import { sensitivities, type CodedPassage, type CodedWords, type Sensitivity } from '../../schema/passage.ts'
import type { SourceText } from '../../schema/source.ts'
import { useArchive, useCommand } from '../archive/use-archive.ts'
import { useKeys } from '../keys.ts'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import { standsFor, withBorderMoved, type Side, type Unit } from './borders.ts'
import { grown, type Stretch } from './sweep.ts'
import { useWithCoder } from './use-with-coder.ts'

export interface PassageActs {
  readonly resize: (passage: CodedWords, stretch: Stretch | null) => Promise<void>
  /** The borders that it has, or gets as soon as the archive has answered. */
  readonly bordersOf: (passage: CodedWords) => Stretch
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

/** `passage` is what has borders among words; `meant` also a rectangle. */
export function usePassageKeys(
  passage: CodedWords | null,
  meant: CodedPassage | null,
  content: SourceText,
  selected: Stretch | null,
  unselect: () => void,
  /** What a screen reader hears of a change. */
  say: (words: string) => void,
): PassageActs {
  const words = useWords()
  const { client } = useArchive()
  const withCoder = useWithCoder()
  const change = useCommand('passage.resize')
  const selection = useRef({ selected, unselect })
  useEffect(() => {
    selection.current = { selected, unselect }
  })
  const update = useCommand('coding.update')
  const grade = useCommand('passage.update')

  const ofBorders = useRef<Pending<Stretch>>({ of: undefined, asked: {}, open: 0 })
  const bordersOf = useCallback((which: CodedWords): Stretch => {
    const { start, end } = withAsked(ofBorders, which)
    return { start, end }
  }, [])
  const resize = useCallback(
    async (which: CodedWords, stretch: Stretch | null) => {
      if (!stretch) return
      const { start, end } = stretch
      const now = selection.current
      // Else the next code would go to the words as they were.
      if (now.selected && standsFor(now.selected, which, stretch)) now.unselect()
      const pending = ofBorders.current
      withAsked(ofBorders, which)
      pending.asked = { start, end }
      pending.open++
      const resized = await change({ passage: which.id, start, end, version: content.version })
      pending.open--
      if (!resized) {
        pending.asked = {}
        return
      }
      focusOn({ passage: resized.id })
      const parts = resized.quote.trim().split(/\s+/u)
      say(words.passage.resized(parts.length, parts[0] ?? '', parts.at(-1) ?? ''))
    },
    [change, content.version, say, words],
  )
  const move = (side: Side, step: 1 | -1, unit: Unit) => () => {
    if (passage) void resize(passage, withBorderMoved(content.text, content, bordersOf(passage), side, step, unit))
  }

  /** The newest coding, one's own before others'. */
  const coding = meant?.codings.findLast(({ coder }) => coder === client.coder) ?? meant?.codings.at(-1)
  const ofCoding = useRef<Pending<Facets>>({ of: undefined, asked: {}, open: 0 })
  const ofPassage = useRef<Pending<Pick<CodedPassage, 'sensitivity'>>>({ of: undefined, asked: {}, open: 0 })
  async function describe(next: (now: Facets) => Partial<Facets>): Promise<void> {
    if (!coding) return
    const fields = next(withAsked(ofCoding, coding))
    ofCoding.current.asked = { ...ofCoding.current.asked, ...fields }
    ofCoding.current.open++
    const described = await update({ coding: coding.id, ...fields })
    ofCoding.current.open--
    if (described) notify({ words: await withCoder(described.coder, words.reader.described(described)) })
  }

  async function gradeNext(passageNow: CodedPassage): Promise<void> {
    const sensitivity: Sensitivity = after(sensitivities, withAsked(ofPassage, passageNow).sensitivity)
    ofPassage.current.asked = { sensitivity }
    ofPassage.current.open++
    const graded = await grade({ passage: passageNow.id, sensitivity })
    ofPassage.current.open--
    if (graded) notify({ words: words.passage.sensitivityIs(sensitivity) })
  }

  useKeys({
    startBack: move('start', -1, 'word'),
    startOn: move('start', 1, 'word'),
    endBack: move('end', -1, 'word'),
    endOn: move('end', 1, 'word'),
    startBackSentence: move('start', -1, 'sentence'),
    startOnSentence: move('start', 1, 'sentence'),
    endBackSentence: move('end', -1, 'sentence'),
    endOnSentence: move('end', 1, 'sentence'),
    startBackTurn: move('start', -1, 'turn'),
    startOnTurn: move('start', 1, 'turn'),
    endBackTurn: move('end', -1, 'turn'),
    endOnTurn: move('end', 1, 'turn'),
    growPassage: () => {
      if (passage) void resize(passage, grown(content.text, content, bordersOf(passage)))
    },
    takeSelection: () => {
      if (passage) void resize(passage, selected)
    },
    stance: () => void describe(({ stance }) => ({ stance: after([null, ...stances], stance) })),
    holdsResponsible: () =>
      void describe(({ holdsResponsible }) => ({ holdsResponsible: after([null, ...responsibles], holdsResponsible) })),
    weight: () => void describe(({ weight }) => ({ weight: after([1, 2, 3] as const, weight) })),
    sensitivity: () => {
      if (meant) void gradeNext(meant)
    },
  })

  const fault = change.fault ?? update.fault ?? grade.fault
  return useMemo(
    () => ({
      resize,
      bordersOf,
      fault,
      forget: () => {
        change.forget()
        update.forget()
        grade.forget()
      },
    }),
    [resize, bordersOf, fault, change, update, grade],
  )
}

type Facets = Pick<Coding, 'weight' | 'stance' | 'holdsResponsible'>

/** What has been asked of a row that the list does not show yet: keys come faster than answers. */
interface Pending<Fields> {
  of: { readonly id: string } | undefined
  asked: Partial<Fields>
  /** Questions that have no answer yet: until then an older row says nothing new. */
  open: number
}

function withAsked<Fields extends object, Row extends Fields & { readonly id: string }>(
  pending: RefObject<Pending<Fields>>,
  row: Row,
): Fields {
  const { of, open } = pending.current
  if (of?.id !== row.id || (of !== row && open === 0)) pending.current.asked = {}
  pending.current.of = row
  return { ...row, ...pending.current.asked }
}

/** The choice after this one, round and round. */
export function after<Choice>(choices: readonly Choice[], now: Choice): Choice {
  return choices[(choices.indexOf(now) + 1) % choices.length] ?? now
}
