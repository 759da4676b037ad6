import { useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Colours } from '../codebook/colours.tsx'
import { SetsOf } from '../codebook/sets-of.tsx'
import { SplitCode } from '../codebook/split-code.tsx'
import { pathOf, useCodeCounts, type Codes } from '../codebook/use-codebook.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { keyHint } from '../keys.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { readCode } from '../reading/read-code.ts'
import { showQuotationsOf } from '../reports/report-wish.ts'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import { Memos } from './memos.tsx'
import { Mentions } from './mentions.tsx'
import { Wordings } from './wordings.tsx'

const lines = ['definition', 'include', 'exclude', 'example'] as const
type Fields = Pick<Code, 'name' | 'shortcut' | 'colour' | 'definition' | 'include' | 'exclude' | 'example' | 'codable'>

/** A code as the codebook defines it, changed where it stands. */
export function CodeCard({ code, codes }: { readonly code: Code; readonly codes: Codes }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('code.update')
  const makeHeading = useCommand('code.makeHeading')
  const turn = useTurn()
  const count = useCodeCounts().get(code.id)
  const sets = useQuery('codeSet.list', {}).value ?? []
  const [asking, setAsking] = useState<'split' | 'sets' | null>(null)
  const change = (fields: Partial<Fields>) => void update({ code: code.id, ...fields })
  const parent = code.parent ? codes.byId.get(code.parent) : undefined
  const fault = update.fault ?? makeHeading.fault
  const inSets = sets.filter((set) => set.codes.includes(code.id))

  async function giveToChild(): Promise<void> {
    if (!(await makeHeading({ code: code.id, name: code.name }))) return
    update.forget()
    notify({
      words: words.codebook.headingOfferDone(code.name),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }

  return (
    <>
      <header className="pane-head">
        <h2 className="grow cut">
          {code.codable ? words.inspector.code : words.codebook.isHeading} {code.shortcut}
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
          words={fault && explain(fault)}
          onDismiss={() => {
            update.forget()
            makeHeading.forget()
          }}
          dismiss={words.pieces.dismiss}
        />
        {update.fault?.kind === 'code-has-codings' && (
          <Button isDisabled={makeHeading.isBusy} onPress={() => void giveToChild()}>
            {words.codebook.headingOffer}
          </Button>
        )}
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
          <Button look="quiet" onPress={() => setAsking('sets')}>
            <span className="cut">
              {inSets.length > 0 ? inSets.map(({ name }) => name).join(', ') : words.codebook.setsAct}
            </span>
          </Button>
        </div>
        <div className="inspector-acts">
          <Button
            look="quiet"
            icon="reading"
            isDisabled={!code.codable}
            onPress={() => readCode(code.id)}
            aria-keyshortcuts={keyHint('readCode')}
          >
            {words.reading.fromReading}
          </Button>
          <Button look="quiet" isDisabled={!count?.total} onPress={() => showQuotationsOf(code.id)}>
            {words.codebook.countHint(count?.own ?? 0, count?.total ?? 0)}
          </Button>
          <Button
            look="quiet"
            isDisabled={!code.codable || !count?.own}
            onPress={() => setAsking('split')}
            aria-keyshortcuts={keyHint('splitCode')}
          >
            {words.codebook.splitAct}
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
        <Wordings code={code} />
        <label className="tick-line">
          <input
            type="checkbox"
            checked={!code.codable}
            onChange={(event) => change({ codable: !event.target.checked })}
          />
          {words.codebook.heading}
        </label>
        <Memos about={{ kind: 'code', id: code.id }} />
        <Mentions about={{ kind: 'code', id: code.id }} />
      </div>
      {asking === 'split' && <SplitCode codes={codes} code={code} onClose={() => setAsking(null)} />}
      {asking === 'sets' && <SetsOf these={[code]} onClose={() => setAsking(null)} />}
    </>
  )
}
