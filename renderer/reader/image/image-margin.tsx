/** Beside a picture: its rectangles in reading order, each with its codes. The margin's density is that of texts. */
import type { PassageId } from '../../../schema/ids.ts'
import type { CodedRegion } from '../../../schema/passage.ts'
import type { Codes } from '../../codebook/use-codebook.ts'
import { useObservable } from '../../observable.ts'
import { useWords } from '../../words.ts'
import { density } from '../density.ts'
import { codesOf } from '../regions/region-mark.tsx'

export function ImageMargin({
  regions,
  codes,
  focused,
  onPick,
  onLight,
}: {
  /** In reading order. */
  readonly regions: readonly CodedRegion[]
  readonly codes: Codes
  readonly focused: PassageId | null
  readonly onPick: (passage: CodedRegion) => void
  /** The one under the pointer, to be found on the picture. */
  readonly onLight: (passage: PassageId | null) => void
}) {
  const words = useWords()
  const says = useObservable(density)
  if (says === 'bars') return null
  if (regions.length === 0) return <p className="image-margin quiet">{words.image.noneYet}</p>
  return (
    <ul className="image-margin" aria-label={words.regions.list} onMouseLeave={() => onLight(null)}>
      {regions.map((passage) => {
        const all = codesOf(passage, codes)
        const isBrief = says === 'keys'
        return (
          <li key={passage.id}>
            <button
              type="button"
              className={`image-label${passage.id === focused ? ' is-lit' : ''}`}
              aria-pressed={passage.id === focused}
              onMouseEnter={() => onLight(passage.id)}
              onClick={() => onPick(passage)}
            >
              {all.map((code) => (
                <span
                  key={code.id}
                  className="image-code"
                  style={{ '--code': code.colour } as React.CSSProperties}
                  title={`${code.shortcut} ${code.name}`.trim()}
                >
                  {code.shortcut && <span className="tabular">{code.shortcut}</span>}
                  {(!isBrief || !code.shortcut) && <span className="cut">{code.name}</span>}
                </span>
              ))}
              {all.length === 0 && <span className="quiet cut">{words.reader.rectangleOn(0)}</span>}
              {(passage.starred || passage.memos > 0) && (
                <span className="label-sign">
                  {passage.starred ? '★' : ''}
                  {passage.memos > 0 ? '✎' : ''}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
