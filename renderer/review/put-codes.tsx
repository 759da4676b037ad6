/** Codes that the reader has put or suggested, each with a cross that takes it off. */
import type { CodeId } from '../../schema/ids.ts'
import type { PackCode } from '../../schema/review-pack.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { IconButton } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'

export function PutCodes({
  label,
  codes,
  codebook,
  nothing,
  onTakeOff,
}: {
  readonly label: string
  readonly codes: readonly CodeId[]
  readonly codebook: readonly PackCode[]
  /** Said where there are none; '' for nothing. */
  readonly nothing: string
  /** Null where they stay. */
  readonly onTakeOff: ((code: CodeId) => void) | null
}) {
  const { review: say } = useWords()
  const { byId } = useCodes()
  if (codes.length === 0 && nothing === '') return null
  return (
    <p className="review-put">
      {label !== '' && <span className="quiet">{label}</span>}
      {codes.length === 0 && <span>{nothing}</span>}
      {codes.map((code) => (
        <span key={code} className="review-put-code">
          <CodeChips codes={[code]} frozen={codebook} />
          {onTakeOff && (
            <IconButton icon="close" label={say.takeOff(byId.get(code)?.name ?? '')} onPress={() => onTakeOff(code)} />
          )}
        </span>
      ))}
    </p>
  )
}
