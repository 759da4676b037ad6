/** Codes put elsewhere, by the pointer or a step at a time: one act each, said to screen readers, with a way back. */
import { useRef, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useArchive, useCommand } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { notify } from '../parts/notices.tsx'
import { useObservable } from '../observable.ts'
import { useWords } from '../words.ts'
import { stepOf, type Place, type Step } from './places.ts'
import { topmostOf } from './tree-rows.ts'
import { codesOf, type Codes } from './use-codebook.ts'
import { sort } from './view-wish.ts'

export function useMoving(codes: Codes, unfold: (code: CodeId) => void) {
  const words = useWords()
  const { client } = useArchive()
  const move = useCommand('code.move')
  const turn = useTurn()
  const canOrder = useObservable(sort) === 'guide'
  const [said, setSaid] = useState('')
  const lastStep = useRef(Promise.resolve())

  const nameOf = (ids: ReadonlySet<CodeId>) => {
    const moving = topmostOf(codes, ids)
    return words.codebook.several(moving.length, moving[0]?.name ?? '')
  }
  const isThere = (ids: ReadonlySet<CodeId>, { parent, position }: Place) => {
    const moving = topmostOf(codes, ids)
    const siblings = codes.childrenOf.get(parent) ?? []
    return moving.every(({ id }, at) => siblings[position + at]?.id === id)
  }

  async function stepNow(these: readonly Code[], step: Step): Promise<void> {
    const ids = new Set(these.map(({ id }) => id))
    if (!canOrder && step !== 'out' && step !== 'in') {
      notify({ words: words.codebook.noOrder })
      return
    }
    const before = await client.call('codebook.get', {})
    const place = stepOf(before.ok ? codesOf(before.value) : codes, ids, step)
    if (!place) {
      setSaid(words.codebook.noFurther)
      return
    }
    if ((await move({ codes: [...ids], ...place })) === undefined) return
    if (place.parent) unfold(place.parent)
    const answer = await client.call('codebook.get', {})
    const siblings = answer.ok ? answer.value.filter(({ parent }) => parent === place.parent) : []
    setSaid(
      words.codebook.moved(
        nameOf(ids),
        place.parent ? (codes.byId.get(place.parent)?.name ?? '') : '',
        place.position + 1,
        Math.max(siblings.length, place.position + 1),
      ),
    )
  }

  return {
    canOrder,
    /** The last thing that happened, for a live region. */
    said,
    say: setSaid,
    fault: move.fault,
    forget: move.forget,
    async drop(ids: ReadonlySet<CodeId>, place: Place): Promise<void> {
      if (isThere(ids, place)) return
      if ((await move({ codes: [...ids], ...place })) === undefined) return
      if (place.parent) unfold(place.parent)
      const into = place.parent ? (codes.byId.get(place.parent)?.name ?? '') : ''
      notify({
        words: words.codebook.movedNotice(nameOf(ids), into),
        act: { label: words.common.undo, do: () => void turn('history.undo') },
      })
    },
    /** Keys may come faster than answers: each step begins where the one before has ended. */
    step(these: readonly Code[], step: Step): Promise<void> {
      return (lastStep.current = lastStep.current.then(() => stepNow(these, step)))
    },
  }
}
