/** How codes were meant when the round was made. */
import type { PackCode } from '../../schema/review-pack.ts'
import { CodeMeaning, CodeTitle } from '../review-card/code-in-full.tsx'
import '../review-card/review-card.css'
import { useWords } from '../words.ts'

export function Meanings({ codes, title }: { readonly codes: readonly PackCode[]; readonly title: string }) {
  const words = useWords()
  if (codes.length === 0) return null
  return (
    <section className="review-meanings" aria-label={title}>
      <h3>{title}</h3>
      {codes.map((code) => (
        <article key={code.id}>
          <CodeTitle code={code} family="" />
          <CodeMeaning code={code} words={{ ...words.codebook.lines, noDefinition: words.codebook.notDefined }} />
        </article>
      ))}
    </section>
  )
}
