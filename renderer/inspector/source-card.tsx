import { useEffect, useRef } from 'react'
import { isPicture, languages, quotationLevels, sourceKinds, type Source, type Speaker } from '../../schema/source.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { SourceRegister } from '../cases/source-register.tsx'
import { described } from '../library/describe-document.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import { whyNotEditable } from '../reader/editing/edit-button.tsx'
import { go } from '../workspace.ts'
import { GuideGapsLine } from './guide-lines.tsx'
import { Memos } from './memos.tsx'
import { Mentions } from './mentions.tsx'
import { Translations } from './translations.tsx'

/** A document's description: what it is, where it comes from, what may be quoted from it, who speaks. */
export function SourceCard({ source }: { readonly source: Source }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('source.update')
  const content = useQuery('source.text', { source: source.id }).value
  const titleField = useRef<HTMLInputElement>(null)
  /** What had the keyboard when the title was asked for. */
  const before = useRef<HTMLElement | null>(null)
  const isAsked = useObservable(described) === source.id
  useEffect(() => {
    if (!isAsked) return
    described.set(null)
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    titleField.current?.select()
    titleField.current?.focus()
  }, [isAsked])
  const speakers = content?.speakers ?? []
  const picture = isPicture(source) ? content?.pages[0] : undefined
  const change = (
    fields: Partial<
      Pick<Source, 'title' | 'short' | 'kind' | 'language' | 'quotationLevel' | 'collectedOn' | 'place' | 'citation'>
    >,
  ) => void update({ source: source.id, ...fields })
  return (
    <>
      <header className="pane-head">
        <h2 className="grow cut">
          {words.inspector.document} {source.short}
        </h2>
      </header>
      <div className="inspector-body">
        <InPlace
          className="inspector-name"
          label={words.library.newTitle}
          value={source.title}
          onCommit={(title) => change({ title })}
          inputRef={titleField}
          onLeave={() => {
            if (before.current?.isConnected) before.current.focus()
            before.current = null
          }}
        />
        <p className="quiet">
          {picture
            ? words.inspector.pixels(picture.width / 1000, picture.height / 1000)
            : `${words.common.characters(source.length)}, ${words.common.paragraphs(source.paragraphs)}`}
          {source.pages > 0 && !picture && `, ${words.common.pages(source.pages)}`},{' '}
          {words.common.codings(source.codings)}
        </p>
        <FaultLine
          words={update.fault && explain(update.fault)}
          onDismiss={update.forget}
          dismiss={words.pieces.dismiss}
        />
        <div className="inspector-pair">
          <Choice
            label={words.library.kind}
            value={source.kind}
            options={sourceKinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
          <Choice
            label={words.library.language}
            value={source.language}
            options={languages.map((value) => ({ value, label: words.languages[value] }))}
            onChange={(language) => change({ language })}
          />
        </div>
        <Choice
          label={words.library.level}
          value={source.quotationLevel}
          options={quotationLevels.map((value) => ({ value, label: words.levels[value] }))}
          onChange={(quotationLevel) => change({ quotationLevel })}
        />
        <p className="quiet">{words.inspector.levelMeans[source.quotationLevel]}</p>
        {(['short', 'collectedOn', 'place', 'citation'] as const).map((field) => (
          <label key={field} className="inspector-line">
            <span className="field-label">{words.inspector.fields[field]}</span>
            <InPlace
              label={words.inspector.fields[field]}
              value={source[field]}
              placeholder="—"
              onCommit={(text) => change({ [field]: text.trim() })}
            />
          </label>
        ))}
        <SourceRegister key={source.id} source={source} />
        <Translations source={source} />
        {speakers.length > 0 && (
          <section aria-label={words.inspector.speakers}>
            <h3>{words.inspector.speakers}</h3>
            {speakers.map((speaker) => (
              <SpeakerLine key={speaker.id} speaker={speaker} />
            ))}
          </section>
        )}
        <GuideGapsLine source={source.id} />
        <VersionsLink source={source} />
        <p className="quiet inspector-file" title={source.fileName}>
          {words.inspector.from(source.fileName, words.say.day(source.importedAt))}
        </p>
        <Memos about={{ kind: 'source', id: source.id }} />
        <Mentions about={{ kind: 'source', id: source.id }} />
      </div>
    </>
  )
}

/** How many texts the document has had; leads to them. */
function VersionsLink({ source }: { readonly source: Source }) {
  const words = useWords()
  const count = useQuery('source.versions', { source: source.id }).value?.length
  return count && !whyNotEditable(source, words.editing) ? (
    <Button look="quiet" icon="history" onPress={() => go({ view: 'versions', source: source.id })}>
      {words.versions.show(count)}
    </Button>
  ) : null
}

function SpeakerLine({ speaker }: { readonly speaker: Speaker }) {
  const words = useWords()
  const explain = useExplain()
  const update = useCommand('speaker.update')
  return (
    <>
      <div className="speaker-line">
        <InPlace
          label={words.inspector.speaker}
          value={speaker.label}
          onCommit={(label) => void update({ speaker: speaker.id, label })}
        />
        <span className="quiet tabular">{words.inspector.turns(speaker.turns)}</span>
        <label className="tick-line">
          <input
            type="checkbox"
            checked={speaker.isInterviewer}
            onChange={(event) => void update({ speaker: speaker.id, isInterviewer: event.target.checked })}
          />
          {words.import.interviewer}
        </label>
      </div>
      <FaultLine words={update.fault && explain(update.fault)} />
    </>
  )
}
