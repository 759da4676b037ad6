import type { CSSProperties } from 'react'
import { CodeChip } from '../parts/chip.tsx'
import { useWords } from '../words.ts'
import type { Dragging } from './use-code-drag.tsx'

/** Where the codes would land, and the codes beside the pointer. Nothing of it takes the pointer. */
export function DragOverlay({ dragging }: { readonly dragging: Dragging }) {
  const words = useWords()
  const { place, top, height, first, codes, x, y } = dragging
  const isFarRight = dragging.isFarRight
  const isLine = place !== null && place.edge !== 'into'
  return (
    <>
      {place && (
        <div
          className={isLine ? 'drop-line' : 'drop-into'}
          style={
            {
              top: place.edge === 'after' ? top + height : top,
              ...(isLine ? {} : { height }),
              '--level': place.level - 1,
            } as CSSProperties
          }
        />
      )}
      <div
        className="drag-ghost"
        // On the side of the pointer where there is room for it.
        style={{
          transform: isFarRight
            ? `translate(calc(${x - 8}px - 100%), ${y + 10}px)`
            : `translate(${x + 12}px, ${y + 10}px)`,
        }}
        aria-hidden="true"
      >
        <CodeChip {...first} />
        {codes.size > 1 && <span className="drag-count tabular">{words.say.number(codes.size)}</span>}
      </div>
    </>
  )
}
