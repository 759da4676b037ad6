import { useMemo, useState } from 'react'
import type { CodingId } from '../../schema/ids.ts'
import { passageLink } from '../../schema/memo-link.ts'
import { isText, type CodedPassage } from '../../schema/passage.ts'
import { isPicture, type Source } from '../../schema/source.ts'
import { useCommand, usePart, useQuery } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { keyHint, perform } from '../keys.ts'
import { later } from '../later.tsx'
import { beginProjectMemo } from '../memos/drafts.ts'
import { covering, mayCover } from '../names/covering.ts'
import { useObservable } from '../observable.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { citationOf } from '../reader/cite.ts'
import { CodePalette } from '../reader/code-palette.tsx'
import { wordsAsRead } from '../reader/lines.ts'
import { useCodingActs } from '../reader/use-coding-acts.ts'
import { useExplain, useWords } from '../words.ts'
import { focusOn, go } from '../workspace.ts'
import { CoderMark } from './coder-mark.tsx'
import { Facets } from './facets.tsx'
import { PassageQuestion } from './guide-lines.tsx'
import { Memos } from './memos.tsx'
import { Mentions } from './mentions.tsx'
import { PassageHistory } from './passage-history.tsx'
import { PassagePlace } from './passage-place.tsx'
import { RegionPreview } from './region-preview.tsx'
import { SensitivityChoice } from './sensitivity.tsx'
import { usePassageOffers } from './use-passage-offers.ts'

const DoubtfulWords = later(async () => (await import('./doubtful-words.tsx')).DoubtfulWords)

/** A passage: its words, its codes with who gave them, its memos. */
export function PassageCard({
  source,
  passage,
  codes,
}: {
  readonly source: Source
  readonly passage: CodedPassage
  readonly codes: Codes
}) {
  const words = useWords()
  const explain = useExplain()
  const content = useQuery('source.text', { source: source.id }).value
  const coders = useQuery('coder.list', {}).value ?? []
  const star = useCommand('passage.star')
  const acts = useCodingActs()
  const [asking, setAsking] = useState<'code' | CodingId | null>(null)
  const fault = acts.fault ?? star.fault
  const place = !isText(passage)
    ? `${source.short}:p${passage.page}`
    : content
      ? citationOf(source, content, passage)
      : source.short
  // What is covered is covered in the quote, not in the text that it is from.
  const isRaw = !mayCover(useObservable(covering))
  const quote = useMemo(() => {
    if (!isText(passage)) return ''
    const isRead = isRaw && content && content.pages.length > 0 && passage.state === 'placed'
    return isRead ? wordsAsRead(content, passage) : passage.quote
  }, [content, passage, isRaw])
  const path = usePart('archive.status', {}, (status) => status.path) ?? ''
  const link = passageLink(place, passage.id)
  function beginMemo(): void {
    beginProjectMemo(path, link)
    go({ view: 'memos' })
  }
  const copyLink = () =>
    void navigator.clipboard.writeText(link).then(
      () => notify({ words: words.passage.linkCopied(place) }),
      () => notify({ words: words.reader.notCopied, isFault: true }),
    )
  usePassageOffers({
    passage,
    name: place,
    codes,
    onAddCode: () => setAsking('code'),
    onRecode: ({ id }) => setAsking(id),
    onRemove: ({ id }) => void acts.remove(id),
    links: (each) => [
      { id: 'passage-memo', label: each.passage.begin, do: beginMemo },
      { id: 'passage-link', label: each.passage.copyLink, do: copyLink },
    ],
  })
  const nameOf = new Map(coders.map(({ id, name }) => [id, name]))
  return (
    <>
      <header className="pane-head">
        <h2 className="grow cut">
          {words.inspector.passage} <span className="tabular">{place}</span>
        </h2>
        <IconButton
          icon="star"
          label={passage.starred ? words.inspector.unstar : words.inspector.star}
          hint={keyHint('starPassage')}
          filled={passage.starred}
          pressed={passage.starred}
          onPress={() => void star({ passage: passage.id, starred: !passage.starred })}
        />
        <IconButton icon="copy" label={words.keys.copy} hint={keyHint('copy')} onPress={() => perform('copy')} />
        <IconButton icon="close" label={words.inspector.close} onPress={() => focusOn({ passage: null })} />
      </header>
      <div className="inspector-body">
        {isText(passage) ? (
          <blockquote className="inspector-quote">{quote}</blockquote>
        ) : (
          <>
            <p className="inspector-quote quiet">{words.reader.rectangleOn(isPicture(source) ? 0 : passage.page)}</p>
            {isPicture(source) && content?.pages[0] && (
              <RegionPreview source={source} page={content.pages[0]} region={passage} />
            )}
          </>
        )}
        <PassageQuestion source={source.id} passage={passage} />
        {passage.state !== 'placed' && <DoubtfulWords passage={passage} />}
        <FaultLine words={fault && explain(fault)} onDismiss={acts.forget} dismiss={words.pieces.dismiss} />
        <ul className="inspector-codings" aria-label={words.inspector.codes}>
          {passage.codings.map((coding) => {
            const code = codes.byId.get(coding.code)
            if (!code) return null
            return (
              <li key={coding.id}>
                <div className="inspector-coding">
                  <button
                    type="button"
                    className="chip-button"
                    title={code.definition}
                    onClick={() => focusOn({ code: code.id, passage: null })}
                  >
                    <CodeChip {...code} />
                  </button>
                  <CoderMark coder={coding.coder} name={nameOf.get(coding.coder) ?? ''} at={coding.createdAt} />
                  <IconButton
                    icon="pencil"
                    label={words.inspector.recode(code.name)}
                    hint={keyHint('recode')}
                    onPress={() => setAsking(coding.id)}
                  />
                  <IconButton
                    icon="close"
                    label={words.inspector.removeCode(code.name)}
                    hint={keyHint('removeCode')}
                    onPress={() => void acts.remove(coding.id)}
                  />
                </div>
                <Facets coding={coding} />
              </li>
            )
          })}
        </ul>
        <Button look="quiet" icon="plus" onPress={() => setAsking('code')}>
          {words.inspector.addCode}
        </Button>
        {isText(passage) && content && passage.state !== 'parked' && (
          <PassagePlace passage={passage} content={content} codes={codes} />
        )}
        <SensitivityChoice passage={passage} />
        <Memos
          about={{ kind: 'passage', id: passage.id }}
          aside={
            <>
              <IconButton icon="link" label={words.passage.copyLink} onPress={copyLink} />
              <IconButton icon="memo" label={words.passage.begin} onPress={beginMemo} />
            </>
          }
        />
        <Mentions about={{ kind: 'passage', id: passage.id }} />
        <PassageHistory passage={passage.id} />
      </div>
      {asking && (
        <CodePalette
          codes={codes}
          title={asking === 'code' ? words.reader.chooseCode : words.reader.chooseOtherCode}
          canAdd={asking === 'code'}
          onClose={() => setAsking(null)}
          onChoose={(code) => {
            setAsking(null)
            if (asking === 'code') void acts.applyTo(passage, code, content?.version)
            else void acts.recode(asking, code)
          }}
        />
      )}
    </>
  )
}
