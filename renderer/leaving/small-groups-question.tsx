/** The one question before something leaves that fits few documents: calm, once for an export. */
import { useEffect, useState } from 'react'
import type { SmallGroupChoice, SmallGroups } from '../../schema/leaving.ts'
import { useArchive } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { useWords } from '../words.ts'
import './leaving.css'

interface Asked {
  readonly groups: SmallGroups
  readonly answer: (choice: SmallGroupChoice | null) => void
}

/** As many as fit without scrolling in a small window. */
const most = 12

export function SmallGroupsQuestion() {
  const words = useWords().leaving
  const { client } = useArchive()
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => client.onSmallGroups((groups) => new Promise((answer) => setAsked({ groups, answer }))), [client])
  if (!asked) return null
  const { groups, total, canCoarsen } = asked.groups
  const choose = (choice: SmallGroupChoice | null) => {
    setAsked(null)
    asked.answer(choice)
  }
  return (
    <Dialog title={words.title} onClose={() => choose(null)}>
      <p>{words.text(total)}</p>
      <ul className="small-groups" aria-label={words.groups}>
        {groups.slice(0, most).map(({ shown, documents }) => (
          <li key={documents.join(' ')}>
            <span className="tabular quiet">{documents.join(', ')}</span>
            <span>{shown.map(({ value }) => value).join(' · ')}</span>
          </li>
        ))}
        {total > most && <li className="quiet">{words.more(total - most)}</li>}
      </ul>
      <p className="quiet">
        {words.leaveOutHint}
        {canCoarsen && ` ${words.coarsenHint}`} {words.yours}
      </p>
      <DialogActs>
        <Button look="quiet" onPress={() => choose(null)}>
          {words.cancel}
        </Button>
        <Button look="warn" onPress={() => choose('accept')}>
          {words.accept}
        </Button>
        {canCoarsen && <Button onPress={() => choose('coarsen')}>{words.coarsen}</Button>}
        <Button look="strong" onPress={() => choose('leave-out')}>
          {words.leaveOut}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
