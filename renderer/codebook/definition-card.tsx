/** How a code is meant, beside its row: while the pointer rests on it, while the keyboard rests on it, or asked for by key. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { Code, CodeCount } from '../../schema/codebook.ts'
import { useWords } from '../words.ts'
import { pathOf, type Codes } from './use-codebook.ts'

const lines = ['definition', 'include', 'exclude', 'example'] as const
/** Pixels between the pane and the card, and to the border of the window. */
const gap = 8

export function DefinitionCard({
  code,
  codes,
  count,
  box,
}: {
  readonly code: Code
  readonly codes: Codes
  readonly count: CodeCount | undefined
  readonly box: RefObject<HTMLElement | null>
}) {
  const words = useWords()
  const card = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ readonly left: number; readonly top: number } | null>(null)
  useLayoutEffect(() => {
    const row = box.current?.querySelector(`[role=row][id$="${code.id}"]`)
    if (!row || !card.current || !box.current) return
    const scale = box.current.getBoundingClientRect().width / box.current.offsetWidth || 1
    const rect = row.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = card.current
    const beside = rect.left / scale - width - gap
    const room = innerHeight / scale - height - gap
    // Beside the pane where there is room, else below the row: the row itself stays in sight.
    setAt(
      beside >= gap
        ? { left: beside, top: Math.max(gap, Math.min(rect.top / scale, room)) }
        : {
            left: Math.max(gap, rect.right / scale - width - gap),
            top: rect.bottom / scale <= room ? rect.bottom / scale : Math.max(gap, rect.top / scale - height),
          },
    )
  }, [box, code.id])
  const parent = code.parent ? codes.byId.get(code.parent) : undefined
  return (
    <div
      ref={card}
      className="definition-card"
      data-own-words=""
      role="tooltip"
      id="definition-card"
      style={at ? { left: at.left, top: at.top } : { visibility: 'hidden' }}
    >
      <header style={{ '--code': code.colour } as React.CSSProperties}>
        <span className="code-dot" />
        <span className="code-key">{code.shortcut}</span>
        <strong>{code.name}</strong>
      </header>
      {parent && <p className="quiet">{pathOf(codes, parent)}</p>}
      {lines.some((line) => code[line] !== '') ? (
        <dl>
          {lines
            .filter((line) => code[line] !== '')
            .map((line) => (
              <div key={line}>
                <dt>{words.codebook.lines[line]}</dt>
                <dd>{code[line]}</dd>
              </div>
            ))}
        </dl>
      ) : (
        <p className="quiet">{words.codebook.notDefined}</p>
      )}
      <p className="quiet tabular">
        {code.codable ? words.codebook.countHint(count?.own ?? 0, count?.total ?? 0) : words.codebook.isHeading}
      </p>
    </div>
  )
}
