/** The middle pane: the open document under its heading. */
import type { Source } from '../../schema/source.ts'
import { memo, useMemo } from 'react'
import { isText } from '../../schema/passage.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { keyHint, perform, useKeys } from '../keys.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { useObservable } from '../observable.ts'
import { useExplain, useWords } from '../words.ts'
import { panes, toggle, useAddress } from '../workspace.ts'
import { densities, density } from './density.ts'
import './reader.css'
import { closeTab, stepTab } from './tabs.ts'
import { TabStrip } from './tab-strip.tsx'
import { TextReader } from './text-reader.tsx'

const noSources: readonly Source[] = []

/** Drawn anew when its own answers change, not when the window around it does. */
export const ReaderPane = memo(ReaderPaneNow)

function ReaderPaneNow({ onImport, hasDocuments }: { readonly onImport: () => void; readonly hasDocuments: boolean }) {
  const words = useWords()
  const explain = useExplain()
  const { source: id } = useAddress()
  const { left, right } = useObservable(panes)
  const marginDensity = useObservable(density)
  const codes = useCodes()
  const sources = useQuery('source.list', {}).value ?? noSources
  const source = sources.find((each) => each.id === id)
  useKeys({
    nextTab: () => stepTab(1),
    previousTab: () => stepTab(-1),
    closeTab: () => {
      if (id) closeTab(id)
    },
  })
  const content = useQuery('source.text', id ? { source: id } : null)
  const passages = useQuery('passage.list', id ? { source: id } : null).value
  const onWords = useMemo(() => passages?.filter(isText), [passages])
  return (
    <section className="pane" aria-label={words.app.middlePane} data-pane="middle">
      <header className="reader-head">
        <IconButton
          icon="paneLeft"
          label={words.keys.toggleLeft}
          hint={keyHint('toggleLeft')}
          pressed={left}
          onPress={() => toggle('left')}
        />
        {source ? (
          <h1 className="grow cut" title={source.title}>
            <span className="reader-short">{source.short}</span> {source.title}
            <span className="reader-facts">
              {' '}
              {words.kinds[source.kind]} · {words.languagesShort[source.language]}
            </span>
          </h1>
        ) : (
          <span className="grow" />
        )}
        {source && (
          <ActMenu
            label={words.reader.margin}
            acts={densities.map((each) => ({
              id: each,
              label: words.reader.densities[each],
              ...(each === marginDensity ? { icon: 'check' as const } : {}),
              do: () => density.set(each),
            }))}
          />
        )}
        {source && (
          <IconButton
            icon="find"
            label={words.reader.findInText}
            hint={keyHint('findInText')}
            onPress={() => perform('findInText')}
          />
        )}
        <IconButton
          icon="paneRight"
          label={words.keys.toggleRight}
          hint={keyHint('toggleRight')}
          pressed={right}
          onPress={() => toggle('right')}
        />
      </header>
      <TabStrip sources={sources} />
      <FaultLine words={content.fault && explain(content.fault)} />
      {content.value && source && onWords ? (
        <TextReader key={id} source={source} content={content.value} passages={onWords} codes={codes} />
      ) : id && !content.fault ? (
        <div className="grow" aria-busy="true" />
      ) : hasDocuments ? (
        <Empty icon="documents" title={words.library.noneOpenTitle}>
          {words.library.noneOpenText}
        </Empty>
      ) : (
        <Empty
          icon="import"
          title={words.library.emptyTitle}
          act={
            <Button look="strong" onPress={onImport}>
              {words.library.emptyAct}
            </Button>
          }
        >
          {words.library.emptyText}
        </Empty>
      )}
    </section>
  )
}
