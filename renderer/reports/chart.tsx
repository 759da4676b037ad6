/** A drawing on the screen. Arrows walk from bar to bar, Enter opens what stands behind one; the table beside it says the same. */
import { useRef, useState, type KeyboardEvent } from 'react'
import { fillName, fillsOf, patternStrokes } from '../../schema/chart-svg.ts'
import type { ChartKey, Drawing, Mark } from '../../schema/chart.ts'
import type { CellPlace } from '../../schema/report-query.ts'

type Area = Extract<Mark, { kind: 'area' }>

export function Chart({
  drawing,
  label,
  hint,
  chosen,
  onOpen,
}: {
  readonly drawing: Drawing
  readonly label: string
  readonly hint: string
  readonly chosen: CellPlace | null
  readonly onOpen: (place: ChartKey) => void
}) {
  const [at, setAt] = useState(0)
  const box = useRef<SVGSVGElement>(null)
  const areas = drawing.marks.filter((mark): mark is Area => mark.kind === 'area' && mark.key !== null)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (step === undefined || areas.length === 0) return
    event.preventDefault()
    const next = Math.min(areas.length - 1, Math.max(0, at + step))
    setAt(next)
    box.current?.querySelectorAll<SVGElement>('[data-area]')[next]?.focus()
  }
  let n = -1
  return (
    <figure className="chart" aria-label={label}>
      <svg
        ref={box}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={`${label}. ${hint}`}
        onKeyDown={walk}
      >
        <defs>
          {fillsOf(drawing).map(({ colour, pattern }) => (
            <pattern
              key={fillName(colour, pattern)}
              id={fillName(colour, pattern)}
              width="8"
              height="8"
              patternUnits="userSpaceOnUse"
            >
              <rect width="8" height="8" className="chart-paper" />
              {pattern !== 'plain' && pattern !== 'empty' && (
                <path d={patternStrokes[pattern]} stroke={colour} strokeWidth="1.6" fill="none" />
              )}
            </pattern>
          ))}
        </defs>
        {drawing.marks.map((mark) => {
          const place = placeOf(mark)
          if (mark.kind === 'line')
            return (
              <line key={place} className={`chart-${mark.look}`} x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} />
            )
          if (mark.kind === 'text')
            return (
              <text key={place} className={`chart-${mark.look}`} x={mark.x} y={mark.y} textAnchor={mark.anchor}>
                {mark.whole !== mark.text && <title>{mark.whole}</title>}
                {mark.text}
              </text>
            )
          const { key } = mark
          const fill = mark.pattern === 'plain' ? mark.colour : `url(#${fillName(mark.colour, mark.pattern)})`
          if (!key)
            return (
              <rect
                key={place}
                className="chart-area"
                x={mark.x}
                y={mark.y}
                width={mark.width}
                height={mark.height}
                fill={fill}
              />
            )
          n++
          const number = n
          return (
            <rect
              key={place}
              data-area=""
              className="chart-area chart-opens"
              role="button"
              tabIndex={number === Math.min(at, areas.length - 1) ? 0 : -1}
              aria-label={mark.says}
              aria-pressed={chosen !== null && chosen.row === key.row && chosen.column === key.column}
              x={mark.x}
              y={mark.y}
              width={Math.max(mark.width, 2)}
              height={mark.height}
              fill={fill}
              onFocus={() => setAt(number)}
              onClick={() => onOpen(key)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return
                event.preventDefault()
                onOpen(key)
              }}
            >
              <title>{mark.says}</title>
            </rect>
          )
        })}
      </svg>
    </figure>
  )
}

/** Where a mark begins: no two of one kind begin at the same place, but for areas of no length, which differ by key. */
function placeOf(mark: Mark): string {
  switch (mark.kind) {
    case 'line':
      return `line ${mark.x1} ${mark.y1}`
    case 'text':
      return `text ${mark.x} ${mark.y} ${mark.look}`
    case 'area':
      return `area ${mark.x} ${mark.y} ${mark.key?.row ?? ''} ${mark.key?.column ?? ''}`
  }
}
