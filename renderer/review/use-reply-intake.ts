/**
 * Replies on their way in, one after the other: their bytes are read and checked by the archive, shown, and
 * taken in when the person says so. Nothing is written before.
 */
import { useCallback, useMemo, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { ReplyPreview } from '../../schema/review.ts'
import type { CallInput } from '../archive/client.ts'
import { useWork } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'
import { showRound } from './go-to-round.ts'

/** Bytes: more than any reply can be. */
const largest = 64_000_000
export interface ReplyIntake {
  /** '' where there is none. */
  readonly fileName: string
  readonly preview: ReplyPreview | null
  readonly isBusy: boolean
  readonly fault: ArchiveFault | null
  /** Files, or paths of some. */
  readonly take: (files: readonly (File | string)[]) => void
  readonly choose: () => void
  /** As this coder, new or known. */
  readonly accept: (advisor: string) => void
  readonly close: () => void
}

export function useReplyIntake(): ReplyIntake {
  const { review: say, common } = useWords()
  const turn = useTurn()
  const reading = useWork('review.readReply')
  const taking = useWork('review.takeReply')
  const [waiting, setWaiting] = useState<readonly (File | string)[]>([])
  const [given, setGiven] = useState<CallInput<'review.readReply'> | null>(null)
  const [preview, setPreview] = useState<ReplyPreview | null>(null)
  const { start: read } = reading
  const { start: takeIn } = taking
  const [file] = waiting

  const begin = useCallback(
    async (next: File | string | undefined) => {
      setPreview(null)
      setGiven(null)
      if (next === undefined) return
      const offer = typeof next === 'string' ? { path: next } : { bytes: await bytesOf(next) }
      setGiven(offer)
      const answer = await read(offer)
      if (answer) setPreview(answer)
    },
    [read],
  )
  const take = useCallback(
    (files: readonly (File | string)[]) => {
      setWaiting(files)
      void begin(files[0])
    },
    [begin],
  )
  const choose = useCallback(() => {
    const field = document.createElement('input')
    field.type = 'file'
    field.multiple = true
    field.addEventListener('change', () => take([...(field.files ?? [])]))
    field.click()
  }, [take])
  const close = useCallback(() => {
    const rest = waiting.slice(1)
    setWaiting(rest)
    void begin(rest[0])
  }, [begin, waiting])
  const accept = useCallback(
    (advisor: string) => {
      if (!given || !preview) return
      void takeIn({ ...given, advisor }).then((taken) => {
        if (!taken) return
        close()
        notify({
          words: taken.open > 0 ? say.taken(taken.open, advisor) : say.takenAnswers(taken.answers, advisor),
          act: { label: common.undo, do: () => void turn('history.undo') },
        })
        showRound(preview.round)
      })
    },
    [given, preview, takeIn, close, say, common, turn],
  )

  const isBusy = reading.isBusy || taking.isBusy
  const fault = reading.fault ?? taking.fault
  return useMemo(
    () => ({
      fileName: typeof file === 'string' ? (file.split(/[\\/]/).at(-1) ?? file) : (file?.name ?? ''),
      preview,
      isBusy,
      fault,
      take,
      choose,
      accept,
      close,
    }),
    [file, preview, isBusy, fault, take, choose, accept, close],
  )
}

/** A file that is too large, or gone since it was dropped, is read as an empty one and refused as such. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > largest) return new Uint8Array()
  return new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)))
}
