/** What other panes may ask of the open document: whether words are selected in it, and to code them. */
import type { CodeId, SourceId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'
import type { Target } from './use-coding-acts.ts'
import { Observable } from '../observable.ts'

export interface SelectedWords {
  readonly source: SourceId
  /** Words without spaces at the ends, or a rectangle of a page. */
  readonly target: Target
  readonly apply: (code: CodeId) => void
}

/** Null where nothing is selected and no passage is in focus. */
export const selectionInReader = new Observable<SelectedWords | null>(null)

/** Applies the code to what is selected now. */
export function applyToSelection(code: CodeId): void {
  selectionInReader.value?.apply(code)
}

/** What has the keys of a document within its half: a text, printed pages or a picture. */
export function keysOf(half: Element | null | undefined): HTMLElement | null {
  return half?.querySelector<HTMLElement>('.cm-content, .pages-scroller, .image-scroller') ?? null
}

/** What lies under a point of the window, in a text. */
export interface Pointed {
  /** UTF-16 units from the beginning of the text. */
  readonly at: number
  readonly passage: CodedWords | null
}
/** Every open text answers what lies under a point (client coordinates), null where that is not in it. */
export const texts = new Set<(x: number, y: number) => Pointed | null>()

/** The codes applied last in this window, newest first. */
export const lastCodes = new Observable<readonly CodeId[]>([])

export function rememberCode(code: CodeId): void {
  lastCodes.set([code, ...lastCodes.value.filter((each) => each !== code)].slice(0, 4))
}

let onItsWay: { readonly code: CodeId } | null = null

/** A code is on its way to the archive: it is the last from the press of its key on, unless it is refused. */
export function meanCode(code: CodeId, coded: Promise<unknown>): void {
  const now = { code }
  onItsWay = now
  void coded.finally(() => {
    if (onItsWay === now) onItsWay = null
  })
}

/** What `.` applies. */
export const lastCode = (): CodeId | undefined => onItsWay?.code ?? lastCodes.value[0]
