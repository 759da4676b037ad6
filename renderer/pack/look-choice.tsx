/** Language and colours: they follow the browser until somebody says otherwise. */
import { useObservable } from '../observable.ts'
import { theme, themes, tongue } from '../settings.ts'
import { usePackWords } from './words.ts'

export function LookChoice() {
  const words = usePackWords()
  const language = useObservable(tongue)
  const look = useObservable(theme)
  return (
    <div className="pack-look">
      <div className="segments" role="group" aria-label={words.language}>
        {(['en', 'ru'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="segment"
            lang={each}
            data-selected={language === each || undefined}
            aria-pressed={language === each}
            onClick={() => tongue.set(each)}
          >
            {each === 'en' ? 'English' : 'Русский'}
          </button>
        ))}
      </div>
      <div className="segments" role="group" aria-label={words.look}>
        {themes.map((each) => (
          <button
            key={each}
            type="button"
            className="segment"
            data-selected={look === each || undefined}
            aria-pressed={look === each}
            onClick={() => theme.set(each)}
          >
            {words.looks[each]}
          </button>
        ))}
      </div>
    </div>
  )
}
