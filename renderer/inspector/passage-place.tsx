/** Where a passage stands: who speaks, when and on which page; its borders; the passages over the same words. */
import { memo } from 'react'
import type { CodedWords } from '../../schema/passage.ts'
import type { SourceText } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { keyHint, perform } from '../keys.ts'
import { IconButton } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { useWords } from '../words.ts'
import { focusOn, openSource } from '../workspace.ts'

const borders = [
  { side: 'start', acts: ['startBack', 'startOn'] },
  { side: 'end', acts: ['endBack', 'endOn'] },
] as const

export function PassagePlace({
  passage,
  content,
  codes,
}: {
  readonly passage: CodedWords
  readonly content: SourceText
  readonly codes: Codes
}) {
  const words = useWords()
  const turn = content.turns.findLast(({ start, end }) => start <= passage.start && end > passage.start)
  const speaker = turn && content.speakers.find(({ id }) => id === turn.speaker)
  const page = content.pages.find(({ end }) => end > passage.start)
  const place = [
    speaker?.label,
    turn?.timeMs !== null && turn?.timeMs !== undefined ? clock(turn.timeMs) : '',
    page ? words.reader.page(page.number) : '',
  ].filter(Boolean)
  return (
    <>
      {place.length > 0 && <p className="quiet tabular passage-place">{place.join(' · ')}</p>}
      <div className="passage-borders" role="group" aria-label={words.inspector.borders}>
        {borders.map(({ side, acts: [back, on] }) => (
          <span key={side}>
            <span className="quiet">{words.inspector.border[side]}</span>
            <IconButton icon="left" label={words.keys[back]} hint={keyHint(back)} onPress={() => perform(back)} />
            <IconButton icon="right" label={words.keys[on]} hint={keyHint(on)} onPress={() => perform(on)} />
          </span>
        ))}
        <IconButton
          icon="plus"
          label={words.keys.growPassage}
          hint={keyHint('growPassage')}
          onPress={() => perform('growPassage')}
        />
      </div>
      <Neighbours passage={passage} codes={codes} />
    </>
  )
}

/** Drawn anew by itself when anything in the document is coded: the card around it stays as it is. */
const Neighbours = memo(NeighboursNow)

function NeighboursNow({ passage, codes }: { readonly passage: CodedWords; readonly codes: Codes }) {
  const words = useWords()
  const all = useQuery('passage.list', { source: passage.source }).value ?? []
  const neighbours = all.filter(
    (other): other is CodedWords =>
      other.kind === 'text' &&
      other.id !== passage.id &&
      other.state !== 'parked' &&
      other.start < passage.end &&
      other.end > passage.start,
  )
  if (neighbours.length === 0) return null
  return (
    <section className="passage-neighbours" aria-label={words.inspector.neighbours}>
      <h3>{words.inspector.neighbours}</h3>
      <ul>
        {neighbours.slice(0, 12).map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className="chip-button"
              title={other.quote.slice(0, 200)}
              onClick={() => {
                openSource(other.source, other)
                focusOn({ passage: other.id, code: null })
              }}
            >
              {other.codings.slice(0, 3).map(({ id, code }) => {
                const found = codes.byId.get(code)
                return found && <CodeChip key={id} {...found} />
              })}
              {other.codings.length === 0 && <span className="cut">{other.quote.slice(0, 60)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Milliseconds of a recording as it is read: 1:02:07. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
