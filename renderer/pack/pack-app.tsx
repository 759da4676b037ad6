import { useState } from 'react'
import { Desk } from './desk.tsx'
import { Locked } from './locked.tsx'
import type { Session } from './session.ts'
import { Welcome } from './welcome.tsx'

/** Locked, then what is asked, then the passages; the way back to what is asked stays open. */
export function PackApp({ sealed }: { readonly sealed: string }) {
  const [session, setSession] = useState<Session | null>(null)
  const [isReading, setReading] = useState(false)
  if (!session) return <Locked sealed={sealed} opened={setSession} />
  return isReading ? (
    <Desk session={session} leave={() => setReading(false)} />
  ) : (
    <Welcome session={session} begin={() => setReading(true)} />
  )
}
