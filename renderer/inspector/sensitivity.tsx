/** How sensitive a passage's words are, and what that means for exports. */
import { sensitivities, type CodedPassage } from '../../schema/passage.ts'
import { useCommand } from '../archive/use-archive.ts'
import { keyHint } from '../keys.ts'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { useExplain, useWords } from '../words.ts'

export function SensitivityChoice({ passage }: { readonly passage: CodedPassage }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('passage.update')
  return (
    <div className="sensitivity">
      <span className="field-label" aria-hidden="true">
        {words.passage.sensitivity} <kbd>{keyHint('sensitivity')}</kbd>
      </span>
      <Choice<string>
        bare
        label={words.passage.sensitivity}
        value={String(passage.sensitivity)}
        options={sensitivities.map((level) => ({
          value: String(level),
          label: level === 0 ? words.passage.levels[0] : `${level} · ${words.passage.levels[level]}`,
        }))}
        onChange={(value) => {
          const sensitivity = sensitivities.find((level) => String(level) === value)
          if (sensitivity !== undefined) void update({ passage: passage.id, sensitivity })
        }}
      />
      {passage.sensitivity === 4 && <p className="sensitivity-means">{words.passage.staysHere}</p>}
      <FaultLine words={update.fault && explain(update.fault)} />
    </div>
  )
}
