import type { CSSProperties } from 'react'

/** A code as a chip: its colour, its key in print, its name. Colour is never the only sign. */
export function CodeChip({
  shortcut,
  name,
  colour,
  brief = false,
}: {
  readonly shortcut: string
  readonly name: string
  readonly colour: string
  /** The key alone where there is one; the name is in the title. */
  readonly brief?: boolean
}) {
  return (
    <span
      className="code-chip"
      style={{ '--code': colour } as CSSProperties}
      title={shortcut ? `${shortcut} ${name}` : name}
    >
      <span className="code-dot" />
      {shortcut && <span className="code-key">{shortcut}</span>}
      {(!brief || !shortcut) && <span className="cut">{name}</span>}
    </span>
  )
}

/** A text with its matches emphasised. Marks are offsets into `text`, in order, not overlapping. */
export function Marked({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}) {
  const parts: React.ReactNode[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at) continue
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
