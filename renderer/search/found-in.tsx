/** Where a question was answered: a section of the archive, and the documents with how often. */
import { useMemo } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { ThingSection } from '../../schema/search.ts'
import type { Source } from '../../schema/source.ts'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import type { Asked } from './asked.ts'

export interface SourceCount {
  readonly source: SourceId
  readonly count: number
}

export function FoundIn({
  total,
  perSource,
  sections,
  section,
  byId,
  chosen,
  onSection,
  onSource,
}: {
  readonly total: number
  readonly perSource: readonly SourceCount[]
  readonly sections: readonly ThingSection[]
  readonly section: Asked['section']
  readonly byId: ReadonlyMap<SourceId, Source>
  readonly chosen: SourceId | null
  readonly onSection: (section: Asked['section']) => void
  /** Null: all documents. */
  readonly onSource: (source: SourceId | null) => void
}) {
  const words = useWords()
  const rows = useMemo(() => {
    const inOrder = new Intl.Collator('en', { numeric: true })
    return perSource.toSorted(
      (a, b) => b.count - a.count || inOrder.compare(byId.get(a.source)?.short ?? '', byId.get(b.source)?.short ?? ''),
    )
  }, [perSource, byId])
  const places = [{ kind: 'paragraphs' as const, total }, ...sections]
  return (
    <nav className="search-places" aria-label={words.search.sections}>
      {places.length > 1 && (
        <div className="search-sections">
          {places.map(({ kind, total: count }) => (
            <button key={kind} type="button" aria-pressed={section === kind} onClick={() => onSection(kind)}>
              <span className="grow cut">{words.search.section[kind]}</span>
              <span className="tabular quiet">{words.say.number(count)}</span>
            </button>
          ))}
        </div>
      )}
      {section === 'paragraphs' && rows.length > 0 && (
        <>
          <div className="search-sections">
            <button type="button" aria-pressed={chosen === null} onClick={() => onSource(null)}>
              <span className="grow cut">{words.search.allDocuments}</span>
              <span className="tabular quiet">{words.say.number(total)}</span>
            </button>
          </div>
          <List<SourceCount>
            className="search-sources"
            label={words.search.perDocument}
            rows={rows}
            keyOf={({ source }) => source}
            rowHeight={28}
            picked={new Set(chosen ? [chosen] : [])}
            nameOf={({ source }) => byId.get(source)?.short ?? ''}
            onOpen={({ source }) => onSource(chosen === source ? null : source)}
            render={({ source, count }) => (
              <div className="search-source" title={byId.get(source)?.title}>
                <span className="library-short tabular">{byId.get(source)?.short}</span>
                <span className="grow cut">{byId.get(source)?.title}</span>
                <span className="tabular quiet">{words.say.number(count)}</span>
              </div>
            )}
          />
        </>
      )}
    </nav>
  )
}
