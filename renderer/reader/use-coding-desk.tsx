/**
 * Coding as every reader does it, on words or on a rectangle: two keys, the bar under the selection, the
 * palette, the keys of the passage in focus, and what other panes may ask. What is selected, how it looks
 * and where it stands on the screen is the reader's own.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { Coding } from '../../schema/coding.ts'
import type { ArchiveFault } from '../../schema/error.ts'
import type { CodeId } from '../../schema/ids.ts'
import { isText, type CodedPassage } from '../../schema/passage.ts'
import { isPicture, type Source, type SourceText } from '../../schema/source.ts'
import { useArchive, useCommand } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { copyCited } from '../copy-cited.ts'
import { awaitPassage, useHasKeys, useKeys } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { FaultLine } from '../parts/empty.tsx'
import { covering, mayCover } from '../names/covering.ts'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { address, focusOn, useFocused } from '../workspace.ts'
import { CodePalette } from './code-palette.tsx'
import { CodingBar } from './coding-bar.tsx'
import { facetWords } from './facet-signs.ts'
import { answerPress } from './gesture.ts'
import { lastCode, lastCodes, meanCode, rememberCode, selectionInReader } from './reader-access.ts'
import type { Stretch } from './sweep.ts'
import { useCodingActs, type Target } from './use-coding-acts.ts'
import { usePassageKeys, type PassageActs } from './use-passage-keys.ts'
import { useWithCoder } from './use-with-coder.ts'

/** A family whose digit was pressed; a new object each time, so that the one before can be told from it. */
interface Opened {
  readonly family: Code
}

export interface CodingDesk {
  /** What a code would be applied to: the selection, else the passage in focus. */
  readonly target: Target | null
  readonly focused: CodedPassage | null
  readonly family: Code | null
  readonly recent: readonly CodeId[]
  /** Words just coded are to be seen, not covered. */
  readonly isCoded: boolean
  readonly borders: PassageActs
  readonly fault: ArchiveFault | null
  /** A key press as two-key coding takes it; true where it was one. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** Must be told of every new selection. */
  readonly onSelection: (selected: Target | null) => void
  readonly describe: (passage: CodedPassage) => string
  /** What floats under the selection. */
  readonly bar: React.ReactNode
  readonly faultLine: React.ReactNode
  /** Asked for by keys and by the bar. */
  readonly palette: React.ReactNode
}

export function useCodingDesk({
  source,
  content,
  passages,
  codes,
  selected,
  unselect,
  takeKeys,
  showAhead,
  howToSelect,
}: {
  readonly source: Source
  readonly content: SourceText
  readonly passages: readonly CodedPassage[]
  readonly codes: Codes
  readonly selected: Target | null
  readonly unselect: () => void
  /** Gives the keyboard back to the document. */
  readonly takeKeys: () => void
  /** Draws a code that is on its way to the archive, until that has answered. */
  readonly showAhead: (target: Target, code: CodeId, answered: Promise<unknown>) => void
  /** Said where a code has nothing to be applied to; absent: how words are selected. */
  readonly howToSelect?: string
}): CodingDesk {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  const hasKeys = useHasKeys()
  const focusedId = useFocused('passage')
  const recent = useObservable(lastCodes)
  const [opened, setOpened] = useState<Opened | null>(null)
  const openedNow = useRef(opened)
  /** Its code is on its way: its keys mean nothing any more, and it goes in the drawing that shows the passage. */
  const left = useRef<Opened | null>(null)
  useEffect(() => {
    openedNow.current = opened
  })
  const family = opened?.family ?? null
  const [isCoded, setCoded] = useState(false)
  const [said, setSaid] = useState('')
  const [asking, setAsking] = useState<'code' | 'recode' | 'words' | null>(null)
  const acts = useCodingActs()
  const withCoder = useWithCoder()
  const selectFirst = howToSelect ?? words.reader.selectFirst
  const star = useCommand('passage.star')

  const focused = passages.find(({ id }) => id === focusedId) ?? null
  const borders = usePassageKeys(
    focused && isText(focused) ? focused : null,
    focused,
    content,
    selected && 'start' in selected ? selected : null,
    unselect,
    setSaid,
  )
  const { bordersOf } = borders
  const target = useMemo(() => selected ?? (focused && placeOf(focused)), [selected, focused])

  /** What a screen reader hears of a code just applied. */
  const saidOf = useCallback(
    (code: Named | undefined, coded: CodedPassage) => {
      const name = nameOf(code)
      return isText(coded)
        ? words.reader.appliedTo(name, coded.quote.trim().split(/\s+/u).length)
        : words.reader.appliedToRectangle(name)
    },
    [words],
  )
  /** Takes a coding off, or gives it another code, and says so. */
  async function change(coding: Coding, code: CodeId | null): Promise<void> {
    const done = code === null ? await acts.remove(coding.id) : await acts.recode(coding.id, code)
    if (done === undefined) return
    const say = code === null ? words.passage.removed : words.passage.changedTo
    const heard = say(nameOf(codes.byId.get(code ?? coding.code)))
    // One's own is seen to have changed; whose another's was is not.
    if (coding.coder === client.coder) setSaid(heard)
    else notify({ words: await withCoder(coding.coder, heard) })
  }
  async function changeStar({ id, starred }: CodedPassage): Promise<void> {
    if (await star({ passage: id, starred: !starred }))
      setSaid(starred ? words.passage.unstarred : words.passage.starred)
  }
  const applyLast = (place: number) => () => {
    const last = recent[place]
    if (last) void apply(last)
    else notify({ words: words.reader.nothingToRepeat })
  }

  const apply = useCallback(
    async (code: CodeId, made?: Code) => {
      const leaving = openedNow.current
      const close = () => setOpened((now) => (now === leaving ? null : now))
      if (!target) {
        close()
        notify({ words: selectFirst })
        return
      }
      left.current = leaving
      const at = !selected && focused && isText(focused) ? bordersOf(focused) : target
      const coding = acts.apply(source.id, at, code, content.version, (passage) => {
        rememberCode(code)
        setSaid(saidOf(made ?? codes.byId.get(code), passage))
        setCoded(true)
        close()
        // Who has gone to another document meanwhile is not called back.
        if (address.value.source === source.id) focusOn({ passage: passage.id })
      })
      meanCode(code, coding)
      awaitPassage(coding)
      // It is on its way: what is drawn now does not make it wait.
      showAhead(at, code, coding)
      if (!(await coding)) close()
    },
    [target, selected, focused, bordersOf, acts, source.id, content.version, selectFirst, saidOf, showAhead, codes],
  )
  // Of two documents side by side the one with the keys says what is selected.
  useEffect(() => {
    if (hasKeys) selectionInReader.set(target && { source: source.id, target, apply: (code) => void apply(code) })
  }, [hasKeys, target, source.id, apply])
  useEffect(() => (hasKeys ? () => selectionInReader.set(null) : undefined), [hasKeys])

  const ask = (what: 'code' | 'words') => {
    if (target) setAsking(what)
    else notify({ words: selectFirst })
  }
  useKeys({
    again: () => {
      const last = lastCode()
      if (last) void apply(last)
      else notify({ words: words.reader.nothingToRepeat })
    },
    last1: applyLast(0),
    last2: applyLast(1),
    last3: applyLast(2),
    last4: applyLast(3),
    newFromWords: () => ask('words'),
    findCode: () => ask('code'),
    recode: () => {
      if (focused?.codings.length) setAsking('recode')
    },
    starPassage: () => {
      if (focused) void changeStar(focused)
    },
    removeCode: () => {
      const coding = focused?.codings.findLast(({ coder }) => coder === client.coder) ?? focused?.codings.at(-1)
      if (coding) void change(coding, null)
    },
    copy: () => {
      if (!target) return
      const { id } = source
      const place = 'page' in target ? { page: target.page } : { start: target.start, end: target.end }
      void copyCited(client, { source: id, ...place }).then((done) => {
        if (done.kind === 'fault') notify({ words: explain(done.fault), isFault: true })
        else if (done.kind === 'no-clipboard') notify({ words: words.reader.notCopied, isFault: true })
        else if (done.copied === 0) notify({ words: words.exporting.keptBack, isFault: true })
        else notify({ words: words.reader.copied })
      })
    },
    leave: () => {
      if (family) setOpened(null)
      else if (selected) unselect()
      else focusOn({ passage: null })
    },
  })

  const fault = acts.fault ?? star.fault ?? borders.fault
  return {
    target,
    focused,
    family,
    recent,
    isCoded,
    borders,
    fault,
    onKey: (event) => {
      const answer = answerPress(event, opened === left.current ? null : family, {
        byShortcut: codes.byShortcut,
        hasChildren: ({ id }) => codes.childrenOf.has(id),
      })
      if (answer.kind === 'pass') return false
      event.preventDefault()
      if (answer.kind === 'open') setOpened({ family: answer.family })
      else if (answer.kind === 'apply') void apply(answer.code.id)
      else {
        setOpened(null)
        if (answer.typed !== null) notify({ words: words.reader.noSuchKey(answer.typed) })
      }
      return true
    },
    onSelection: (now) => {
      setCoded(false)
      if (now === null) setOpened(null)
    },
    describe: (passage) =>
      isText(passage)
        ? [
            words.reader.passageOf(namesOf(passage, codes, words), passage.quote.slice(0, 120)),
            passage.state === 'changed' ? words.repair.mark : '',
            passage.sensitivity > 0 ? words.passage.sensitivityIs(passage.sensitivity) : '',
          ]
            .filter(Boolean)
            .join('. ')
        : [namesOf(passage, codes, words), words.reader.rectangleOn(isPicture(source) ? 0 : passage.page)]
            .filter(Boolean)
            .join(': '),
    bar:
      isCoded && !family ? null : (
        <CodingBar
          codes={codes}
          recent={recent}
          family={family}
          onApply={(code) => void apply(code)}
          onFind={() => setAsking('code')}
          onFamily={(next) => setOpened(next && { family: next })}
        />
      ),
    faultLine: (
      <>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        <FaultLine
          words={fault && explain(fault)}
          onDismiss={() => {
            acts.forget()
            star.forget()
            borders.forget()
          }}
          dismiss={words.pieces.dismiss}
        />
      </>
    ),
    palette: asking && (
      <CodePalette
        codes={codes}
        title={asking === 'recode' ? words.reader.chooseOtherCode : words.reader.chooseCode}
        canAdd={asking !== 'recode'}
        begin={
          asking === 'words' && target && 'start' in target && !mayCover(covering.value)
            ? nameIn(content.text.slice(target.start, target.end))
            : ''
        }
        onClose={() => setAsking(null)}
        onChoose={(code, chosen) => {
          setAsking(null)
          takeKeys()
          if (asking !== 'recode') void apply(code, chosen)
          else {
            const coding = focused?.codings.at(-1)
            if (coding) void change(coding, code)
          }
        }}
      />
    ),
  }
}

function placeOf(passage: CodedPassage): Target {
  if (isText(passage)) return { start: passage.start, end: passage.end } satisfies Stretch
  const { page, x, y, width, height } = passage
  return { page, x, y, width, height }
}

type Named = Pick<Code, 'shortcut' | 'name'>
const nameOf = (code: Named | undefined) => `${code?.shortcut ?? ''} ${code?.name ?? ''}`.trim()

/** Words as a code's name: one line, not too long, cut at a word. */
function nameIn(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= 60 ? line : line.slice(0, 60).replace(/\s\S*$/u, '')
}

/** 'Terms of the money (Key quote, Blames), Shelter'. */
function namesOf({ codings }: CodedPassage, { byId }: Codes, words: Words): string {
  const named = codings.map((coding) => {
    const facets = facetWords(words, coding)
    return `${byId.get(coding.code)?.name ?? ''}${facets ? ` (${facets})` : ''}`
  })
  return [...new Set(named)].join(', ')
}
