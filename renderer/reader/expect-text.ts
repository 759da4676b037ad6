/** The words of a document and its passages, asked for in the moment it is chosen: the window is drawn while they come. */
import type { Cache } from '../archive/cache.ts'
import { address } from '../workspace.ts'

export function expectTexts(cache: Cache): void {
  let last = address.value.source
  address.watch(() => {
    const { view, source } = address.value
    if (source === last) return
    last = source
    if (view !== 'documents' || source === null) return
    cache.expect('source.text', { source })
    cache.expect('passage.list', { source })
  })
}
