/** Eight handles and a border to move it by, over the rectangle in focus. For the pointer; keys have their own way. */
import { useWords } from '../../words.ts'
import { holds, type Hold } from './page-space.ts'

export function Handles({
  style,
  isEditing = false,
  onDrag,
}: {
  readonly style: React.CSSProperties
  /** Its borders are being changed by keys. */
  readonly isEditing?: boolean
  /** `hold` is null for the border, which moves the whole. */
  readonly onDrag: (event: React.PointerEvent, hold: Hold | null) => void
}) {
  const words = useWords()
  return (
    <div className={`region-handles${isEditing ? ' is-editing' : ''}`} style={style} aria-hidden="true">
      {(['top', 'right', 'bottom', 'left'] as const).map((side) => (
        <div
          key={side}
          className={`region-edge region-edge-${side}`}
          title={words.regions.drag}
          onPointerDown={(event) => onDrag(event, null)}
        />
      ))}
      {holds.map((hold) => (
        <div
          key={`${hold.x} ${hold.y}`}
          className={`region-handle region-handle-${nameOf(hold)}`}
          title={words.regions.size}
          style={{ left: `${(hold.x + 1) * 50}%`, top: `${(hold.y + 1) * 50}%` }}
          onPointerDown={(event) => onDrag(event, hold)}
        />
      ))}
    </div>
  )
}

/** Which way its arrow points. */
function nameOf({ x, y }: Hold): 'ew' | 'ns' | 'nwse' | 'nesw' {
  if (y === 0) return 'ew'
  if (x === 0) return 'ns'
  return x === y ? 'nwse' : 'nesw'
}
