/** Any code by any part of its name, typos allowed; and a new one where none fits. */
import { useMemo, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand } from '../archive/use-archive.ts'
import { CodeFinder } from '../codebook/find-code.ts'
import { pathOf, type Codes } from '../codebook/use-codebook.ts'
import { Chooser } from '../palette/chooser.tsx'
import { useExplain, useWords } from '../words.ts'

type Choice = { readonly code: Code } | { readonly add: string }

export function CodePalette({
  codes,
  title,
  canAdd,
  begin = '',
  onChoose,
  onClose,
}: {
  readonly codes: Codes
  readonly title: string
  /** Offers to add a code of the name typed. */
  readonly canAdd: boolean
  /** What is in the field at first. */
  readonly begin?: string
  /** With the code itself: one just made is in no list yet. */
  readonly onChoose: (id: CodeId, code: Code) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const [query, setQuery] = useState(begin)
  const finder = useMemo(() => new CodeFinder(codes.all), [codes])
  const create = useCommand('code.create')
  const name = query.trim()
  const found = finder.find(query).filter(({ codable }) => codable)
  const isNew = canAdd && name !== '' && !codes.all.some((code) => code.name.toLowerCase() === name.toLowerCase())
  const choices: readonly Choice[] = [...found.map((code) => ({ code })), ...(isNew ? [{ add: name }] : [])]

  async function choose(choice: Choice): Promise<void> {
    if ('code' in choice) return onChoose(choice.code.id, choice.code)
    const made = await create({ parent: null, name: choice.add, colour: '#444444' })
    if (made) onChoose(made.id, made)
  }

  return (
    <Chooser<Choice>
      title={title}
      placeholder={words.reader.findCodePlaceholder}
      query={query}
      onQuery={setQuery}
      rows={choices}
      keyOf={(choice) => ('code' in choice ? choice.code.id : 'add')}
      nothing={words.palette.nothing(query)}
      fault={create.fault && explain(create.fault)}
      onChoose={(choice) => void choose(choice)}
      onClose={onClose}
      render={(choice) =>
        'code' in choice ? (
          <span className="palette-code" style={{ '--code': choice.code.colour } as React.CSSProperties}>
            <span className="code-dot" />
            <span className="code-key">{choice.code.shortcut}</span>
            <span className="cut">{pathOf(codes, choice.code)}</span>
          </span>
        ) : (
          <span>{words.reader.addCode(choice.add)}</span>
        )
      }
    />
  )
}
