/** One question of the guide, changed where it stands. Wordings are written one a line. */
import { useState } from 'react'
import { wordingLanguages, type GuideQuestion, type GuideWording } from '../../schema/guide.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'

export function QuestionForm({
  question,
  canAct,
  isFirst,
  isLast,
  onMove,
  onDelete,
}: {
  readonly question: GuideQuestion
  readonly canAct: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onDelete: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const update = useCommand('guide.update')
  const families = [...codes.byId.values()].filter(({ parent }) => parent === null)
  const linesOf = (language: GuideWording['language']) =>
    question.wordings.flatMap((each) => (each.language === language ? [each.words] : [])).join('\n')
  function reword(language: GuideWording['language'], text: string): void {
    const own = text.split('\n').map((line) => ({ language, words: line }))
    const others = question.wordings.filter((each) => each.language !== language)
    void update({ question: question.id, wordings: language === 'en' ? [...own, ...others] : [...others, ...own] })
  }
  return (
    <section className="guide-form" aria-label={`${question.number} ${question.name}`}>
      <FaultLine
        words={update.fault && explain(update.fault)}
        onDismiss={update.forget}
        dismiss={words.pieces.dismiss}
      />
      <div className="guide-form-row">
        <div className="guide-form-number">
          <Draft
            label={words.guide.number}
            value={question.number}
            canAct={canAct}
            onCommit={(number) => void update({ question: question.id, number })}
          />
        </div>
        <div className="grow">
          <Draft
            label={words.guide.name}
            value={question.name}
            canAct={canAct}
            onCommit={(name) => void update({ question: question.id, name })}
          />
        </div>
      </div>
      <Choice<CodeId | ''>
        label={words.guide.family}
        value={question.code ?? ''}
        isDisabled={!canAct}
        onChange={(code) => void update({ question: question.id, code: code === '' ? null : code })}
        options={[
          { value: '', label: words.guide.withoutFamily },
          ...families.map(({ id, shortcut, name }) => ({ value: id, label: `${shortcut} ${name}`.trim() })),
        ]}
      />
      {wordingLanguages
        .filter((language) => language !== 'other' || linesOf('other') !== '')
        .map((language) => (
          <Draft
            key={language}
            long
            label={words.guide.wordings[language]}
            value={linesOf(language)}
            canAct={canAct}
            onCommit={(text) => reword(language, text)}
          />
        ))}
      <p className="quiet">{words.guide.wordingsHint}</p>
      {canAct && (
        <div className="guide-form-row">
          <IconButton icon="up" label={words.guide.moveUp} isDisabled={isFirst} onPress={() => onMove(-1)} />
          <IconButton icon="down" label={words.guide.moveDown} isDisabled={isLast} onPress={() => onMove(1)} />
          <span className="grow" />
          <Button look="warn" icon="trash" onPress={onDelete}>
            {words.guide.delete}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Handed over when one leaves the field; what another window wrote meanwhile shows while nothing is being written. */
function Draft({
  label,
  value,
  long = false,
  canAct,
  onCommit,
}: {
  readonly label: string
  readonly value: string
  readonly long?: boolean
  readonly canAct: boolean
  readonly onCommit: (value: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== value) onCommit(draft)
    setDraft(null)
  }
  return (
    <Field
      label={label}
      value={draft ?? value}
      long={long}
      rows={5}
      isReadOnly={!canAct}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null)
        if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) commit()
      }}
    />
  )
}
