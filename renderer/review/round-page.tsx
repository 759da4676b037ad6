/** One round: what was asked, what readers say of it, the excerpts themselves, and how it ends. */
import { useState } from 'react'
import type { ReviewRound } from '../../schema/review.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { showAgreementOf } from '../reports/report-wish.ts'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { ExcerptDesk } from './excerpt-desk.tsx'
import { ProposalDesk } from './proposal-desk.tsx'
import { showRound, showRounds } from './go-to-round.ts'
import type { RoundPart } from './review-address.ts'
import { RoundQuestions } from './round-questions.tsx'
import { RoundProgress } from './round-list.tsx'
import { stateOf } from './round-state.ts'
import { SendDialog } from './send-dialog.tsx'
import { SignOff } from './sign-off.tsx'

const everyTab = ['proposals', 'excerpts', 'sign-off'] as const
type Tab = (typeof everyTab)[number]
/** A second coder proposes nothing: her codes stand beside the first coder's. */
const codingTabs = ['excerpts', 'sign-off'] as const

export function RoundPage({
  round,
  part,
  canAct,
}: {
  readonly round: ReviewRound
  readonly part: RoundPart
  readonly canAct: boolean
}) {
  const words = useWords()
  const say = words.review
  const explain = useExplain()
  const turn = useTurn()
  const rename = useCommand('review.rename')
  const remove = useCommand('review.delete')
  const [isSending, setSending] = useState(false)
  const coders = useQuery('coder.list', {}).value
  const tabs: readonly Tab[] =
    round.kind === 'coding' && !Object.values(round.proposals).some(Boolean) ? codingTabs : everyTab
  const tab = tabs.find((each) => each === part) ?? tabs[0] ?? 'excerpts'
  const state = stateOf(round)
  const isOpen = round.closedAt === ''
  const isFresh = round.sent.length === 0 && round.replies.length === 0
  const nameOf = (id: string) => coders?.find((coder) => coder.id === id)?.name ?? ''
  const [sent] = round.sent
  const hasUnits = round.blind || round.kind === 'coding'

  async function drop(): Promise<void> {
    if ((await remove({ round: round.id })) === undefined) return
    showRounds()
    notify({
      words: say.deleted(round.name),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }
  const acts = ({ review }: Words) => [
    ...(isOpen && canAct
      ? [
          {
            id: 'review-send',
            label: round.sent.length === 0 ? review.send : review.sendAgain,
            icon: 'export' as const,
            do: () => setSending(true),
          },
        ]
      : []),
    ...(isOpen ? [{ id: 'review-cards', label: review.goThrough, do: () => showRound(round.id, 'cards') }] : []),
    // Codes that were put before the others were seen are what agreement is computed from.
    ...(hasUnits && round.replies.length > 0
      ? [{ id: 'review-agreement', label: review.agreement, do: () => showAgreementOf(round.id) }]
      : []),
    ...tabs
      .filter((each) => each !== tab)
      .map((each) => ({ id: `review-tab-${each}`, label: review.tabs[each], do: () => showRound(round.id, each) })),
    ...(canAct
      ? [{ id: 'review-delete', label: review.delete, icon: 'trash' as const, apart: true, do: () => void drop() }]
      : []),
  ]
  useOffer({ of: () => round.name, acts })

  const fault = rename.fault ?? remove.fault
  return (
    <div className="page review-view" data-pane="review">
      <header className="page-head">
        <Button look="quiet" icon="left" onPress={showRounds}>
          {say.back}
        </Button>
        <h1 className="grow review-name">
          <InPlace
            label={say.name}
            value={round.name}
            isDisabled={!canAct}
            onCommit={(name) => void rename({ round: round.id, name: name.trim() })}
          />
        </h1>
        <span className={`review-state review-state-${state}`}>
          {state === 'deciding' ? say.openLeft(round.proposals.open) : say.stateOf[state]}
        </span>
        {isOpen && <Button onPress={() => showRound(round.id, 'cards')}>{say.goThrough}</Button>}
        {hasUnits && round.replies.length > 0 && (
          <Button onPress={() => showAgreementOf(round.id)}>{say.agreement}</Button>
        )}
        {isOpen && canAct && (
          <Button look={isFresh ? 'strong' : 'plain'} icon="export" onPress={() => setSending(true)}>
            {round.sent.length === 0 ? say.send : say.sendAgain}
          </Button>
        )}
        <ActMenu label={say.actsOf(round.name)} acts={acts(words)} />
      </header>
      <p className="review-facts quiet">
        <span>{say.kinds[round.kind]}</span>
        <span>{round.blind ? say.blind : say.open}</span>
        <span>{say.made(words.say.day(round.madeAt), nameOf(round.coder))}</span>
        {sent && <span>{say.sentTo(sent.to, words.say.day(sent.at))}</span>}
        {round.replies.length > 0 && (
          <span>{say.repliesOf([...new Set(round.replies.map(({ coder }) => nameOf(coder)))])}</span>
        )}
        <RoundProgress round={round} />
      </p>
      <FaultLine
        words={fault && explain(fault)}
        onDismiss={() => {
          rename.forget()
          remove.forget()
        }}
        dismiss={words.pieces.dismiss}
      />
      <div className="report-tools">
        <Segments<Tab>
          label={say.title}
          value={tab}
          onChange={(next) => showRound(round.id, next)}
          options={tabs.map((value) => ({ value, label: tabLabel(value) }))}
        />
      </div>
      <RoundQuestions
        round={round}
        canWrite={canAct && isOpen && isFresh}
        onWrite={(questions) => void rename({ round: round.id, questions })}
      />
      {tab === 'proposals' && <ProposalDesk round={round} canAct={canAct && isOpen} />}
      {tab === 'excerpts' && <ExcerptDesk round={round} canAct={canAct && isOpen} isFresh={isFresh} />}
      {tab === 'sign-off' && <SignOff round={round} canAct={canAct} />}
      {isSending && <SendDialog round={round} onClose={() => setSending(false)} />}
    </div>
  )

  function tabLabel(value: Tab): string {
    if (value === 'excerpts') return say.tabWith(say.tabs.excerpts, round.items)
    return value === 'proposals' && round.proposals.open > 0
      ? say.tabWith(say.tabs.proposals, round.proposals.open)
      : say.tabs[value]
  }
}
