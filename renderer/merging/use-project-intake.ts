/**
 * A project on its way in: its file is named where the host knows paths, else sent part by part; then its
 * plan is asked for, again after every choice. It lives beside the views, so that leaving one loses nothing.
 */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { CodeId, ImportReportId } from '../../schema/ids.ts'
import type { ImportReport, ProjectFile, ProjectReview } from '../../schema/interchange.ts'
import { useWork, type LongCommand } from '../archive/use-archive.ts'
import { useHost } from '../host-context.ts'
import { go } from '../workspace.ts'

/** Bytes sent in one call: they are in several hands at once on their way to the archive. */
const part = 2_000_000

/** A file by its ending. */
export const isProject = (name: string): boolean => /\.(?:kartoteka|qdpx|qde|qdc)$/i.test(name)

export interface ProjectIntake {
  /** What the file is called; '' where none was given. */
  readonly fileName: string
  readonly review: ProjectReview | null
  readonly report: ImportReport | null
  readonly kept: ImportReportId | null
  readonly targets: ReadonlyMap<string, CodeId | 'new'>
  /** Bytes that were sent, of how many; null while nothing is. */
  readonly sending: { readonly done: number; readonly total: number } | null
  readonly stopSending: () => void
  readonly reading: LongCommand<'project.open'>
  readonly uniting: LongCommand<'project.unite'>
  readonly fault: ArchiveFault | null
  readonly take: (file: File | string) => void
  readonly unlock: (passphrase: string) => void
  readonly choose: (ref: string, into: CodeId | 'new') => void
  readonly unite: () => void
  readonly show: (report: ImportReportId) => void
  readonly close: () => void
}

export function useProjectIntake(): ProjectIntake {
  const { host } = useHost()
  const receive = useWork('project.receive').start
  const reading = useWork('project.open')
  const planning = useWork('project.plan')
  const uniting = useWork('project.unite')
  const discard = useWork('project.discard').start
  const [fileName, setFileName] = useState('')
  const [review, setReview] = useState<ProjectReview | null>(null)
  const [report, setReport] = useState<ImportReport | null>(null)
  const [kept, setKept] = useState<ImportReportId | null>(null)
  const [targets, setTargets] = useState<ReadonlyMap<string, CodeId | 'new'>>(new Map())
  const [sending, setSending] = useState<ProjectIntake['sending']>(null)
  const stop = useRef<AbortController | null>(null)
  const file = useRef<ProjectFile | null>(null)
  const { start: open } = reading
  const { start: plan } = planning
  const { start: begin } = uniting

  const read = useCallback(
    async (passphrase?: string) => {
      if (!file.current) return
      const answer = await open({ file: file.current, ...(passphrase === undefined ? {} : { passphrase }) })
      if (answer) setReview(answer)
    },
    [open],
  )

  const take = useCallback(
    (given: File | string) => {
      const name = typeof given === 'string' ? (given.split(/[\\/]/).at(-1) ?? given) : given.name
      setFileName(name)
      setReview(null)
      setReport(null)
      setKept(null)
      setTargets(new Map())
      file.current = null
      go({ view: 'import' })
      const path = typeof given === 'string' ? given : host.pathOf(given)
      void (async () => {
        if (path === null && typeof given !== 'string') {
          const { signal } = (stop.current = new AbortController())
          const sent = await send(given, receive, signal, (done) => setSending({ done, total: given.size }))
          setSending(null)
          if (signal.aborted) {
            if (sent && 'received' in sent) void discard({ project: sent.received })
            setFileName('')
            return
          }
          file.current = sent
        } else if (path !== null) file.current = { path }
        await read()
      })()
    },
    [discard, host, read, receive],
  )

  const choose = useCallback(
    (ref: string, into: CodeId | 'new') => {
      if (!review) return
      const next = new Map(targets).set(ref, into)
      setTargets(next)
      void plan({ project: review.project, choices: choicesOf(next) }).then(
        (answer) => answer && setReview((now) => now && { ...now, plan: answer }),
      )
    },
    [plan, review, targets],
  )

  const unite = useCallback(() => {
    if (!review) return
    void begin({ project: review.project, choices: choicesOf(targets) }).then((answer) => answer && setReport(answer))
  }, [begin, review, targets])

  const close = useCallback(() => {
    if (review && !report) void discard({ project: review.project })
    file.current = null
    setFileName('')
    setReview(null)
    setReport(null)
    setKept(null)
  }, [discard, report, review])

  const fault = reading.fault ?? planning.fault ?? uniting.fault
  return useMemo(
    () => ({
      fileName,
      review,
      report,
      kept,
      targets,
      sending,
      stopSending: () => stop.current?.abort(),
      reading,
      uniting,
      fault,
      take,
      unlock: (passphrase) => void read(passphrase),
      choose,
      unite,
      show: setKept,
      close,
    }),
    [fileName, review, report, kept, targets, sending, reading, uniting, fault, take, read, choose, unite, close],
  )
}

const choicesOf = (targets: ReadonlyMap<string, CodeId | 'new'>) => ({
  codes: Array.from(targets, ([ref, into]) => ({ ref, into })),
})

/** Part by part, so that no window holds a whole file. Stopped it answers what was received of it. */
async function send(
  given: File,
  receive: LongCommand<'project.receive'>['start'],
  signal: AbortSignal,
  onDone: (bytes: number) => void,
): Promise<ProjectFile | null> {
  let received: ProjectFile | null = null
  for (let at = 0; at === 0 || at < given.size; at += part) {
    if (signal.aborted) return received
    onDone(at)
    const bytes = new Uint8Array(await given.slice(at, at + part).arrayBuffer())
    const answer = await receive({
      name: given.name,
      bytes,
      ...(received && 'received' in received ? { into: received.received } : {}),
    })
    if (!answer) return null
    received = { received: answer.project }
  }
  return received
}
