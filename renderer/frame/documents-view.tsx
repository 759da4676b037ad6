/** What there is, what one reads, what one thinks: three panes whose sizes are remembered per archive. */
import type { ArchiveStatus } from '../../schema/project.ts'
import { CodebookPane } from '../codebook/codebook-pane.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { Library } from '../library/library.tsx'
import { useObservable } from '../observable.ts'
import { Pane, Split } from '../parts/split.tsx'
import { ReaderPane } from '../reader/reader-pane.tsx'
import { useWords } from '../words.ts'
import { keepSizes, panes, sizesOf } from '../workspace.ts'

export function DocumentsView({ status, onImport }: { readonly status: ArchiveStatus; readonly onImport: () => void }) {
  const words = useWords()
  const { left, right } = useObservable(panes)
  const arrangement = `documents ${left ? 'L' : ''}${right ? 'R' : ''}`
  const split = (name: string) => ({
    sizes: sizesOf(status.path, name),
    onSizes: (sizes: Readonly<Record<string, number>>) => keepSizes(status.path, name, sizes),
    resizeLabel: words.pieces.resize,
  })
  return (
    <Split key={arrangement} direction="row" {...split(arrangement)}>
      {left && (
        <Pane id="left" size={20} min={190}>
          <Library onImport={onImport} />
        </Pane>
      )}
      <Pane id="middle" size={55} min={440}>
        <ReaderPane archive={status.path} onImport={onImport} hasDocuments={status.counts.sources > 0} />
      </Pane>
      {right && (
        <Pane id="right" size={25} min={230}>
          <Split direction="column" {...split('right')}>
            <Pane id="codebook" size={55} min={120}>
              <CodebookPane />
            </Pane>
            <Pane id="inspector" size={45} min={120}>
              <Inspector />
            </Pane>
          </Split>
        </Pane>
      )}
    </Split>
  )
}
