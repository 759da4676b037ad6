/** Above the pages: which one, how large, which way up. */
import { useRef, useState } from 'react'
import { keyHint, useKeys } from '../../keys.ts'
import { IconButton } from '../../parts/button.tsx'
import { useWords } from '../../words.ts'
import type { Shape } from './page-size.ts'
import type { PrintedPages } from './printed-pages.ts'

export function PagesBar({
  pages,
  page,
  count,
  shape: { scale, isFitted },
  hasWords,
  isDrawing,
  onDraw,
}: {
  readonly pages: PrintedPages | null
  readonly page: number
  readonly count: number
  readonly shape: Shape
  /** False for a scan: nothing can be selected on it. */
  readonly hasWords: boolean
  readonly isDrawing: boolean
  readonly onDraw: () => void
}) {
  const words = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  useKeys({ goToPage: () => field.current?.select() })
  const go = () => {
    const wanted = Number(typed)
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) pages?.goToPage(Math.min(count, wanted))
    setTyped(null)
  }
  return (
    <div className="pages-bar" role="group" aria-label={words.pages.bar}>
      <span className="pages-where">
        {words.pages.page}
        <input
          ref={field}
          className="pages-number tabular"
          aria-label={words.keys.goToPage}
          title={`${words.keys.goToPage} ${keyHint('goToPage')}`}
          inputMode="numeric"
          value={typed ?? String(page)}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTyped(event.target.value.replaceAll(/\D/gu, ''))}
          onBlur={() => setTyped(null)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go()
            else if (event.key === 'Escape') setTyped(null)
            else return
            event.preventDefault()
            pages?.focus()
          }}
        />
        <span className="quiet tabular">{words.pages.ofPages(count)}</span>
      </span>
      {!hasWords && <span className="quiet cut">{words.pages.noWords}</span>}
      <span className="tools-aside">
        <IconButton
          icon="rectangle"
          label={words.pages.draw}
          hint={keyHint('handOrDraw')}
          pressed={isDrawing}
          onPress={onDraw}
        />
        <IconButton
          icon="minus"
          label={words.keys.pageSmaller}
          hint={keyHint('pageSmaller')}
          onPress={() => pages?.zoomBy(-1)}
        />
        <span className="pages-scale quiet tabular">{words.say.percent(scale)}</span>
        <IconButton
          icon="plus"
          label={words.keys.pageLarger}
          hint={keyHint('pageLarger')}
          onPress={() => pages?.zoomBy(1)}
        />
        <IconButton
          icon="fit"
          label={words.keys.pageFit}
          hint={keyHint('pageFit')}
          pressed={isFitted}
          onPress={() => pages?.fit()}
        />
        <IconButton
          icon="turn"
          label={words.keys.pageTurn}
          hint={keyHint('pageTurn')}
          onPress={() => pages?.turnRight()}
        />
      </span>
    </div>
  )
}
