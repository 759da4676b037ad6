import { useWords } from '../words.ts'

export interface HowToFind {
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

export const findAnything: HowToFind = { matchCase: false, wholeWords: false }

/** How strictly words are found, in reading and in editing alike. */
export function FindChoices({
  how,
  onChange,
}: {
  readonly how: HowToFind
  readonly onChange: (how: HowToFind) => void
}) {
  const words = useWords()
  const choice = (which: keyof HowToFind, sign: React.ReactNode) => (
    <button
      type="button"
      className="find-choice"
      aria-pressed={how[which]}
      title={words.reader[which]}
      onClick={() => onChange({ ...how, [which]: !how[which] })}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{words.reader[which]}</span>
    </button>
  )
  return (
    <>
      {choice('matchCase', 'Aa')}
      {choice('wholeWords', <u>ab</u>)}
    </>
  )
}
