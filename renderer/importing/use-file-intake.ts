/**
 * Files on their way to the review list: dropped on the window, or chosen in a dialog. Where the host
 * knows paths the archive process reads the files itself; else their bytes are sent, a few at a time.
 */
import { useCallback, useMemo, useRef, useState, type DragEvent } from 'react'
import type { FileOffer, ImportReview } from '../../schema/importing.ts'
import type { ImportId } from '../../schema/ids.ts'
import { useWork, type LongCommand } from '../archive/use-archive.ts'
import { useHost } from '../host-context.ts'
import { isProject } from '../merging/use-project-intake.ts'
import { isReply, isReplyName } from '../review/reply-file.ts'
import { go } from '../workspace.ts'

/** Bytes sent in one call; a larger file goes alone. */
const mostBytes = 24_000_000
const mostFiles = 100
/** Bytes: no document may be larger than this, so it need not be sent to be refused. */
const largest = 200_000_000

export interface FileIntake {
  readonly review: ImportReview | null
  readonly reading: LongCommand<'import.review'>
  /** Files not yet sent. */
  readonly waiting: number
  readonly choose: () => void
  readonly forget: () => void
  readonly isOver: boolean
  readonly dropTarget: {
    readonly onDragEnter: (event: DragEvent) => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/**
 * `onProject` hears of the first project among the files, which is reviewed by itself; `onReplies` of the
 * replies of readers among them, which come before anything else.
 */
export function useFileIntake(
  onProject: (file: File | string) => void,
  onReplies: (files: readonly (File | string)[]) => void,
): FileIntake {
  const { host } = useHost()
  const reading = useWork('import.review')
  const { start } = reading
  const [review, setReview] = useState<ImportReview | null>(null)
  const [waiting, setWaiting] = useState(0)
  const [depth, setDepth] = useState(0)
  const list = useRef<ImportId | null>(null)

  const send = useCallback(
    async (files: readonly FileOffer[]) => {
      const answer = await start({ files: [...files], ...(list.current ? { into: list.current } : {}) })
      if (!answer) return false
      list.current = answer.import
      setReview(answer)
      return true
    },
    [start],
  )

  const take = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return
      const replies = (await Promise.all(files.map(isReply))).flatMap((is, at) => (is ? files.slice(at, at + 1) : []))
      if (replies.length > 0) return onReplies(replies)
      const project = files.find(({ name }) => isProject(name))
      if (project) return onProject(project)
      go({ view: 'import' })
      const paths = files.map((file) => host.pathOf(file))
      if (paths.every((path) => path !== null)) {
        await send(paths.map((path) => ({ path })))
        return
      }
      setWaiting(files.length)
      for (const group of groupsOf(files)) {
        const offers = await Promise.all(
          group.map(async (file) =>
            file.size > largest
              ? { name: file.name, size: file.size }
              : { name: file.name, bytes: await bytesOf(file) },
          ),
        )
        if (!(await send(offers))) break
        setWaiting((count) => count - group.length)
      }
      setWaiting(0)
    },
    [host, onProject, onReplies, send],
  )

  const choose = useCallback(() => {
    if (!host.dialogs) return pickWithBrowser((files) => void take(files))
    void host.dialogs.pickFiles().then(async (paths) => {
      if (paths.length === 0) return
      const replies = paths.filter(isReplyName)
      if (replies.length > 0) return onReplies(replies)
      const project = paths.find(isProject)
      if (project !== undefined) return onProject(project)
      go({ view: 'import' })
      await send(paths.map((path) => ({ path })))
    })
  }, [host, onProject, onReplies, send, take])

  const forget = useCallback(() => {
    list.current = null
    setReview(null)
  }, [])

  return useMemo(
    () => ({
      review,
      reading,
      waiting,
      choose,
      forget,
      isOver: depth > 0,
      dropTarget: {
        onDragEnter: (event) => {
          if (hasFiles(event)) setDepth((count) => count + 1)
        },
        onDragOver: (event) => {
          if (hasFiles(event)) event.preventDefault()
        },
        onDragLeave: (event) => {
          if (hasFiles(event)) setDepth((count) => Math.max(0, count - 1))
        },
        onDrop: (event) => {
          setDepth(0)
          if (!hasFiles(event)) return
          event.preventDefault()
          void filesIn(event.dataTransfer).then(take)
        },
      },
    }),
    [review, reading, waiting, choose, forget, depth, take],
  )
}

function pickWithBrowser(take: (files: readonly File[]) => void): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.multiple = true
  field.addEventListener('change', () => take([...(field.files ?? [])]))
  field.click()
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** An unreadable file (gone since it was dropped) goes as an empty one, and the review list says so. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return new Uint8Array()
  }
}

function* groupsOf(files: readonly File[]): Generator<readonly File[]> {
  let group: File[] = []
  let bytes = 0
  for (const file of files) {
    if (group.length > 0 && (bytes + file.size > mostBytes || group.length >= mostFiles)) {
      yield group
      group = []
      bytes = 0
    }
    group.push(file)
    bytes += file.size
  }
  if (group.length > 0) yield group
}

/** The files of a drop, with those inside dropped folders, in the order of their names. */
async function filesIn(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...transfer.files]
  const found: File[] = []
  for (const entry of entries) await collect(entry, found)
  return found
}

async function collect(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (entry.name.startsWith('.')) return
  if (entry.isFile) {
    found.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)))
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    inside.push(...some)
  }
  for (const each of inside.toSorted((a, b) => a.name.localeCompare(b.name))) await collect(each, found)
}
