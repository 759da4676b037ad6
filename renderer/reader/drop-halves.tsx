import { useState, type DragEvent } from 'react'
import { useWords } from '../words.ts'
import type { Side } from './halves.ts'

const sides = ['first', 'second'] as const

/** Over the middle pane while a document is dragged: where it would come to stand. */
export function DropHalves({ onDrop }: { readonly onDrop: (side: Side, event: DragEvent) => void }) {
  const words = useWords()
  const [over, setOver] = useState<Side | null>(null)
  return (
    <div className="drop-halves" aria-hidden="true">
      {sides.map((side) => (
        <div
          key={side}
          className={over === side ? 'is-over' : ''}
          onDragOver={(event) => {
            event.preventDefault()
            event.dataTransfer.dropEffect = 'move'
            setOver(side)
          }}
          onDrop={(event) => {
            event.preventDefault()
            onDrop(side, event)
          }}
        >
          {words.halves.drop[side]}
        </div>
      ))}
    </div>
  )
}
