/** The first quotations as they will leave, how many there are, and what stays and why. */
import type { QuotationPreview } from '../../schema/quotation-export.ts'
import { useWords } from '../words.ts'

export function ExportPreview({ preview }: { readonly preview: QuotationPreview | null }) {
  const words = useWords()
  const said = words.exporting
  if (!preview) return <p className="quiet">{words.common.loading}</p>
  const kept = [
    preview.closed > 0 && said.closed(preview.closed),
    preview.dangerous > 0 && said.dangerous(preview.dangerous),
    preview.wordless > 0 && said.wordless(preview.wordless),
    preview.smallGroups > 0 && said.smallGroups(preview.smallGroups),
    preview.parked > 0 && said.parked(preview.parked),
  ].filter((line): line is string => Boolean(line))
  return (
    <section className="export-preview" aria-label={said.preview}>
      <p aria-live="polite">
        <strong className="tabular">{said.leaving(preview.quotations, preview.groups)}</strong>
        {preview.entries > preview.quotations && (
          <span className="quiet"> {said.repeated(preview.entries - preview.quotations)}</span>
        )}
      </p>
      {kept.length > 0 && (
        <ul className="export-kept">
          {kept.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="export-samples" tabIndex={0} role="region" aria-label={said.samples}>
        {preview.samples.map((sample, at) => (
          // A quotation may stand under several headings.
          // oxlint-disable-next-line react/no-array-index-key
          <article key={at}>
            {sample.heading !== preview.samples[at - 1]?.heading && <h3 className="cut">{sample.heading}</h3>}
            <blockquote>
              {sample.before && <span className="quiet">{sample.before} </span>}
              {sample.quote}
              {sample.after && <span className="quiet"> {sample.after}</span>}
            </blockquote>
            <p>
              {sample.citation} <span className="tabular">[{sample.extract}]</span>
            </p>
            {sample.lines.map((line) => (
              <p key={line} className="quiet">
                {line}
              </p>
            ))}
            {sample.original && <p className="quiet">{sample.original}</p>}
          </article>
        ))}
      </div>
    </section>
  )
}
