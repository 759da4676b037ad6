/** Puts an export where the person wants it: by the desktop's dialog, or as a download of the browser. */
import { useCallback } from 'react'
import type { Host } from '../schema/host.ts'
import type { Sheet, Workbook } from '../schema/report.ts'
import { useArchive } from './archive/use-archive.ts'
import { useHost } from './host-context.ts'

type Made = Pick<Sheet | Workbook, 'fileName' | 'mediaType' | 'content'>

/**
 * The place it was saved, or null where the person changed their mind: the log, in which it stands since it was
 * made, says so then.
 */
export function useSave(): (made: Made) => Promise<string | null> {
  const { host } = useHost()
  const { client } = useArchive()
  return useCallback(
    async (made) => {
      const at = await put(host, made)
      if (at === null) void client.call('export.unsaved', { fileName: made.fileName })
      return at
    },
    [host, client],
  )
}

async function put(host: Host, sheet: Made): Promise<string | null> {
  if (host.dialogs) return await host.dialogs.save(sheet.fileName, sheet.content)
  saveBlob(new Blob([sheet.content], { type: sheet.mediaType }), sheet.fileName)
  return sheet.fileName
}

/** As a download of the browser. */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
