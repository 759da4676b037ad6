/** Coded passages with their context, codes and speaker. Enter jumps to the place. */
import { useMemo } from 'react'
import type { CodingFilter, Quotation } from '../../schema/report.ts'
import { useQuery } from '../archive/use-archive.ts'
import { usePages } from '../archive/use-pages.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { CodeChip } from '../parts/chip.tsx'
import { Empty } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import { focusOn, openSource } from '../workspace.ts'
import './quotations.css'

interface Row {
  readonly at: number
  readonly quotation: Quotation | undefined
}

const quotationsOf = ({ quotations }: { readonly quotations: readonly Quotation[] }) => quotations

export function QuotationList({ filter, label }: { readonly filter: CodingFilter; readonly label: string }) {
  const words = useWords()
  const codes = useCodes()
  const sources = useQuery('source.list', {}).value
  const { total, rows, need } = usePages('quotation.list', { filter }, quotationsOf)
  const titleOf = useMemo(() => new Map((sources ?? []).map(({ id, title }) => [id, title])), [sources])
  const list = useMemo(() => rows.map((quotation, at): Row => ({ at, quotation })), [rows])
  if (total === 0) return <Empty title={words.quotations.none}>{words.quotations.noneHint}</Empty>
  return (
    <List<Row>
      label={label}
      rows={list}
      keyOf={({ at, quotation }) => quotation?.passage ?? `row ${at}`}
      rowHeight={92}
      onScrollTo={need}
      onOpen={({ quotation }) => {
        if (!quotation) return
        openSource(quotation.source, quotation)
        focusOn({ passage: quotation.passage, code: null })
      }}
      render={({ quotation }) =>
        quotation ? (
          <article className="quotation">
            <header>
              <span className="quotation-id tabular">{quotation.extract}</span>
              <span className="cut quiet">{titleOf.get(quotation.source)}</span>
              {quotation.page > 0 && <span className="quiet">{words.reader.page(quotation.page)}</span>}
              {quotation.speaker && <span className="quiet cut">{quotation.speaker}</span>}
              {quotation.starred && <span aria-label={words.inspector.starred}>★</span>}
              <span className="grow" />
              {[...new Set(quotation.codings.map(({ code }) => code))].flatMap((id) => {
                const code = codes.byId.get(id)
                return code ? [<CodeChip key={id} {...code} brief />] : []
              })}
            </header>
            <p>
              <span className="quiet">{quotation.before}</span>
              <strong>{quotation.region ? words.reader.rectangleOn(quotation.region.page) : quotation.quote}</strong>
              <span className="quiet">{quotation.after}</span>
            </p>
          </article>
        ) : (
          <div className="quotation" aria-busy="true" />
        )
      }
    />
  )
}
