/** Quotations onto the clipboard with their citations: as plain text, and as a word processor takes them. */
import type { ArchiveFault } from '../schema/error.ts'
import type { Asked } from '../schema/contract.ts'
import type { ArchiveClient } from './archive/client.ts'
import { tongue } from './settings.ts'

type What = Asked<'export.copy'>['what']

/** How many were copied, and how many the gate kept back; a fault of the archive; or the clipboard would not. */
export type CopyOutcome =
  | { readonly kind: 'copied'; readonly copied: number; readonly keptBack: number }
  | { readonly kind: 'fault'; readonly fault: ArchiveFault }
  | { readonly kind: 'no-clipboard' }

export async function copyCited(client: ArchiveClient, what: What): Promise<CopyOutcome> {
  const answer = await client.call('export.copy', { what, language: tongue.value })
  if (!answer.ok) return { kind: 'fault', fault: answer.fault }
  const { plain, html, rows: copied, withheld: keptBack } = answer.value
  if (copied === 0) return { kind: 'copied', copied, keptBack }
  const blob = (type: string, text: string) => new Blob([text], { type })
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', html) }),
    ])
    return { kind: 'copied', copied, keptBack }
  } catch {
    return { kind: 'no-clipboard' }
  }
}
