import type { Code } from '../../schema/codebook.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'

const lines = ['definition', 'include', 'exclude'] as const

/** Which wording the definition is at, and how many codings were made under an earlier one. Nothing before the second. */
export function Wordings({ code }: { readonly code: Code }) {
  const words = useWords()
  const wordings = useQuery('code.wordings', code.version > 1 ? { code: code.id } : null).value ?? []
  const earlier = wordings.filter(({ version }) => version < code.version)
  if (earlier.length === 0) return null
  const codings = earlier.reduce((sum, wording) => sum + wording.codings, 0)
  return (
    <details className="wordings">
      <summary>
        {words.codebook.wording(code.version)}
        {codings > 0 && <span className="quiet"> · {words.codebook.earlier(codings)}</span>}
      </summary>
      <ol aria-label={words.codebook.earlierWordings} reversed>
        {earlier.map((wording) => (
          <li key={wording.version}>
            <p className="quiet">
              {words.codebook.wording(wording.version)} · {words.common.codings(wording.codings)}
            </p>
            {lines.every((line) => wording[line] === '') && <p className="quiet">{words.codebook.noDefinition}</p>}
            {lines
              .filter((line) => wording[line] !== '')
              .map((line) => (
                <p key={line}>
                  <span className="field-label">{words.codebook.lines[line]}</span> {wording[line]}
                </p>
              ))}
          </li>
        ))}
      </ol>
    </details>
  )
}
