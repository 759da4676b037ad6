/**
 * What the archive process and the desktop host say to each other about import processes, on the same
 * port as the windows' messages. `importProcess` is the archive's own number for one.
 */
/** The archive to its host. */
export interface ToBroker {
  readonly importProcess: number
  readonly ask: 'start' | 'kill' | 'memory'
}
/** The host to the archive. 'started' brings the port. `bytes` is resident memory, null where it is not known. */
export type FromBroker =
  | { readonly importProcess: number; readonly is: 'started' | 'gone' }
  | { readonly importProcess: number; readonly is: 'weighed'; readonly bytes: number | null }

export const isFromBroker = (message: unknown): message is FromBroker =>
  typeof message === 'object' && message !== null && 'importProcess' in message && 'is' in message
export const isToBroker = (message: unknown): message is ToBroker =>
  typeof message === 'object' && message !== null && 'importProcess' in message && 'ask' in message
