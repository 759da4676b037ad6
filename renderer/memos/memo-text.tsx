/** What a memo says, drawn: its little markdown as elements, never as HTML; its links as buttons that jump. */
import { createElement, memo, useMemo, type ReactNode } from 'react'
import { shownName } from '../../schema/memo-link.ts'
import { useWords } from '../words.ts'
import { blocksOf, type Block, type Inline } from './markup.ts'
import './memos.css'
import type { Links } from './use-links.ts'

/** All headings of a memo stand on the level below the heading over it; their look tells them apart. */
export const MemoText = memo(function MemoText({
  text,
  headingLevel,
  links,
}: {
  readonly text: string
  readonly headingLevel: 2 | 4
  readonly links: Links
}) {
  const blocks = useMemo(() => blocksOf(text), [text])
  return (
    <div className="memo-text" data-own-words="">
      {blocks.map((block, at) => drawBlock(block, at, headingLevel, links))}
    </div>
  )
})

function drawBlock(block: Block, key: number, level: 2 | 4, links: Links): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p key={key}>{draw(block.inside, links)}</p>
    case 'heading':
      return createElement(
        `h${level}`,
        { key, className: `memo-heading memo-heading-${block.level}` },
        draw(block.inside, links),
      )
    case 'code':
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return <blockquote key={key}>{block.inside.map((each, at) => drawBlock(each, at, level, links))}</blockquote>
    case 'list': {
      // The same item may stand in a list twice, and a list is drawn anew as a whole.
      // oxlint-disable-next-line react/no-array-index-key
      const items = block.items.map((item, at) => <li key={at}>{draw(item, links)}</li>)
      return block.start === null ? (
        <ul key={key}>{items}</ul>
      ) : (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      )
    }
  }
}

function draw(inlines: readonly Inline[], links: Links): ReactNode {
  return inlines.map((inline, at) => {
    switch (inline.kind) {
      case 'text':
        return inline.text
      case 'code':
        // oxlint-disable-next-line react/no-array-index-key
        return <code key={at}>{inline.text}</code>
      case 'strong':
        // oxlint-disable-next-line react/no-array-index-key
        return <strong key={at}>{draw(inline.inside, links)}</strong>
      case 'emphasis':
        // oxlint-disable-next-line react/no-array-index-key
        return <em key={at}>{draw(inline.inside, links)}</em>
      case 'link':
        // oxlint-disable-next-line react/no-array-index-key
        return <MemoLink key={at} name={inline.name} links={links} />
    }
  })
}

function MemoLink({ name, links }: { readonly name: string; readonly links: Links }) {
  const words = useWords()
  const isDead = links.find(name) === null
  return (
    <button
      type="button"
      className={`memo-link${isDead ? ' is-dead' : ''}`}
      title={isDead ? words.memos.deadLink(shownName(name)) : words.memos.followLink(shownName(name))}
      onClick={(event) => {
        event.stopPropagation()
        void links.follow(name)
      }}
    >
      {shownName(name)}
    </button>
  )
}
