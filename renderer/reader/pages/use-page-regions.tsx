/** Rectangles on printed pages: the shared layer over every page that has some or may get one, and its keys. */
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { CodedPassage, CodedRegion, Region } from '../../../schema/passage.ts'
import type { SourceText } from '../../../schema/source.ts'
import { useArchive, useCommand } from '../../archive/use-archive.ts'
import type { Codes } from '../../codebook/use-codebook.ts'
import { useKeys } from '../../keys.ts'
import { FaultLine } from '../../parts/empty.tsx'
import { useExplain, useWords } from '../../words.ts'
import { focusOn } from '../../workspace.ts'
import { sizeShown, type Turn } from '../regions/page-space.ts'
import { RegionLayer } from '../regions/region-layer.tsx'
import { useRegionKeys } from '../regions/use-region-keys.ts'
import type { PrintedPages } from './printed-pages.ts'

export interface PageRegions {
  /** Says why a rectangle could not be given other borders. */
  readonly faultLine: ReactNode
  readonly layers: ReactNode
  readonly isDrawing: boolean
  readonly toggleDrawing: () => void
  /** Asked after the two keys of coding. */
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly onSheet: (page: number, regions: HTMLElement) => void
  readonly forgetSheets: () => void
}

export function usePageRegions({
  pages,
  content,
  regions,
  codes,
  selected,
  onSelect,
  focused,
  describe,
  bar,
}: {
  readonly pages: PrintedPages | null
  readonly content: SourceText
  readonly regions: readonly CodedRegion[]
  readonly codes: Codes
  readonly selected: Region | null
  readonly onSelect: (region: Region | null) => void
  readonly focused: CodedPassage | null
  readonly describe: (passage: CodedPassage) => string
  readonly bar: ReactNode
}): PageRegions {
  const { client } = useArchive()
  const words = useWords()
  const explain = useExplain()
  const reshape = useCommand('passage.reshape')
  const [isOn, setOn] = useState(false)
  const isAltHeld = useAltHeld()
  const [sheets, setSheets] = useState<ReadonlyMap<number, HTMLElement>>(new Map())
  const isDrawing = isOn || isAltHeld
  const turnOf = (number: number): Turn => {
    const page = content.pages[number - 1]
    return (page && pages?.turnOf(page)) ?? 0
  }
  const change = async (passage: CodedRegion, region: Region) => {
    const reshaped = await reshape({ passage: passage.id, ...region })
    if (reshaped) focusOn({ passage: reshaped.id })
  }
  const keys = useRegionKeys({
    shown: (number) => {
      const page = content.pages[number - 1]
      return page && { page, turn: turnOf(number) }
    },
    seen: () => {
      const now = pages?.seen
      if (!now) return null
      const { page, turn, share } = now
      const size = sizeShown(page, turn)
      const frame = {
        x: share.x * size.width,
        y: share.y * size.height,
        width: share.width * size.width,
        height: share.height * size.height,
      }
      return { page, turn, frame }
    },
    selected,
    onSelect,
    focused,
    onReshape: (passage, region) => void change(passage, region),
  })
  const toggleDrawing = () => setOn(!isOn)
  useKeys({ handOrDraw: toggleDrawing })
  const needed = [...sheets].filter(
    ([number]) => isDrawing || selected?.page === number || regions.some(({ page }) => page === number),
  )
  return {
    faultLine: (
      <FaultLine
        words={reshape.fault && explain(reshape.fault)}
        onDismiss={reshape.forget}
        dismiss={words.pieces.dismiss}
      />
    ),
    isDrawing: isOn,
    toggleDrawing,
    onKey: keys.onKey,
    onSheet: useCallback((page, element) => setSheets((now) => new Map(now).set(page, element)), []),
    forgetSheets: useCallback(() => setSheets(new Map()), []),
    layers: needed.map(([number, element]) => {
      const page = content.pages[number - 1]
      return (
        page &&
        page.width > 0 &&
        createPortal(
          <RegionLayer
            label={words.regions.onPage(number)}
            page={page}
            turn={turnOf(number)}
            regions={regions}
            codes={codes}
            coder={client.coder}
            focused={focused?.id ?? null}
            isDrawing={isDrawing}
            selected={selected}
            editing={keys.editing}
            onSelect={onSelect}
            onPick={(passage) => focusOn(passage ? { passage: passage.id, code: null } : { passage: null })}
            onReshape={(passage, region) => void change(passage, region)}
            describe={describe}
            bar={bar}
          />,
          element,
          String(number),
        )
      )
    }),
  }
}

/** Alt held down lends the pointer to drawing. */
function useAltHeld(): boolean {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    const over = new AbortController()
    const { signal } = over
    const follow = (event: KeyboardEvent) => setHeld(event.altKey)
    addEventListener('keydown', follow, { signal, capture: true })
    addEventListener('keyup', follow, { signal, capture: true })
    addEventListener('blur', () => setHeld(false), { signal })
    return () => over.abort()
  }, [])
  return isHeld
}
