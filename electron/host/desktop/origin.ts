/** Where the window's own files are, and who may therefore ask for something. */
import type { WebFrameMain } from 'electron'

export const scheme = 'app'
export const origin = `${scheme}://bundle`

export const isOurs = (url: string): boolean => url.startsWith(`${origin}/`)

/** Only the page itself, never a frame within it, and only our own. */
export const isOurPage = (frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean =>
  frame !== null && frame.parent === null && isOurs(frame.url)
