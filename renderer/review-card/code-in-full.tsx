/** A code of the frozen codebook: its colour, key and name, and below them what it means and when it is used. */
import { CodeChip } from '../parts/chip.tsx'
import type { PackCode } from '../../schema/review-pack.ts'

export interface CodeWords {
  readonly include: string
  readonly exclude: string
  readonly example: string
  readonly noDefinition: string
}

/** `family` is the name of the code above it, '' for none. */
export function CodeTitle({ code, family }: { readonly code: PackCode; readonly family: string }) {
  return (
    <span className="code-title">
      <CodeChip shortcut={code.key} name={code.name} colour={code.colour} />
      {family && <span className="code-title-family cut">{family}</span>}
    </span>
  )
}

export function CodeMeaning({ code, words }: { readonly code: PackCode; readonly words: CodeWords }) {
  const { definition, include, exclude, example } = code
  const said = [
    [words.include, include],
    [words.exclude, exclude],
    [words.example, example],
  ].filter(([, text]) => text !== '')
  return (
    <div className="code-meaning">
      <p className={definition ? undefined : 'quiet'}>{definition || words.noDefinition}</p>
      {said.length > 0 && (
        <dl>
          {said.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
