/** Who coded: a mark drawn as the bars in the margin are, plain for oneself and hatched for others, before the name. */
import { useArchive } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import type { CoderId } from '../../schema/ids.ts'

export function CoderMark({
  coder,
  name,
  at,
}: {
  readonly coder: CoderId
  readonly name: string
  /** ISO 8601, UTC: when. */
  readonly at: string
}) {
  const words = useWords()
  const { client } = useArchive()
  const isOther = coder !== client.coder
  return (
    <span className="coder-mark quiet" title={words.say.moment(at)}>
      <span className={`coder-bar${isOther ? ' coder-bar-other' : ''}`} aria-hidden="true" />
      <span className="cut">{name}</span>
    </span>
  )
}
