/**
 * A session of editing one document's text: begun, kept as a draft with every letter, saved as one act or
 * thrown away. While it lasts the reader keeps the text that the session began with, whatever happens in
 * the archive; what the archive would make of the passages is asked for whenever the typing pauses.
 */
import { ChangeSet, EditorState, Text } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EditPreview } from '../../../schema/editing.ts'
import type { ArchiveFault } from '../../../schema/error.ts'
import type { Source, SourceText } from '../../../schema/source.ts'
import { useArchive } from '../../archive/use-archive.ts'
import { useKeys } from '../../keys.ts'
import { covering, mayCover } from '../../names/covering.ts'
import { useObservable } from '../../observable.ts'
import { notify } from '../../parts/notices.tsx'
import { showDoubtful } from '../../repair/repair-wish.ts'
import { useWords } from '../../words.ts'
import { carriedOver } from './carry-over.ts'
import { dropDraft, drafts, keepDraft, sayEditing, type Draft } from './drafts.ts'
import { finest, finestChanges } from './finest.ts'
import { editingMode, mode } from './mode.ts'
import { changesIn, restate } from './since-base.ts'

/** Milliseconds without a letter, until the archive is asked what would become of the passages. */
const pause = 300

export type Phase = 'reading' | 'editing' | 'saving' | 'saved'

export interface Editing {
  readonly phase: Phase
  /** The text that the reader must show: the newest, or the one that the session began with. */
  readonly content: SourceText
  /** Counts sessions thrown away: the editor is mounted anew. */
  readonly round: number
  readonly preview: EditPreview | null
  readonly fault: ArchiveFault | null
  /** True where Escape was pressed with changes at hand. */
  readonly isAsking: boolean
  /** Somebody else has saved another text since. */
  readonly isBehind: boolean
  readonly draft: Draft | undefined
  /** As it is on the screen; null before the first letter. */
  readonly doc: Text | null
  readonly begin: () => void
  readonly save: () => void
  readonly discard: () => void
  /** Leaves where nothing was changed; asks otherwise. */
  readonly leave: () => void
  readonly stay: () => void
  readonly carryOver: () => void
}

export function useEditing(source: Source, newest: SourceText, view: EditorView | null): Editing {
  const words = useWords()
  const { client } = useArchive()
  const [held, setHeld] = useState<SourceText | null>(null)
  const [phase, setPhase] = useState<Phase>('reading')
  const [round, setRound] = useState(0)
  const [preview, setPreview] = useState<EditPreview | null>(null)
  const [fault, setFault] = useState<ArchiveFault | null>(null)
  const [typed, setTyped] = useState<Text | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [isCarrying, setCarrying] = useState(false)
  const draft = useObservable(drafts).get(source.id)
  const content = held ?? newest
  /** What was held when the last letter was typed: state comes a drawing later. */
  const session = useRef<SourceText | null>(null)
  const base = useRef<{ readonly text: string; readonly doc: Text } | null>(null)
  const isBehind = held !== null && newest.version !== held.version && phase === 'editing'

  const baseDoc = useCallback((text: string) => {
    if (base.current?.text !== text) base.current = { text, doc: Text.of(text.split('\n')) }
    return base.current.doc
  }, [])

  const end = useCallback(() => {
    session.current = null
    setHeld(null)
    setPhase('reading')
    setTyped(null)
    setPreview(null)
    setFault(null)
    setAsking(false)
    sayEditing(source.id, false)
  }, [source.id])
  const endWithout = useCallback(() => {
    dropDraft(source.id)
    setRound((now) => now + 1)
    end()
  }, [end, source.id])

  const handlers = useRef({ leave: () => {}, change: (state: EditorState) => void state, ask: () => {} })
  const modeNow = useCallback(
    (isLocked: boolean) =>
      mode.reconfigure([
        editingMode(words.editing.textOf(source.short), {
          onChange: (state) => handlers.current.change(state),
          onLeave: () => handlers.current.leave(),
        }),
        EditorState.readOnly.of(isLocked),
      ]),
    [words, source.short],
  )

  const enter = useCallback(
    (changes: ChangeSet | null) => {
      if (!view) return
      session.current = newest
      setHeld(newest)
      setPhase('editing')
      sayEditing(source.id, true)
      // A text without line breaks is read in lines that are only drawn; what is edited is what is stored.
      const { doc, selection } = view.state
      if (!doc.eq(baseDoc(newest.text)))
        view.dispatch({ changes: { from: 0, to: doc.length, insert: newest.text }, selection })
      view.dispatch({ effects: modeNow(false) })
      // Removed while the text was only read; CodeMirror believes it is still there.
      view.contentDOM.setAttribute('aria-multiline', 'true')
      if (changes && changes.length === view.state.doc.length)
        view.dispatch({ changes, userEvent: 'input', scrollIntoView: true })
      view.focus()
    },
    [view, newest, source.id, modeNow, baseDoc],
  )

  const begin = useCallback(async () => {
    if (!view || phase !== 'reading') return
    // Whoever edits sees every word as it is stored; while names are covered that would uncover them.
    if (mayCover(covering.value)) return setFault({ kind: 'names-laid-over' })
    setFault(null)
    if (!draft || draft.version === newest.version) return enter(draft?.changes ?? null)
    const answer = await client.call('source.text', { source: source.id, version: draft.version })
    if (!answer.ok) return setFault(answer.fault)
    enter(carriedOver(answer.value.text, newest.text, draft.changes))
  }, [view, phase, draft, newest, enter, client, source.id])

  // The newest text has come after one said to bring the changes over: the session goes on upon it.
  useEffect(() => {
    if (!isCarrying || !view || phase !== 'reading') return
    setCarrying(false)
    void begin()
  }, [isCarrying, view, phase, begin])

  const save = useCallback(async () => {
    if (!view || !held || phase !== 'editing') return
    const changes = changesIn(view.state)
    const sent = changes ? finestChanges(baseDoc(held.text), view.state.doc, changes) : []
    if (sent.length === 0) return endWithout()
    setPhase('saving')
    setAsking(false)
    view.dispatch({ effects: modeNow(true) })
    const answer = await client.act('source.edit', { source: source.id, base: held.version, changes: [...sent] })
    if (!answer.ok) {
      setFault(answer.fault)
      setPhase('editing')
      view.dispatch({ effects: modeNow(false) })
      return
    }
    dropDraft(source.id)
    const { version, changed, parked, united } = answer.value
    const doubtful = changed.length + parked.length
    notify({
      words: words.editing.saved(source.short, changed.length, parked.length, united.length),
      ...(doubtful > 0 ? { act: { label: words.editing.look, do: () => showDoubtful(source.id) } } : {}),
    })
    if (version === held.version) endWithout()
    else setPhase('saved')
  }, [view, held, phase, baseDoc, endWithout, modeNow, client, source, words])

  // Saved: the session ends when the text it made has come back from the archive.
  useEffect(() => {
    if (phase === 'saved' && held && newest.version !== held.version) end()
  }, [phase, held, newest, end])

  const leave = useCallback(() => {
    if (!view || !held || phase !== 'editing') return
    const changes = changesIn(view.state)
    if (!changes || finestChanges(baseDoc(held.text), view.state.doc, changes).length === 0) endWithout()
    else setAsking(true)
  }, [view, held, phase, baseDoc, endWithout])

  const discard = useCallback(() => {
    const thrown = drafts.value.get(source.id)
    endWithout()
    if (thrown)
      notify({
        words: words.editing.discarded(source.short),
        act: { label: words.editing.bringBack, do: () => keepDraft(source.id, thrown) },
      })
  }, [endWithout, source, words])

  const asking = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; abort: AbortController }>({
    timer: undefined,
    abort: new AbortController(),
  })
  const askPreview = useCallback(async () => {
    if (!view || !held) return
    const changes = changesIn(view.state)
    asking.current.abort.abort()
    asking.current.abort = new AbortController()
    const before = baseDoc(held.text)
    const fine = changes ? finest(before, view.state.doc, changes) : null
    // Words typed back, or pasted back with a few changed: their passages are in sight again.
    if (changes && fine && JSON.stringify(fine.desc) !== JSON.stringify(changes.desc))
      view.dispatch({ effects: restate.of(fine) })
    const { signal } = asking.current.abort
    const answer = await client.call(
      'source.editPreview',
      {
        source: source.id,
        base: held.version,
        changes: changes ? [...finestChanges(before, view.state.doc, changes)] : [],
      },
      { signal },
    )
    if (signal.aborted) return
    setPreview(answer.ok ? answer.value : null)
    if (!answer.ok && answer.fault.kind === 'text-moved-on') setFault(answer.fault)
  }, [view, held, baseDoc, client, source.id])

  useEffect(() => {
    handlers.current = {
      leave,
      ask: () => void askPreview(),
      change: (state) => {
        const changes = changesIn(state)
        const { current } = session
        if (current && changes)
          keepDraft(source.id, { version: current.version, changes, at: new Date().toISOString() })
        else dropDraft(source.id)
        setTyped(state.doc)
        setAsking(false)
        clearTimeout(asking.current.timer)
        asking.current.timer = setTimeout(() => handlers.current.ask(), pause)
      },
    }
  })
  // Leaving the document ends the session; the draft stays.
  useEffect(
    () => () => {
      clearTimeout(asking.current.timer)
      asking.current.abort.abort()
      sayEditing(source.id, false)
    },
    [source.id],
  )
  // What was brought in with the draft counts as typed.
  useEffect(() => {
    if (phase === 'editing' && draft && !preview) void askPreview()
    // Once, when the session begins; typing asks by itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [phase])

  useKeys({
    editText: () => (phase === 'reading' ? void begin() : leave()),
    saveText: () => void save(),
  })

  return {
    phase,
    content,
    round,
    preview,
    fault,
    isAsking,
    isBehind,
    draft,
    doc: typed,
    begin: () => void begin(),
    save: () => void save(),
    discard,
    leave,
    stay: () => {
      setAsking(false)
      view?.focus()
    },
    carryOver: () => {
      setCarrying(true)
      setRound((now) => now + 1)
      end()
    },
  }
}
