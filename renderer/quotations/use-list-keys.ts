/** The reader's gestures over a list of passages: two-key codes, and the keys that change what a row is coded with. */
import { useState } from 'react'
import { responsibles, stances, type BriefCoding } from '../../schema/coding.ts'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId, CodingId, PassageId } from '../../schema/ids.ts'
import { sensitivities } from '../../schema/passage.ts'
import type { CodingFilter, ListedQuotation } from '../../schema/report.ts'
import { useArchive } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { actsOf, keyHint, type KeyAct } from '../keys.ts'
import type { Act } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { answerPress } from '../reader/gesture.ts'
import { lastCodes } from '../reader/reader-access.ts'
import { after } from '../reader/use-passage-keys.ts'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { usePassageActs, type PassageActs } from './use-passage-acts.ts'

export type AskedOfPassages =
  | { readonly kind: 'apply'; readonly passages: readonly PassageId[] }
  | { readonly kind: 'recode'; readonly codings: readonly CodingId[] }
  | { readonly kind: 'which'; readonly wish: 'recode' | 'remove'; readonly codings: readonly BriefCoding[] }

type Described = Parameters<PassageActs['describe']>[1]

/** 'Stance: Blames'. */
function saidOf({ inspector: say }: Words, { weight, stance, holdsResponsible }: Described): string {
  if (weight) return `${say.weight}: ${say.weights[weight]}`
  if (stance !== undefined) return stance ? `${say.stance}: ${say.stances[stance]}` : say.noStance
  return holdsResponsible ? `${say.holdsResponsible}: ${say.responsibles[holdsResponsible]}` : say.nobodyNamed
}

export interface ListKeys {
  readonly acts: PassageActs
  readonly family: Code | null
  readonly leaveFamily: () => void
  readonly asked: AskedOfPassages | null
  readonly ask: (asked: AskedOfPassages) => void
  readonly close: () => void
  readonly onKey: (
    event: KeyboardEvent,
    quotation: ListedQuotation | undefined,
    passages: readonly PassageId[],
  ) => boolean
  /** `say`: in which language they are named; the window's own where it is left out. */
  readonly menuOn: (passages: readonly PassageId[], say?: Words) => readonly Act[]
}

export function useListKeys({
  filter,
  about,
  codes,
  loaded,
  leave,
}: {
  readonly filter: CodingFilter
  readonly about: CodeId | undefined
  readonly codes: Codes
  readonly loaded: ReadonlyMap<PassageId, ListedQuotation>
  /** Escape. */
  readonly leave: () => void
}): ListKeys {
  const words = useWords()
  const { client } = useArchive()
  const acts = usePassageActs(filter)
  const [family, setFamily] = useState<Code | null>(null)
  const [asked, setAsked] = useState<AskedOfPassages | null>(null)

  /** The codings that an act on these passages means. Of one passage the newest, one's own before others'. */
  async function meant(passages: readonly PassageId[]): Promise<readonly BriefCoding[]> {
    const all = await acts.meant(passages)
    const ours = about === undefined ? all : all.filter(({ code }) => code === about)
    if (passages.length > 1) return ours
    const one = ours.findLast(({ coder }) => coder === client.coder) ?? ours.at(-1)
    return one ? [one] : []
  }
  async function begin(wish: 'recode' | 'remove', passages: readonly PassageId[]): Promise<void> {
    const codings = await meant(passages)
    if (codings.length === 0) return
    if (new Set(codings.map(({ code }) => code)).size > 1) setAsked({ kind: 'which', wish, codings })
    else if (wish === 'remove') await acts.remove(codings)
    else setAsked({ kind: 'recode', codings: codings.map(({ id }) => id) })
  }
  async function describe(passages: readonly PassageId[], fields: Described): Promise<void> {
    const codings = await meant(passages)
    if (codings.length > 0)
      await acts.describe(
        codings.map(({ id }) => id),
        fields,
        saidOf(words, fields),
      )
  }
  function star(passages: readonly PassageId[]): void {
    const isOn = passages.every((id) => loaded.get(id)?.starred)
    void acts.star(passages, !isOn)
  }
  const again = (passages: readonly PassageId[], at: number) => {
    const last = lastCodes.value[at]
    if (last) void acts.apply(passages, last)
    else notify({ words: words.reader.nothingToRepeat })
  }
  /** How the coding of the row is meant now: keys go on from there. */
  const markOf = (quotation: ListedQuotation | undefined) => {
    const marks = quotation?.marks.filter(({ code }) => about === undefined || code === about) ?? []
    return marks.findLast(({ coder }) => coder === client.coder) ?? marks.at(-1)
  }

  function onKey(
    event: KeyboardEvent,
    quotation: ListedQuotation | undefined,
    passages: readonly PassageId[],
  ): boolean {
    if (event.key === 'Escape' && !family) {
      leave()
      return passages.length > 1
    }
    if (passages.length === 0) return false
    const answer = answerPress(event, family, {
      byShortcut: codes.byShortcut,
      hasChildren: ({ id }) => codes.childrenOf.has(id),
    })
    if (answer.kind === 'open') setFamily(answer.family)
    else if (answer.kind === 'apply') {
      setFamily(null)
      void acts.apply(passages, answer.code.id)
    } else if (answer.kind === 'close') {
      setFamily(null)
      if (answer.typed !== null) notify({ words: words.reader.noSuchKey(answer.typed) })
    }
    if (answer.kind !== 'pass') return true
    const mark = markOf(quotation ?? loaded.get(passages[0]!))
    const byKey: { readonly [Key in KeyAct]?: () => void } = {
      findCode: () => setAsked({ kind: 'apply', passages }),
      again: () => again(passages, 0),
      last1: () => again(passages, 0),
      last2: () => again(passages, 1),
      last3: () => again(passages, 2),
      last4: () => again(passages, 3),
      recode: () => void begin('recode', passages),
      removeCode: () => void begin('remove', passages),
      starPassage: () => star(passages),
      copy: () => void acts.copy(passages),
      stance: () => void describe(passages, { stance: after([null, ...stances], mark?.stance ?? null) }),
      holdsResponsible: () =>
        void describe(passages, { holdsResponsible: after([null, ...responsibles], mark?.holdsResponsible ?? null) }),
      weight: () => void describe(passages, { weight: after([1, 2, 3] as const, mark?.weight ?? 1) }),
    }
    const wished = actsOf(event, false).find((act) => byKey[act])
    if (wished) byKey[wished]?.()
    return wished !== undefined
  }

  function menuOn(passages: readonly PassageId[], say: Words = words): readonly Act[] {
    const isStarred = passages.length > 0 && passages.every((id) => loaded.get(id)?.starred)
    return [
      {
        id: 'apply',
        label: say.passages.addCode,
        icon: 'plus',
        hint: keyHint('findCode'),
        apart: true,
        do: () => setAsked({ kind: 'apply', passages }),
      },
      {
        id: 'recode',
        label: say.passages.changeCode,
        icon: 'pencil',
        hint: keyHint('recode'),
        do: () => void begin('recode', passages),
      },
      {
        id: 'remove',
        label: say.passages.removeCode,
        icon: 'trash',
        hint: keyHint('removeCode'),
        do: () => void begin('remove', passages),
      },
      {
        id: 'star',
        label: isStarred ? say.passages.unstar : say.passages.star,
        icon: 'star',
        hint: keyHint('starPassage'),
        apart: true,
        do: () => star(passages),
      },
      ...sensitivities.map((level) => ({
        id: `sensitivity ${level}`,
        label: `${say.passage.sensitivity}: ${say.passage.levels[level]}`,
        apart: level === 0,
        do: () => void acts.grade(passages, level, words.passage.sensitivityIs(level)),
      })),
      ...([1, 2, 3] as const).map((weight) => ({
        id: `weight ${weight}`,
        label: saidOf(say, { weight }),
        apart: weight === 1,
        do: () => void describe(passages, { weight }),
      })),
      ...[null, ...stances].map((stance, at) => ({
        id: `stance ${stance}`,
        label: saidOf(say, { stance }),
        apart: at === 0,
        do: () => void describe(passages, { stance }),
      })),
      ...[null, ...responsibles].map((holdsResponsible, at) => ({
        id: `responsible ${holdsResponsible}`,
        label: saidOf(say, { holdsResponsible }),
        apart: at === 0,
        do: () => void describe(passages, { holdsResponsible }),
      })),
      {
        id: 'copy',
        label: say.passages.copy,
        icon: 'copy',
        hint: keyHint('copy'),
        apart: true,
        do: () => void acts.copy(passages),
      },
    ]
  }

  return {
    acts,
    family,
    leaveFamily: () => setFamily(null),
    asked,
    ask: setAsked,
    close: () => setAsked(null),
    onKey,
    menuOn,
  }
}
