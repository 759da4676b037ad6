/** What an act on passages of a list asks before it is done: which code, or which of theirs. */
import { useMemo, useState } from 'react'
import type { BriefCoding } from '../../schema/coding.ts'
import type { CodeId } from '../../schema/ids.ts'
import { CodeFinder } from '../codebook/find-code.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { Chooser } from '../palette/chooser.tsx'
import { CodePalette } from '../reader/code-palette.tsx'
import { useWords } from '../words.ts'
import type { AskedOfPassages } from './use-list-keys.ts'
import type { PassageActs } from './use-passage-acts.ts'

export function PassageAsks({
  asked,
  codes,
  acts,
  onAsk,
  onClose,
}: {
  readonly asked: AskedOfPassages | null
  readonly codes: Codes
  readonly acts: PassageActs
  readonly onAsk: (asked: AskedOfPassages) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  if (asked === null) return null
  if (asked.kind === 'which')
    return (
      <WhichCode
        codings={asked.codings}
        codes={codes}
        onClose={onClose}
        onChoose={(code) => {
          const codings = asked.codings.filter((coding) => coding.code === code)
          if (asked.wish === 'recode') onAsk({ kind: 'recode', codings: codings.map(({ id }) => id) })
          else {
            onClose()
            void acts.remove(codings)
          }
        }}
      />
    )
  return (
    <CodePalette
      codes={codes}
      title={asked.kind === 'apply' ? words.reader.chooseCode : words.reader.chooseOtherCode}
      canAdd={asked.kind === 'apply'}
      onClose={onClose}
      onChoose={(code) => {
        onClose()
        void (asked.kind === 'apply' ? acts.apply(asked.passages, code) : acts.recode(asked.codings, code))
      }}
    />
  )
}

/** Passages with several codes: which one is to be changed or removed. */
function WhichCode({
  codings,
  codes,
  onChoose,
  onClose,
}: {
  readonly codings: readonly BriefCoding[]
  readonly codes: Codes
  readonly onChoose: (code: CodeId) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const [query, setQuery] = useState('')
  const counts = useMemo(() => Map.groupBy(codings, ({ code }) => code), [codings])
  const finder = useMemo(() => new CodeFinder(codes.all.filter(({ id }) => counts.has(id))), [codes, counts])
  return (
    <Chooser
      title={words.passages.whichCode}
      placeholder={words.passages.whichPlaceholder}
      query={query}
      onQuery={setQuery}
      rows={finder.find(query)}
      keyOf={({ id }) => id}
      nothing={words.palette.nothing(query)}
      onChoose={({ id }) => onChoose(id)}
      onClose={onClose}
      render={(code) => (
        <span className="palette-code" style={{ '--code': code.colour } as React.CSSProperties}>
          <span className="code-dot" />
          <span className="code-key">{code.shortcut}</span>
          <span className="cut grow">{code.name}</span>
          <span className="quiet tabular">{words.common.codings(counts.get(code.id)?.length ?? 0)}</span>
        </span>
      )}
    />
  )
}
