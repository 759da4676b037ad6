import type { CodeId } from '../../schema/ids.ts'
import type { PackCode } from '../../schema/review-pack.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { CodeChip } from '../parts/chip.tsx'

const none: readonly PackCode[] = []

/** Codes as chips, as they are called now; those that are gone, as they were called when the round was made. */
export function CodeChips({
  codes,
  frozen = none,
  brief = false,
}: {
  readonly codes: readonly CodeId[]
  readonly frozen?: readonly PackCode[]
  readonly brief?: boolean
}) {
  const { byId } = useCodes()
  return (
    <>
      {codes.map((id) => {
        const code = byId.get(id)
        if (code) return <CodeChip key={id} {...code} brief={brief} />
        const then = frozen.find((each) => each.id === id)
        return then && <CodeChip key={id} shortcut={then.key} name={then.name} colour={then.colour} brief={brief} />
      })}
    </>
  )
}
