/** How the window looks, who codes, and how the archive is kept. */
import { useState, type ReactNode } from 'react'
import type { Coder } from '../../schema/coder.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { namesWish } from '../names/use-names.ts'
import { projectWish } from '../export/project-sheet.tsx'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Segments } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field, InPlace } from '../parts/field.tsx'
import { contrast, contrasts, theme, themes, tongue, zoom, zooms } from '../settings.ts'
import type { Opening } from '../start/use-opening.ts'
import { useExplain, useWords } from '../words.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import './settings.css'

export function SettingsView({
  status,
  coder,
  opening,
}: {
  readonly status: ArchiveStatus
  readonly coder: Coder | null
  readonly opening: Opening
}) {
  const words = useWords()
  const explain = useExplain()
  const project = useCommand('project.update')
  return (
    <div className="page settings">
      <h1>{words.settings.title}</h1>
      <Group title={words.settings.window}>
        <Line label={words.settings.language}>
          <Segments
            label={words.settings.language}
            value={useObservable(tongue)}
            onChange={(next) => tongue.set(next)}
            options={[
              { value: 'en', label: 'English' },
              { value: 'ru', label: 'Русский' },
            ]}
          />
        </Line>
        <Line label={words.settings.theme}>
          <Segments
            label={words.settings.theme}
            value={useObservable(theme)}
            onChange={(next) => theme.set(next)}
            options={themes.map((value) => ({ value, label: words.settings.themes[value] }))}
          />
        </Line>
        <Line label={words.settings.contrast}>
          <Segments
            label={words.settings.contrast}
            value={useObservable(contrast)}
            onChange={(next) => contrast.set(next)}
            options={contrasts.map((value) => ({ value, label: words.settings.contrasts[value] }))}
          />
        </Line>
        <Line label={words.settings.zoom}>
          <div className="settings-choice">
            <Choice
              bare
              label={words.settings.zoom}
              value={String(useObservable(zoom))}
              onChange={(next) => zoom.set(Number(next))}
              options={zooms.map((value) => ({ value: String(value), label: `${value} %` }))}
            />
          </div>
        </Line>
        <Line label={words.settings.shortcuts}>
          <Button onPress={() => perform('shortcuts')}>{words.settings.shortcuts}</Button>
        </Line>
      </Group>
      <Group title={words.settings.coder} hint={words.settings.coderHint}>
        <Coders coder={coder} onActAs={opening.actAs} />
      </Group>
      <Group title={words.settings.archive}>
        <Line label={words.settings.projectName}>
          <InPlace
            label={words.settings.projectName}
            value={status.project.name}
            placeholder={words.app.untitled}
            onCommit={(name) => void project({ name })}
          />
        </Line>
        <Line label={words.settings.projectQuestion}>
          <InPlace
            long
            label={words.settings.projectQuestion}
            value={status.project.question}
            placeholder="—"
            onCommit={(question) => void project({ question })}
          />
        </Line>
        <Line label={words.settings.file}>
          <span className="settings-path" data-own-words="">
            {status.path}
          </span>
        </Line>
        <FaultLine words={project.fault && explain(project.fault)} />
        <Button
          onPress={() => {
            void opening.close()
          }}
        >
          {words.settings.closeArchive}
        </Button>
        <Button onPress={() => namesWish.set(true)}>{words.names.choose}</Button>
        <Button onPress={() => projectWish.set(true)}>{words.exporting.project.choose}</Button>
      </Group>
      <Group
        title={words.settings.passphrase}
        hint={status.encrypted ? words.settings.passphraseSet : words.settings.passphraseNone}
      >
        <PassphraseForm isEncrypted={status.encrypted} isReadOnly={status.readOnly} />
      </Group>
    </div>
  )
}

function Coders({ coder, onActAs }: { readonly coder: Coder | null; readonly onActAs: (coder: Coder) => void }) {
  const words = useWords()
  const explain = useExplain()
  const coders = useQuery('coder.list', {}).value ?? []
  const rename = useCommand('coder.rename')
  const create = useCommand('coder.create')
  const [name, setName] = useState('')
  return (
    <>
      {coder && coders.length > 0 && (
        <Line label={words.settings.coderSwitch}>
          <div className="settings-choice">
            <Choice<string>
              bare
              label={words.settings.coderSwitch}
              value={coder.id}
              options={coders.map(({ id, name: label }) => ({ value: id as string, label }))}
              onChange={(id) => {
                const chosen = coders.find((each) => each.id === id)
                if (chosen) onActAs(chosen)
              }}
            />
          </div>
        </Line>
      )}
      {coder && (
        <Line label={words.settings.coderRename}>
          <InPlace
            label={words.settings.coderRename}
            value={coders.find(({ id }) => id === coder.id)?.name ?? coder.name}
            onCommit={(next) =>
              void rename({ coder: coder.id, name: next }).then((renamed) => {
                if (renamed) onActAs(renamed)
              })
            }
          />
        </Line>
      )}
      <form
        className="settings-add"
        onSubmit={(event) => {
          event.preventDefault()
          void create({ name: name.trim() }).then((made) => {
            if (!made) return
            setName('')
            onActAs(made)
          })
        }}
      >
        <Field
          bare
          label={words.settings.coderNew}
          placeholder={words.settings.coderNew}
          value={name}
          onChange={setName}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {words.settings.coderNew}
        </Button>
      </form>
      <FaultLine words={(rename.fault ?? create.fault) && explain((rename.fault ?? create.fault)!)} />
    </>
  )
}

function Group({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <section className="settings-group" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="quiet">{hint}</p>}
      {children}
    </section>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="settings-line">
      <span className="quiet">{label}</span>
      <div>{children}</div>
    </div>
  )
}
