/** Beside the scroll bar: on which pages of the whole document find has found the words. */
import type { SourceText } from '../../../schema/source.ts'
import type { Finding } from '../find-bar.tsx'

/** Marks drawn: a strip of a few hundred pixels shows no more. */
const most = 400

export function Ruler({
  content: { pages },
  finding: { found, at },
}: {
  readonly content: SourceText
  readonly finding: Finding
}) {
  const step = Math.max(1, Math.ceil(found.length / most))
  return (
    <div className="ruler" aria-hidden="true">
      {found.map(({ start }, n) =>
        n % step === 0 || n === at ? (
          <div
            key={start}
            className={n === at ? 'ruler-here' : ''}
            style={{ top: `${shareOf(start, pages) * 100}%` }}
          />
        ) : null,
      )}
    </div>
  )
}

/** Pages are taken as equally high, and words as evenly spread on a page: a strip shows no more. */
function shareOf(offset: number, pages: SourceText['pages']): number {
  let [low, high] = [0, pages.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  const page = pages[low]
  if (!page) return 0
  const share = (offset - page.start) / Math.max(1, page.end - page.start)
  return (low + Math.min(1, Math.max(0, share))) / pages.length
}
