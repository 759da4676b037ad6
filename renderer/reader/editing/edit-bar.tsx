/** Above a text that is edited: that keys are letters now, what will become of the passages, and the two ways out. */
import type { EditPreview } from '../../../schema/editing.ts'
import type { Source } from '../../../schema/source.ts'
import { keyHint } from '../../keys.ts'
import { useOffer } from '../../offers.ts'
import { Button } from '../../parts/button.tsx'
import { FaultLine } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useExplain, useWords } from '../../words.ts'
import { dropDraft } from './drafts.ts'
import './editing.css'
import type { Editing } from './use-editing.ts'

export function EditBar({ source, editing }: { readonly source: Source; readonly editing: Editing }) {
  const words = useWords()
  const explain = useExplain()
  const { phase, fault, isAsking, isBehind, draft } = editing
  useOffer({
    of: ({ editing: { bar } }) => `${bar} ${source.short}`,
    acts: ({ editing: say }) => [
      ...(phase === 'reading' && draft
        ? [
            { id: 'edit-go-on', label: say.goOn, do: editing.begin },
            { id: 'edit-drop', label: say.discard, do: () => dropDraft(source.id) },
          ]
        : []),
      ...(phase === 'editing'
        ? [
            { id: 'edit-leave', label: draft ? say.discard : say.stop, do: draft ? editing.discard : editing.leave },
            ...(isBehind ? [{ id: 'edit-carry-over', label: say.carryOver, do: editing.carryOver }] : []),
          ]
        : []),
    ],
  })
  if (phase === 'reading')
    return draft ? (
      <div className="edit-bar edit-bar-offer" role="region" aria-label={words.editing.draft}>
        <Icon name="pencil" />
        <span className="grow">{words.editing.draftOf(source.short, words.say.moment(draft.at))}</span>
        <Button look="strong" onPress={editing.begin}>
          {words.editing.goOn}
        </Button>
        <Button look="quiet" onPress={() => dropDraft(source.id)}>
          {words.editing.discard}
        </Button>
        <FaultLine words={fault && explain(fault)} />
      </div>
    ) : (
      <FaultLine words={fault && explain(fault)} />
    )
  const isBusy = phase !== 'editing'
  return (
    <div className="edit-bar" role="region" aria-label={words.editing.bar}>
      <div className="edit-bar-line">
        <Icon name="pencil" />
        {!isAsking && <strong>{words.editing.editing(source.short)}</strong>}
        {isAsking ? (
          <Question editing={editing} />
        ) : (
          <>
            <span className="edit-bar-passages" role="status">
              {isBusy ? words.editing.saving : draft && <Consequences preview={editing.preview} />}
            </span>
            <span className="grow" />
            <span className="edit-bar-acts">
              <Button look="strong" isDisabled={isBusy || !draft} onPress={editing.save}>
                {words.common.save} <kbd>{keyHint('saveText')}</kbd>
              </Button>
              <Button isDisabled={isBusy} onPress={draft ? editing.discard : editing.leave}>
                {draft ? words.editing.discard : words.editing.stop}
              </Button>
            </span>
          </>
        )}
      </div>
      <FaultLine words={fault && explain(fault)} />
      {isBehind && (
        <div className="edit-bar-line">
          <span className="grow">{words.editing.behind}</span>
          <Button onPress={editing.carryOver}>{words.editing.carryOver}</Button>
        </div>
      )}
    </div>
  )
}

function Question({ editing }: { readonly editing: Editing }) {
  const words = useWords()
  return (
    <div
      className="edit-bar-question"
      role="group"
      aria-label={words.editing.leaving}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        editing.stay()
      }}
    >
      <span className="grow">{words.editing.leaving}</span>
      <span className="edit-bar-acts">
        <Button autoFocus look="strong" onPress={editing.save}>
          {words.common.save}
        </Button>
        <Button look="warn" onPress={editing.discard}>
          {words.editing.discard}
        </Button>
        <Button look="quiet" onPress={editing.stay}>
          {words.editing.stay}
        </Button>
      </span>
    </div>
  )
}

/** "3 passages change, 1 loses its words". */
function Consequences({ preview }: { readonly preview: EditPreview | null }) {
  const words = useWords()
  if (!preview) return null
  const { changed, parked, united } = preview
  return <>{words.editing.consequences(changed.length, parked.length, united.length)}</>
}
