/** Stop words: those of this project, and the lists that come with the program, a click each; every change is undone as one. */
import { useState } from 'react'
import { stopWordLanguages, type StopWordLanguage } from '../../schema/stop-words.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { notify } from '../parts/notices.tsx'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import './stop-words.css'

/** The way to the sheet: a button beside reports of words, an act of the palette beside every report. */
export function StopWordsDoor({ isShown }: { readonly isShown: boolean }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  useOffer({
    of: ({ views }) => views.reports,
    acts: ({ stopWords }) => [{ id: 'stop-words', label: stopWords.open, do: () => setOpen(true) }],
  })
  return (
    <>
      {isShown && (
        <Button look="quiet" onPress={() => setOpen(true)}>
          {words.stopWords.open}
        </Button>
      )}
      {isOpen && <StopWordsSheet onClose={() => setOpen(false)} />}
    </>
  )
}

const wordsIn = (text: string) => text.split(/[\s,;]+/u).filter((word) => word !== '')

function StopWordsSheet({ onClose }: { readonly onClose: () => void }) {
  const said = useWords().stopWords
  const words = useWords()
  const explain = useExplain()
  const stop = useQuery('stopWord.list', {}).value
  const change = useCommand('stopWord.change')
  const [draft, setDraft] = useState('')
  const [language, setLanguage] = useState<StopWordLanguage>(tongue.value)
  const [sought, setSought] = useState('')
  const wanted = sought.trim().toLowerCase().replaceAll('ё', 'е')
  const removed = new Set(stop?.removed ?? [])
  const list = (stop?.lists[language] ?? []).filter((word) => word.includes(wanted))
  const typed = wordsIn(draft)

  async function add(these: readonly string[]): Promise<boolean> {
    return (await change({ add: [...these], remove: [] })) !== undefined
  }
  async function takeOut(word: string): Promise<void> {
    if ((await change({ add: [], remove: [word] })) === undefined) return
    notify({ words: said.counted(word), act: { label: words.common.undo, do: () => void perform('undo') } })
  }

  return (
    <Dialog title={said.title} onClose={onClose} size="wide">
      <p className="quiet">{said.about}</p>
      <form
        className="stop-words-new"
        onSubmit={(event) => {
          event.preventDefault()
          void add(typed).then((isDone) => {
            if (isDone) setDraft('')
          })
        }}
      >
        <Field label={said.add} placeholder={said.example} value={draft} onChange={setDraft} autoFocus />
        <Button type="submit" isDisabled={typed.length === 0}>
          {said.addDo}
        </Button>
      </form>
      <FaultLine words={change.fault && explain(change.fault)} />
      {stop && stop.added.length + stop.removed.length > 0 && (
        <section aria-labelledby="stop-words-own">
          <h3 id="stop-words-own">{said.own}</h3>
          <ul className="stop-words-list">
            {stop.added.map((word) => (
              <li key={word}>
                <button type="button" aria-label={said.takeOut(word)} onClick={() => void takeOut(word)}>
                  {word} <Icon name="close" />
                </button>
              </li>
            ))}
            {stop.removed.map((word) => (
              <li key={word}>
                <button type="button" data-out aria-label={said.putBack(word)} onClick={() => void add([word])}>
                  <s>{word}</s> <Icon name="undo" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="stop-words-built-in">
        <div className="stop-words-head">
          <h3 id="stop-words-built-in">{said.builtIn}</h3>
          <Segments<StopWordLanguage>
            label={said.language}
            value={language}
            options={stopWordLanguages.map((value) => ({ value, label: words.languages[value] }))}
            onChange={setLanguage}
          />
          <span className="grow" />
          <Field bare label={said.seek} placeholder={said.seek} value={sought} onChange={setSought} />
        </div>
        <ul className="stop-words-list stop-words-all">
          {list.map((word) => (
            <li key={word}>
              <button
                type="button"
                aria-pressed={!removed.has(word)}
                title={removed.has(word) ? said.putBack(word) : said.takeOut(word)}
                onClick={() => void (removed.has(word) ? add([word]) : takeOut(word))}
              >
                {word}
              </button>
            </li>
          ))}
        </ul>
        {stop && list.length === 0 && <p className="quiet">{said.noneSo}</p>}
      </section>
      <DialogActs>
        <span className="quiet tabular">{stop && said.count(stop.words.length)}</span>
        <span className="grow" />
        <Button look="strong" onPress={onClose}>
          {words.common.done}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
