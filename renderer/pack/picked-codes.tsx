import type { CodeId } from '../../schema/ids.ts'
import { CodeChip } from '../parts/chip.tsx'
import { Icon } from '../parts/icon.tsx'
import type { Session } from './session.ts'
import { usePackWords } from './words.ts'

/** Codes that the reviewer put, each to be taken out again where `takeOut` is given. */
export function PickedCodes({
  session,
  codes,
  takeOut,
}: {
  readonly session: Session
  readonly codes: readonly CodeId[]
  readonly takeOut?: (code: CodeId) => void
}) {
  const words = usePackWords()
  if (codes.length === 0) return null
  return (
    <ul className="pack-picked">
      {codes.map((id) => {
        const code = session.codes.get(id)
        if (!code) return null
        return (
          <li key={id}>
            <CodeChip shortcut={code.key} name={code.name} colour={code.colour} />
            {takeOut && (
              <button
                type="button"
                className="icon-button icon-button-small"
                aria-label={words.takeOut(code.name)}
                onClick={() => takeOut(id)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
