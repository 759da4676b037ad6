import { chordWords, keyTable, type KeyAct } from '../keys.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useWords } from '../words.ts'
import './palette.css'

const groups = ['coding', 'reading', 'codebook', 'lists', 'review', 'window'] as const

/** Every key, printed from the table that the window listens by. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const acts = Object.entries(keyTable) as [KeyAct, (typeof keyTable)[KeyAct]][]
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose} size="wide">
      <p className="quiet">{words.shortcuts.layoutHint}</p>
      <div className="sheet" role="group" tabIndex={0} aria-label={words.shortcuts.title}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{words.shortcuts.groups[group]}</h3>
            <dl>
              {group === 'coding' && (
                <div>
                  <dt>{words.shortcuts.twoKeys}</dt>
                  <dd>
                    <kbd>4</kbd> <kbd>e</kbd>
                  </dd>
                </div>
              )}
              {acts
                .filter(([, row]) => row.group === group)
                .map(([act, row]) => (
                  <div key={act}>
                    <dt>{words.keys[act]}</dt>
                    <dd>
                      {row.keys.map((chord) => (
                        <kbd key={chord}>{chordWords(chord)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
