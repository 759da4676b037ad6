/** Puts an export where the person wants it: by the desktop's dialog, or as a download of the browser. */
import type { Host } from '../schema/host.ts'
import type { Sheet, Workbook } from '../schema/report.ts'

/** The place it was saved, or null where the person changed their mind. */
export async function saveSheet(
  host: Host,
  sheet: Pick<Sheet | Workbook, 'fileName' | 'mediaType' | 'content'>,
): Promise<string | null> {
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
