/** How a code is meant, over its passages: written anew where it stands, with its earlier wordings. */
import type { Code } from '../../schema/codebook.ts'
import { useCommand } from '../archive/use-archive.ts'
import { Wordings } from '../inspector/wordings.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'

const lines = ['definition', 'include', 'exclude', 'example'] as const

export function ReadDefinition({ code }: { readonly code: Code }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('code.update')
  return (
    <section className="read-definition" aria-label={words.reading.definitionOf(code.name)}>
      <dl>
        {lines.map((line) => (
          <div key={line}>
            <dt className="field-label">{words.codebook.lines[line]}</dt>
            <dd>
              <InPlace
                long
                label={`${words.codebook.lines[line]}: ${code.name}`}
                value={code[line]}
                placeholder={line === 'definition' ? words.reading.noDefinition : '—'}
                onCommit={(text) => void update({ code: code.id, [line]: text })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <Wordings code={code} />
      <FaultLine
        words={update.fault && explain(update.fault)}
        onDismiss={update.forget}
        dismiss={words.pieces.dismiss}
      />
    </section>
  )
}
