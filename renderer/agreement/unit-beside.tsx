/** A stretch of the text with a column of codes for each coder; what only some gave is framed. */
import type { CSSProperties } from 'react'
import type { BesideMark, BesideUnit } from '../../schema/agreement.ts'
import type { CoderId } from '../../schema/ids.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { CodeChip } from '../parts/chip.tsx'
import { useWords } from '../words.ts'

export function UnitBeside({
  unit,
  coders,
  codes,
  style,
}: {
  readonly unit: BesideUnit
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[]
  readonly codes: Codes
  readonly style: CSSProperties
}) {
  const words = useWords()
  return (
    <article className={`unit-beside${unit.open.length > 0 ? ' is-open' : ''}`} style={style}>
      <div className="unit-said">
        <span className="unit-place tabular">
          {unit.place}
          {unit.speaker && <span className="quiet"> {unit.speaker}</span>}
          {unit.open.length > 0 && <span className="unit-open">{words.agreement.differs}</span>}
        </span>
        <p>{unit.text}</p>
      </div>
      {coders.map(({ id, name }) => (
        <ul key={id} className="unit-column" aria-label={name}>
          {oncePerCode(unit.marks.filter(({ coder }) => coder === id)).map((mark) => (
            <MarkChip key={mark.coding} mark={mark} codes={codes} isOpen={unit.open.includes(mark.code)} />
          ))}
        </ul>
      ))}
    </article>
  )
}

function MarkChip({
  mark,
  codes,
  isOpen,
}: {
  readonly mark: BesideMark
  readonly codes: Codes
  readonly isOpen: boolean
}) {
  const words = useWords()
  const code = codes.byId.get(mark.code)
  if (!code) return null
  const look =
    mark.state === 'superseded' ? ' is-fallen' : isOpen ? ' is-open' : mark.verdict === 'holds' ? ' is-held' : ''
  const verdict = mark.verdict && words.agreement.verdicts[mark.verdict]
  return (
    <li className={`unit-mark${look}`} title={[`“${mark.quote}”`, verdict, mark.reason].filter(Boolean).join('\n')}>
      <CodeChip shortcut={code.shortcut} name={code.name} colour={code.colour} />
      {verdict && <span className="visually-hidden">{verdict}</span>}
    </li>
  )
}

/** Two passages of one code in a unit are one answer; a live one speaks for it. */
function oncePerCode(marks: readonly BesideMark[]): readonly BesideMark[] {
  const shown = new Map<string, BesideMark>()
  for (const mark of marks) {
    const there = shown.get(mark.code)
    if (!there || (there.state === 'superseded' && mark.state === 'live')) shown.set(mark.code, mark)
  }
  return [...shown.values()]
}
