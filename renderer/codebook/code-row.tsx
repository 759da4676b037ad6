/** One row of the tree: fold, colour, key, name, count, and the acts behind three dots. */
import { useRef, type CSSProperties, type FocusEvent } from 'react'
import type { Code, CodeCount } from '../../schema/codebook.ts'
import { Marked } from '../parts/chip.tsx'
import { RowMenu, type Act } from '../parts/menu.tsx'
import { useWords } from '../words.ts'
import type { Mark } from './find-code.ts'
import type { TreeRow } from './tree-rows.ts'

export interface Rewording {
  readonly name: string
  readonly shortcut: string
}

export function CodeRow({
  row: { code, level, isOpen, isContext },
  count,
  marks,
  editing,
  actsOn,
  onFold,
  onCommit,
  onApply,
}: {
  readonly row: TreeRow
  readonly count: CodeCount | undefined
  readonly marks: readonly Mark[]
  /** What is written in place, if anything. */
  readonly editing: keyof Rewording | null
  readonly actsOn: (code: Code) => readonly Act[]
  readonly onFold: (code: Code, isOpen: boolean) => void
  /** Null: left as it was. */
  readonly onCommit: (fields: Rewording | null) => Promise<boolean>
  readonly onApply: (code: Code) => void
}) {
  const words = useWords()
  const own = count?.own ?? 0
  const total = count?.total ?? 0
  return (
    <div
      className={`code-row${level === 1 ? ' code-row-family' : level > 2 ? ' code-row-deep' : ''}${isContext ? ' code-row-context' : ''}${code.codable ? '' : ' code-row-heading'}`}
      style={{ '--code': code.colour, '--level': level - 1 } as CSSProperties}
      onDoubleClick={() => onApply(code)}
    >
      {isOpen === null ? (
        <span className="code-fold" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className="code-fold"
          aria-label={isOpen ? words.codebook.fold(code.name) : words.codebook.unfold(code.name)}
          onClick={() => onFold(code, !isOpen)}
        >
          {isOpen ? '▾' : '▸'}
        </button>
      )}
      <span className="code-dot" />
      {editing ? (
        <RowFields key={editing} code={code} first={editing} onCommit={onCommit} />
      ) : (
        <>
          <span className="code-key">{code.shortcut}</span>
          <span className="grow cut" {...(code.name.length > 24 ? { title: code.name } : {})}>
            <Marked text={code.name} marks={marks} />
          </span>
        </>
      )}
      {!code.codable && <span className="visually-hidden">{words.codebook.isHeading}</span>}
      <span className="code-count tabular" title={words.codebook.countHint(own, total)}>
        {own > 0 && own < total && <span className="code-own">{words.say.number(own)} / </span>}
        {total > 0 && words.say.number(total)}
      </span>
      <RowMenu label={words.codebook.menu(code.name)} acts={() => actsOn(code)} />
    </div>
  )
}

/** Key and name written where they stand: Enter keeps them, Escape does not, Tab goes between them. */
function RowFields({
  code,
  first,
  onCommit,
}: {
  readonly code: Code
  readonly first: keyof Rewording
  /** Answers whether it was done. */
  readonly onCommit: (fields: Rewording | null) => Promise<boolean>
}) {
  const words = useWords()
  const box = useRef<HTMLFormElement>(null)
  const isOver = useRef(false)
  async function end(isKept: boolean): Promise<void> {
    if (isOver.current) return
    const fields = new FormData(box.current ?? undefined)
    const written = (field: keyof Rewording) => {
      const value = fields.get(field)
      return typeof value === 'string' ? value.trim() : ''
    }
    const name = written('name')
    const shortcut = written('shortcut')
    const isSame = name === code.name && shortcut === code.shortcut
    isOver.current = true // leaving the field while the answer is on its way sends nothing twice
    isOver.current = await onCommit(isKept && !isSame ? { name, shortcut } : null)
  }
  return (
    <form
      ref={box}
      className="code-fields"
      onSubmit={(event) => {
        event.preventDefault()
        void end(true)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') void end(false)
        event.stopPropagation()
      }}
      onBlur={(event: FocusEvent<HTMLFormElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void end(true)
      }}
    >
      {(['shortcut', 'name'] as const).map((field) => (
        <input
          key={field}
          name={field}
          className={`in-place code-field-${field}`}
          aria-label={field === 'name' ? words.codebook.name : words.codebook.key}
          defaultValue={code[field]}
          maxLength={field === 'name' ? 200 : 8}
          autoFocus={field === first}
          spellCheck={false}
          onFocus={(event) => event.target.select()}
        />
      ))}
      {/* Enter sends a form of two fields only where it has a button. */}
      <button type="submit" hidden />
    </form>
  )
}
