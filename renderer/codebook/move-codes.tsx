import { useMemo, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import { useCommand } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { Chooser } from '../palette/chooser.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { CodeFinder } from './find-code.ts'
import { familyOf, pathOf, type Codes } from './use-codebook.ts'

/** Puts codes, with everything below them, at the end of another family: found by typing a part of its name. */
export function MoveCodes({
  codes,
  these,
  onClose,
}: {
  readonly codes: Codes
  readonly these: readonly Code[]
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const turn = useTurn()
  const move = useCommand('code.move')
  const [query, setQuery] = useState('')
  const finder = useMemo(() => new CodeFinder(codes.all), [codes])
  const own = useMemo(() => new Set(these.flatMap(({ id }) => familyOf(codes, id))), [codes, these])
  const found = finder.find(query).filter(({ id }) => !own.has(id))
  async function moveTo(parent: Code | null): Promise<void> {
    const position = (codes.childrenOf.get(parent?.id ?? null) ?? []).length
    const ids = these.map(({ id }) => id)
    if ((await move({ codes: ids, parent: parent?.id ?? null, position })) === undefined) return
    onClose()
    notify({
      words: words.codebook.movedNotice(words.codebook.several(these.length, these[0]?.name ?? ''), parent?.name ?? ''),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }
  return (
    <Chooser<Code | 'top'>
      title={words.codebook.moveTitle(words.codebook.several(these.length, these[0]?.name ?? ''))}
      placeholder={words.codebook.movePlaceholder}
      query={query}
      onQuery={setQuery}
      rows={query.trim() === '' ? ['top', ...found] : found}
      keyOf={(row) => (row === 'top' ? 'top' : row.id)}
      nothing={words.codebook.nothingMatches(query)}
      fault={move.fault && explain(move.fault)}
      onChoose={(row) => void moveTo(row === 'top' ? null : row)}
      onClose={onClose}
      render={(row) =>
        row === 'top' ? (
          <span className="quiet">{words.codebook.topLevel}</span>
        ) : (
          <span className="palette-code" style={{ '--code': row.colour } as React.CSSProperties}>
            <span className="code-dot" />
            <span className="code-key">{row.shortcut}</span>
            <span className="cut">{pathOf(codes, row)}</span>
          </span>
        )
      }
    />
  )
}
