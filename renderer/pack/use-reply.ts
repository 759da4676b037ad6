/** Saves the reply as a file, and warns before the page is left with what nothing keeps. */
import { useEffect, useState } from 'react'
import { fileNameIn } from '../../schema/file-name.ts'
import type { Bytes } from '../../schema/sealed-bytes.ts'
import type { Session } from './session.ts'

export interface Reply {
  /** The name of the file just saved; null before, and once it was read. */
  readonly saved: string | null
  readonly save: () => Promise<void>
  readonly forget: () => void
}

export function useReply(session: Session): Reply {
  const [saved, setSaved] = useState<string | null>(null)
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (session.isUnsaved && session.keeper.isBehind) event.preventDefault()
    }
    addEventListener('beforeunload', leaving)
    return () => removeEventListener('beforeunload', leaving)
  }, [session])
  // What was saved is said until the next act.
  useEffect(() => {
    const forget = () => setSaved(null)
    const stops = [session.item.watch(forget), session.drafts.watch(forget), session.answers.watch(forget)]
    return () => stops.forEach((stop) => stop())
  }, [session])
  return {
    saved,
    save: async () => {
      const name = replyName(session.advisor.value)
      download(await session.reply(), name)
      setSaved(name)
    },
    forget: () => setSaved(null),
  }
}

/** 'Prof. Lindqvist.kartoteka-reply': a name that every file system takes. */
export const replyName = (advisor: string): string => `${fileNameIn(advisor, 'review')}.kartoteka-reply`

function download(bytes: Bytes, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000) // a browser may ask where to before it reads
}
