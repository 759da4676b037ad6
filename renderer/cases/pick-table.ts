import type { FileOffer } from '../../schema/importing.ts'
import type { Host } from '../../schema/host.ts'

/** One file of the person's choice, as the archive process takes it; null where they change their mind. */
export async function pickTable(host: Host, accept = '.csv,.tsv,.txt,.xlsx'): Promise<FileOffer | null> {
  if (host.dialogs) {
    const [path] = await host.dialogs.pickFiles()
    return path === undefined ? null : { path }
  }
  const file = await new Promise<File | null>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
