/** Every act, newest first, with its coder and time. */
import { useState } from 'react'
import type { Act } from '../../schema/history.ts'
import { useQuery } from '../archive/use-archive.ts'
import { keyHint } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { List } from '../parts/list.tsx'
import { useWords } from '../words.ts'
import './history.css'
import { actWords, useHistoryActs } from './use-history-acts.ts'

const step = 200

export function HistoryView() {
  const words = useWords()
  const [limit, setLimit] = useState(step)
  const acts = useQuery('history.list', { limit }, { keepPrevious: true }).value
  const coders = useQuery('coder.list', {}).value ?? []
  const turn = useHistoryActs()
  const nameOf = new Map(coders.map(({ id, name }) => [id, name]))
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.history.title}</h1>
        <span className="grow quiet cut">{words.history.hint}</span>
        <Button icon="undo" isDisabled={!turn.undoWords} onPress={() => void turn.undo()}>
          {words.common.undo} <kbd>{keyHint('undo')}</kbd>
        </Button>
        <Button icon="redo" isDisabled={!turn.redoWords} onPress={() => void turn.redo()}>
          {words.common.redo} <kbd>{keyHint('redo')}</kbd>
        </Button>
      </header>
      {acts?.length === 0 ? (
        <Empty icon="history" title={words.history.emptyTitle}>
          {words.history.emptyText}
        </Empty>
      ) : (
        <List<Act>
          label={words.history.list}
          rows={acts ?? []}
          keyOf={(act) => String(act.act)}
          rowHeight={34}
          className="history"
          render={(act) => (
            <div className={`history-row${act.state === 'undone' ? ' is-undone' : ''}`}>
              <time className="tabular quiet" dateTime={act.at}>
                {words.say.moment(act.at)}
              </time>
              <span className="quiet cut">{nameOf.get(act.coder) ?? ''}</span>
              <span className="cut">{sentence(actWords(words, act))}</span>
              {act.state === 'undone' && <span className="quiet">{words.history.undone}</span>}
            </div>
          )}
        />
      )}
      {acts && acts.length >= limit && (
        <div className="history-more">
          <Button look="quiet" onPress={() => setLimit(Math.min(1000, limit + step))}>
            {words.history.showMore}
          </Button>
        </div>
      )}
    </div>
  )
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
