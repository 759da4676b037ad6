/** Where a memo is written. `[[` offers documents, paragraphs and codes; Ctrl+Enter hands over, Escape takes back. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { shownName } from '../../schema/memo-link.ts'
import type { Source } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useWords } from '../words.ts'
import { beginningOf, offersOf, paragraphOffers, sourceOfBeginning, withLink, type Offer } from './links.ts'
import './memos.css'

const noSources: readonly Source[] = []
const noOffers: readonly Offer[] = []

export function MemoField({
  id,
  label,
  value,
  onChange,
  onCommit,
  onLeave,
  onBlur,
  placeholder = '',
  rows = 2,
  autoFocus = false,
}: {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onCommit: () => void
  readonly onLeave?: () => void
  readonly onBlur?: () => void
  readonly placeholder?: string
  readonly rows?: number
  readonly autoFocus?: boolean
}) {
  const words = useWords()
  const list = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const caretAfter = useRef<number | null>(null)
  const beginning = caret === null ? null : beginningOf(value, caret)
  const offers = useOffers(beginning?.typed ?? null)
  const current = Math.min(at, offers.length - 1)

  useEffect(() => {
    if (caretAfter.current !== null) own.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  })
  useEffect(() => {
    if (!autoFocus) return
    own.current?.focus()
    const { length } = own.current?.value ?? ''
    own.current?.setSelectionRange(length, length)
  }, [autoFocus])

  function choose(offer: Offer): void {
    if (!beginning) return
    const next = withLink(value, beginning, offer.name)
    onChange(next.text)
    setCaret(null)
    caretAfter.current = next.caret
    own.current?.focus()
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const offer = offers[current]
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onCommit()
    else if (offer && event.key === 'ArrowDown') setAt((current + 1) % offers.length)
    else if (offer && event.key === 'ArrowUp') setAt((current + offers.length - 1) % offers.length)
    else if (offer && (event.key === 'Enter' || event.key === 'Tab')) choose(offer)
    else if (offer && event.key === 'Escape') setCaret(null)
    else if (onLeave && event.key === 'Escape') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="memo-field">
      <textarea
        id={id}
        ref={own}
        className="input input-long"
        aria-label={label}
        aria-autocomplete="list"
        {...(offers.length > 0 ? { 'aria-controls': list, 'aria-activedescendant': `${list}${current}` } : {})}
        rows={rows}
        maxLength={100_000}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          setCaret(event.target.selectionStart)
          setAt(0)
        }}
        onSelect={(event) => caret !== null && setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setCaret(null)
          onBlur?.()
        }}
      />
      {offers.length > 0 && (
        <ul className="memo-offers" role="listbox" id={list} aria-label={words.memos.offers}>
          {offers.map((offer, index) => (
            <li
              key={`${offer.kind} ${offer.name}`}
              id={`${list}${index}`}
              role="option"
              aria-selected={index === current}
              className={index === current ? 'is-current' : ''}
              // The field must not lose the focus to what it offers.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => choose(offer)}
            >
              <span className="memo-offer-name tabular">{shownName(offer.name)}</span>
              <span className="cut grow">{offer.words === offer.name ? '' : offer.words}</span>
              <span className="quiet">{words.memos.offerKinds[offer.kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useOffers(typed: string | null): readonly Offer[] {
  const { all: codes } = useCodes()
  const sources = useQuery('source.list', typed === null ? null : {}).value ?? noSources
  const source = typed === null ? undefined : sourceOfBeginning(typed, sources)
  const content = useQuery('source.text', source ? { source: source.id } : null).value
  const passages = useQuery('passage.list', source ? { source: source.id } : null).value
  if (typed === null) return noOffers
  if (!source) return offersOf(typed, sources, codes)
  return content ? paragraphOffers(typed, source, content.text, content.paragraphs, passages) : noOffers
}
