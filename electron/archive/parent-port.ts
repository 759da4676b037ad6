/** The ports of a utility process, as far as the archive uses them: Electron's package is not for this folder. */
export interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: UtilityMessage) => void): unknown
  on(event: 'close', listener: () => void): unknown
  /** Messages wait until then; the parent's own port needs none. */
  start(): void
  close(): void
}
export interface UtilityMessage {
  readonly data: unknown
  readonly ports: readonly UtilityPort[]
}

/** Throws where this is not a utility process. */
export function parentPort(): Pick<UtilityPort, 'postMessage' | 'on'> {
  const { parentPort: port } = process as unknown as { parentPort?: Pick<UtilityPort, 'postMessage' | 'on'> }
  if (!port) throw new Error('this program runs as a utility process only')
  return port
}
