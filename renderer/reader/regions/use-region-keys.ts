/**
 * Rectangles without a mouse: one in the middle of what is seen, moved and sized by the arrows and coded by
 * its key; and the borders of the passage in focus, changed as a draft and kept by Enter in one step.
 */
import { useEffect, useState } from 'react'
import type { PassageId } from '../../../schema/ids.ts'
import type { CodedPassage, CodedRegion, Region } from '../../../schema/passage.ts'
import { perform, useKeys } from '../../keys.ts'
import { notifyMeanwhile } from '../../parts/notices.tsx'
import { useWords } from '../../words.ts'
import {
  frameOf,
  isSameFrame,
  middleOf,
  regionOf,
  sizeShown,
  type Frame,
  type PageShape,
  type Turn,
} from './page-space.ts'
import { afterPress } from './press.ts'

export interface ShownPage {
  readonly page: PageShape
  readonly turn: Turn
}

export interface RegionKeys {
  /** The borders being changed, for `RegionLayer`. */
  readonly editing: { readonly passage: PassageId; readonly region: Region } | null
  /** True where the press was one of these. Ask after the two keys of coding, which take Enter and Esc. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

export function useRegionKeys({
  shown,
  seen,
  selected,
  onSelect,
  focused,
  onReshape,
}: {
  readonly shown: (page: number) => ShownPage | undefined
  /** The page most in sight, and the part of it that is: thousandths of a point of the page as shown. */
  readonly seen: () => (ShownPage & { readonly frame: Frame }) | null
  readonly selected: Region | null
  readonly onSelect: (region: Region | null) => void
  readonly focused: CodedPassage | null
  readonly onReshape: (passage: CodedRegion, region: Region) => void
}): RegionKeys {
  const words = useWords()
  const [draft, setDraft] = useState<{ passage: CodedRegion; region: Region } | null>(null)
  const region = focused?.kind === 'region' ? focused : null
  const editing = draft && draft.passage.id === region?.id ? draft : null

  // How it is done is said for as long as it is done.
  const isEditing = editing !== null
  const { howToMove } = words.regions
  useEffect(() => (isEditing ? notifyMeanwhile({ words: howToMove }) : undefined), [isEditing, howToMove])

  // What was selected is a passage now: it stands on the page by itself.
  useEffect(() => {
    if (selected && region && selected.page === region.page && isSameFrame(selected, region)) onSelect(null)
  }, [selected, region, onSelect])

  useKeys({
    newRectangle: () => {
      const now = seen()
      if (!now) return
      setDraft(null)
      onSelect(regionOf(middleOf(now.frame, sizeShown(now.page, now.turn)), now.page, now.turn))
    },
    ...(region
      ? {
          moveBorders: () => {
            const { page, x, y, width, height } = region
            setDraft(editing ? null : { passage: region, region: { page, x, y, width, height } })
          },
        }
      : {}),
    ...(region && selected
      ? {
          takeSelection: () => {
            onSelect(null)
            onReshape(region, selected)
          },
        }
      : {}),
  })

  return {
    editing: editing && { passage: editing.passage.id, region: editing.region },
    onKey: (event) => {
      const now = editing?.region ?? selected
      const at = now && shown(now.page)
      if (!now || !at) return false
      const after = afterPress(event, frameOf(now, at.page, at.turn), sizeShown(at.page, at.turn))
      if (after) {
        const next = regionOf(after, at.page, at.turn)
        if (editing) setDraft({ passage: editing.passage, region: next })
        else onSelect(next)
      } else if (event.key === 'Enter') {
        if (editing) onReshape(editing.passage, editing.region)
        else perform('findCode')
        setDraft(null)
      } else if (event.key === 'Escape' && editing) setDraft(null)
      else return false
      event.preventDefault()
      return true
    },
  }
}
