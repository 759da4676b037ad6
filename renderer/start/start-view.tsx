/** Nothing is open: the sample, a new archive, one from before, or one that is somewhere on the computer. */
import { useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import { useHost } from '../host-context.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { useExplain, useWords } from '../words.ts'
import { NewArchive } from './new-archive.tsx'
import './start.css'
import type { Opening } from './use-opening.ts'

export function StartView({ opening, fault }: { readonly opening: Opening; readonly fault: ArchiveFault | null }) {
  const words = useWords()
  const explain = useExplain()
  const { host, facts } = useHost()
  const [isNew, setNew] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [path, setPath] = useState('')
  const [refused, setRefused] = useState<ArchiveFault | null>(null)
  const recents = facts.recents.filter((each) => each !== facts.sample)
  const shown = refused ?? fault

  async function open(at: string, readOnly = false): Promise<void> {
    setRefused(await opening.open({ path: at, readOnly }))
  }
  async function choose(): Promise<void> {
    if (!host.dialogs) return setAsking(true)
    const chosen = await host.dialogs.openArchive()
    if (chosen) await open(chosen)
  }

  return (
    <main className="whole start">
      <div className="start-card">
        <header>
          <h1>{words.start.title}</h1>
          <p className="quiet">{words.start.subtitle}</p>
        </header>
        <FaultLine words={shown && explain(shown)} />
        {shown?.kind === 'archive-in-use' && (
          <Button onPress={() => void open(shown.path, true)}>{words.start.readOnly}</Button>
        )}
        <div className="start-ways">
          {facts.sample && (
            <Way
              icon="sample"
              title={words.start.sample}
              hint={words.start.sampleHint}
              onPress={() => void open(facts.sample)}
            />
          )}
          <Way icon="plus" title={words.start.new} hint={words.start.newHint} onPress={() => setNew(true)} />
          <Way icon="documents" title={words.start.open} hint={words.start.openHint} onPress={() => void choose()} />
        </div>
        {isAsking && (
          <form
            className="start-path"
            onSubmit={(event) => {
              event.preventDefault()
              if (path.trim()) void open(path.trim())
            }}
          >
            <Field
              label={words.start.openPath}
              value={path}
              onChange={setPath}
              autoFocus
              placeholder={`${facts.folder}/study.kartoteka`}
            />
            <Button type="submit" look="strong">
              {words.start.openDo}
            </Button>
          </form>
        )}
        <section aria-label={words.start.recents}>
          <h3 className="quiet">{words.start.recents}</h3>
          {recents.length === 0 ? (
            <p className="quiet start-none">{words.start.noRecents}</p>
          ) : (
            <ul className="start-recents">
              {recents.map((each) => (
                <li key={each}>
                  <button type="button" onClick={() => void open(each)} title={each}>
                    <span>{nameIn(each)}</span>
                    <span className="quiet cut">{folderIn(each)}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      {isNew && <NewArchive opening={opening} onClose={() => setNew(false)} />}
    </main>
  )
}

function Way({
  icon,
  title,
  hint,
  onPress,
}: {
  readonly icon: 'sample' | 'plus' | 'documents'
  readonly title: string
  readonly hint: string
  readonly onPress: () => void
}) {
  return (
    <button type="button" className="start-way" onClick={onPress}>
      <Icon name={icon} />
      <span>
        <strong>{title}</strong>
        <span className="quiet">{hint}</span>
      </span>
    </button>
  )
}

const separator = /[\\/]/
/** 'moscow-2009', from a whole path. */
export function nameIn(path: string): string {
  return (path.split(separator).at(-1) ?? path).replace(/\.kartoteka$/, '')
}
function folderIn(path: string): string {
  return path.slice(0, Math.max(0, path.length - (path.split(separator).at(-1)?.length ?? 0) - 1))
}
