/**
 * The turns of an interviewer with the question each is offered: Space confirms and goes on, a digit says
 * another question, F makes it a follow-up, Delete says it asks none. Each is one step of the history.
 */
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import type { GuideGrid, GuideQuestion, GuideTurn, TurnRole } from '../../schema/guide.ts'
import type { SourceId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { actsOf, digitOf, keyHint } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { address, go, lookAt, openSource } from '../workspace.ts'
import { TurnRow } from './turn-row.tsx'

const none: readonly GuideTurn[] = []
const keyOf = ({ turn }: GuideTurn) => String(turn)

export function TurnDesk({
  grid,
  wanted,
  canAct,
}: {
  readonly grid: GuideGrid
  readonly wanted: SourceId | null
  readonly canAct: boolean
}) {
  const words = useWords()
  const explain = useExplain()
  const { columns, questions } = grid
  const shown =
    columns.find(({ source }) => source === wanted) ?? columns.find(({ open }) => open > 0) ?? columns[0] ?? null
  const source = shown?.source ?? null
  const answer = useQuery('guide.turns', source ? { source } : null)
  const turns = answer.value ?? none
  const [current, setCurrent] = useState<string | null>(null)
  const decide = useCommand('guide.decide')
  const confirmAll = useCommand('guide.confirmAll')
  const forget = useCommand('guide.forget')
  const addWording = useCommand('guide.addWording')
  const byNumber = useMemo(() => new Map(questions.map((question) => [question.number, question])), [questions])
  const open = turns.filter(({ decidedBy }) => decidedBy === null).length
  const everywhere = columns.reduce((sum, column) => sum + column.open, 0)
  const fault = answer.fault ?? decide.fault ?? confirmAll.fault ?? forget.fault ?? addWording.fault

  useEffect(() => {
    // The interview stays the same one while its last turn is confirmed.
    if (source && wanted !== source) lookAt({ ...address.value, asked: `turns/${source}` })
  }, [source, wanted])

  function say(turn: GuideTurn, role: TurnRole): void {
    const next = turns[turns.indexOf(turn) + 1]
    if (next) setCurrent(keyOf(next))
    void decide({ turns: [{ turn: turn.turn, role }] })
  }
  async function confirmIn(sources: readonly SourceId[]): Promise<void> {
    const count = await confirmAll({ sources: [...sources] })
    if (count !== undefined) notify({ words: words.guide.confirmed(count) })
  }
  async function asSaid(question: GuideQuestion, turn: GuideTurn): Promise<void> {
    const added = await addWording({ question: question.id, words: turn.words.slice(0, 1000) })
    if (added) notify({ words: words.guide.wordingAdded(`${added.number} ${added.name}`) })
  }
  useOffer({
    of: ({ guide }) => guide.part.turns,
    acts: ({ guide }) => {
      const turn = turns.find((each) => keyOf(each) === current)
      return [
        ...(canAct && source && open > 0
          ? [{ id: 'guide-confirm', label: guide.confirmAll(open), do: () => void confirmIn([source]) }]
          : []),
        ...(canAct && everywhere > open
          ? [
              {
                id: 'guide-confirm-all',
                label: guide.confirmEverywhere(everywhere),
                do: () => void confirmIn(columns.map((column) => column.source)),
              },
            ]
          : []),
        ...(canAct && turn
          ? [
              { id: 'turn-confirm', label: guide.confirm, hint: keyHint('tick'), do: () => say(turn, turn.role) },
              {
                id: 'turn-follows',
                label: guide.followUp,
                hint: keyHint('followUp'),
                do: () => say(turn, { kind: 'follows' }),
              },
              {
                id: 'turn-none',
                label: guide.asksNone,
                hint: keyHint('remove'),
                do: () => say(turn, { kind: 'none' }),
              },
              ...questions.map((question) => ({
                id: `turn asks ${question.id}`,
                label: `${guide.question}: ${question.number} ${question.name}`,
                hint: /^\d$/.test(question.number) ? question.number : '',
                do: () => say(turn, { kind: 'asks', question: question.id }),
              })),
              ...(turn.decidedBy === null
                ? []
                : [{ id: 'turn-forget', label: guide.takeBack, do: () => void forget({ turns: [turn.turn] }) }]),
              ...(source ? [{ id: 'turn-open', label: guide.openPlace, do: () => openSource(source, turn) }] : []),
            ]
          : []),
      ]
    },
  })
  function onKey(event: KeyboardEvent, turn: GuideTurn | undefined): boolean {
    if (!turn || !canAct) return false
    const { nativeEvent } = event
    const acts = actsOf(nativeEvent, false)
    const digit = event.ctrlKey || event.metaKey || event.altKey ? null : digitOf(nativeEvent)
    const question = digit === null ? undefined : byNumber.get(digit)
    if (acts.includes('tick')) say(turn, turn.role)
    else if (acts.includes('remove')) say(turn, { kind: 'none' })
    else if (acts.includes('followUp')) say(turn, { kind: 'follows' })
    else if (question) say(turn, { kind: 'asks', question: question.id })
    else return false
    return true
  }

  return (
    <>
      <div className="report-tools">
        <div className="guide-document">
          <Choice<SourceId | ''>
            bare
            label={words.guide.document}
            value={source ?? ''}
            onChange={(next) => go({ asked: `turns/${next}` })}
            options={columns.map((column) => ({
              value: column.source,
              label: `${column.short} ${column.title}: ${words.guide.openTurns(column.open)}`,
            }))}
          />
        </div>
        {canAct && source && open > 0 && (
          <Button look="strong" icon="check" onPress={() => void confirmIn([source])}>
            {words.guide.confirmAll(open)}
          </Button>
        )}
        {canAct && everywhere > open && (
          <Button onPress={() => void confirmIn(columns.map((column) => column.source))}>
            {words.guide.confirmEverywhere(everywhere)}
          </Button>
        )}
        <span className="quiet guide-keys">{words.guide.turnKeys(keyHint('followUp'))}</span>
      </div>
      <FaultLine words={fault && explain(fault)} />
      {answer.value?.length === 0 && <Empty title={words.guide.noInterviewer} />}
      {turns.length > 0 && (
        <List<GuideTurn>
          label={words.guide.turnList}
          rows={turns}
          keyOf={keyOf}
          rowHeight={86}
          className="guide-turns"
          current={current}
          onCurrent={(turn) => setCurrent(keyOf(turn))}
          onKey={onKey}
          render={(turn) => (
            <TurnRow
              turn={turn}
              questions={questions}
              canAct={canAct}
              acts={{
                say: (role) => say(turn, role),
                forget: () => void forget({ turns: [turn.turn] }),
                asSaid: (question) => void asSaid(question, turn),
                open: () => source && openSource(source, turn),
              }}
            />
          )}
        />
      )}
    </>
  )
}
