/** Puts an export where the person wants it: by the desktop's dialog, or as a download of the browser. */
import type { Host } from '../schema/host.ts'
import type { Sheet, Workbook } from '../schema/report.ts'

/** The place it was saved, or null where the person changed their mind. */
export async function saveSheet(
  host: Host,
  sheet: Pick<Sheet | Workbook, 'fileName' | 'mediaType' | 'content'>,
): Promise<string | null> {
  if (host.dialogs) return await host.dialogs.save(sheet.fileName, sheet.content)
  const address = URL.createObjectURL(new Blob([sheet.content], { type: sheet.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = sheet.fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return sheet.fileName
}
