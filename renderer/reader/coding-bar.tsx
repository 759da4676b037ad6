/** Under the selection: the codes used last with their keys; and, once a digit is pressed, the family's codes. */
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { CodeChip } from '../parts/chip.tsx'
import { useWords } from '../words.ts'

export function CodingBar({
  codes,
  recent,
  family,
  onApply,
  onFind,
  onFamily,
}: {
  readonly codes: Codes
  readonly recent: readonly CodeId[]
  readonly family: Code | null
  readonly onApply: (code: CodeId) => void
  readonly onFind: () => void
  readonly onFamily: (family: Code | null) => void
}) {
  const words = useWords()
  const children = family ? (codes.childrenOf.get(family.id) ?? []).filter(({ codable }) => codable) : []
  const last = recent.flatMap((id) => codes.byId.get(id) ?? []).filter(({ codable }) => codable)
  const families = (codes.childrenOf.get(null) ?? []).filter(({ shortcut }) => shortcut !== '')
  // Pressing here must not take the selection away.
  const hold = (event: React.MouseEvent) => event.preventDefault()
  if (family)
    return (
      <div className="coding-bar coding-bar-family" role="group" aria-label={family.name} onMouseDown={hold}>
        <div className="coding-bar-head">
          <CodeChip {...family} />
          <span className="quiet">{words.reader.nowALetter}</span>
        </div>
        <div className="coding-bar-codes">
          {children.map((code) => (
            <button
              key={code.id}
              type="button"
              className="coding-bar-code"
              title={code.definition}
              onClick={() => onApply(code.id)}
            >
              <kbd>{code.shortcut.slice(family.shortcut.length)}</kbd>
              <span className="cut">{code.name}</span>
            </button>
          ))}
          {family.codable && (
            <button type="button" className="coding-bar-code" onClick={() => onApply(family.id)}>
              <kbd>⏎</kbd>
              <span className="cut">{words.reader.familyItself}</span>
            </button>
          )}
        </div>
      </div>
    )
  return (
    <div className="coding-bar" role="group" aria-label={words.reader.codingBar} onMouseDown={hold}>
      {last.length > 0
        ? last.map((code, at) => (
            <button key={code.id} type="button" className="coding-bar-recent" onClick={() => onApply(code.id)}>
              <CodeChip {...code} /> <kbd>⇧{at + 1}</kbd>
            </button>
          ))
        : families.slice(0, 10).map((code) => (
            <button
              key={code.id}
              type="button"
              className="coding-bar-key"
              title={code.name}
              style={{ '--code': code.colour } as React.CSSProperties}
              onClick={() => (codes.childrenOf.has(code.id) ? onFamily(code) : onApply(code.id))}
            >
              {code.shortcut}
            </button>
          ))}
      <button type="button" className="coding-bar-find" onClick={onFind}>
        <kbd>/</kbd> {words.reader.findCode}
      </button>
    </div>
  )
}
