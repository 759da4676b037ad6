/** The host of this window, for the few views that ask it for something: dialogs, recents, the menu. */
import { createContext, useContext } from 'react'
import type { Host, HostFacts } from '../schema/host.ts'

export interface HostAccess {
  readonly host: Host
  readonly facts: HostFacts
}

export const HostContext = createContext<HostAccess | null>(null)

export function useHost(): HostAccess {
  const access = useContext(HostContext)
  if (!access) throw new Error('useHost needs a HostContext above it')
  return access
}
