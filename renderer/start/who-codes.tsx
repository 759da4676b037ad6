import { useState } from 'react'
import type { Coder } from '../../schema/coder.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useHost } from '../host-context.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Opening } from './use-opening.ts'
import './start.css'

/** Asked once: who codes here. Those who coded before are offered, so that one person stays one coder. */
export function WhoCodes({ opening, status }: { readonly opening: Opening; readonly status: ArchiveStatus }) {
  const words = useWords()
  const explain = useExplain()
  const { facts } = useHost()
  const coders = useQuery('coder.list', {}).value ?? []
  const create = useCommand('coder.create')
  const [name, setName] = useState(facts.account)
  async function begin(): Promise<void> {
    const coder = await create({ name: name.trim() })
    if (coder) opening.actAs(coder)
  }
  return (
    <main className="whole start">
      <form
        className="start-card start-card-small"
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <p className="quiet">{status.project.name || status.name}</p>
        <h2>{words.start.coderTitle}</h2>
        <p className="quiet">{words.start.coderHint}</p>
        <Field label={words.start.coderName} value={name} onChange={setName} autoFocus />
        <FaultLine words={create.fault && explain(create.fault)} />
        <Button type="submit" look="strong" isDisabled={name.trim() === '' || create.isBusy}>
          {words.start.coderDo}
        </Button>
        {coders.length > 0 && (
          <div className="who-known">
            {coders.map((coder: Coder) => (
              <Button key={coder.id} onPress={() => opening.actAs(coder)}>
                {coder.name}
              </Button>
            ))}
          </div>
        )}
      </form>
    </main>
  )
}
