import type { Code } from '../../schema/codebook.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Colours } from '../codebook/colours.tsx'
import { pathOf, useCodeCounts, type Codes } from '../codebook/use-codebook.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { showQuotationsOf } from '../reports/report-wish.ts'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import { Memos } from './memos.tsx'

/** A code as the codebook defines it, changed where it stands. */
export function CodeCard({ code, codes }: { readonly code: Code; readonly codes: Codes }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('code.update')
  const count = useCodeCounts().get(code.id)
  const change = (
    fields: Partial<
      Pick<Code, 'name' | 'shortcut' | 'colour' | 'definition' | 'include' | 'exclude' | 'example' | 'codable'>
    >,
  ) => void update({ code: code.id, ...fields })
  const lines = ['definition', 'include', 'exclude', 'example'] as const
  const parent = code.parent ? codes.byId.get(code.parent) : undefined
  return (
    <>
      <header className="pane-head">
        <h2 className="grow cut">
          {words.inspector.code} {code.shortcut}
        </h2>
        <IconButton icon="close" label={words.inspector.close} onPress={() => focusOn({ code: null })} />
      </header>
      <div className="inspector-body">
        {parent && <p className="quiet cut">{pathOf(codes, parent)} ›</p>}
        <InPlace
          className="inspector-name"
          label={words.codebook.name}
          value={code.name}
          onCommit={(name) => change({ name })}
        />
        <FaultLine
          words={update.fault && explain(update.fault)}
          onDismiss={update.forget}
          dismiss={words.pieces.dismiss}
        />
        <div className="inspector-pair">
          <label className="inspector-key">
            <span className="field-label">{words.codebook.key}</span>
            <InPlace
              label={words.codebook.key}
              value={code.shortcut}
              placeholder="—"
              onCommit={(shortcut) => change({ shortcut: shortcut.trim() })}
            />
          </label>
          <Button look="quiet" isDisabled={!count?.total} onPress={() => showQuotationsOf(code.id)}>
            {words.codebook.countHint(count?.own ?? 0, count?.total ?? 0)}
          </Button>
        </div>
        <Colours value={code.colour} onChange={(colour) => change({ colour })} />
        {lines.map((line) => (
          <label key={line} className="inspector-line">
            <span className="field-label">{words.codebook.lines[line]}</span>
            <InPlace
              long
              label={words.codebook.lines[line]}
              value={code[line]}
              placeholder="—"
              onCommit={(text) => change({ [line]: text })}
            />
          </label>
        ))}
        <label className="tick-line">
          <input
            type="checkbox"
            checked={!code.codable}
            onChange={(event) => change({ codable: !event.target.checked })}
          />
          {words.codebook.heading}
        </label>
        <Memos about={{ kind: 'code', id: code.id }} />
      </div>
    </>
  )
}
