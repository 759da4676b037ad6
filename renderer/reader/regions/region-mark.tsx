/** One rectangle and its label: tinted by its codes, bordered in their full colours, named by key and name. */
import { memo } from 'react'
import type { CodedRegion } from '../../../schema/passage.ts'
import type { Code } from '../../../schema/codebook.ts'
import type { Codes } from '../../codebook/use-codebook.ts'
import { isAhead, keptOf } from '../ahead.ts'
import type { Density } from '../density.ts'
import { blend } from '../tints.ts'
import { widestLabel, type Spot } from './labels.ts'
import type { Share } from './page-space.ts'

const noCode = '#808080'

/** Its codes as they are named: once they are kept. */
export function codesOf(passage: CodedRegion, { byId }: Codes): readonly Code[] {
  const codings = keptOf(passage.codings)
  return [...new Set(codings.map(({ code }) => code))].flatMap((id) => byId.get(id) ?? [])
}

/**
 * Written as one text, so that a mark is drawn anew only when its colours change. That of a code on its way to
 * a rectangle that is there is pale.
 */
export function coloursOf(passage: CodedRegion, codes: Codes): string {
  const colours = passage.codings.flatMap((coding) => {
    const colour = codes.byId.get(coding.code)?.colour
    if (!colour) return []
    return isAhead(coding) && !isAhead(passage) ? `${colour}${pale}` : colour
  })
  return [...new Set(colours)].join(' ') || noCode
}
/** As the last two digits of a colour. */
const pale = '80'

export const RegionMark = memo(
  function RegionMark({
    share,
    colours,
    isOther,
    isFocused,
    isLit,
    isDimmed,
    isOnItsWay,
    name,
    onPick,
  }: {
    readonly share: Share
    /** '#RRGGBB #RRGGBB', one for each code. */
    readonly colours: string
    /** Coded by others only: told by another line, not by colour. */
    readonly isOther: boolean
    readonly isFocused: boolean
    readonly isLit: boolean
    readonly isDimmed: boolean
    /** Not there yet: seen, and nothing more. */
    readonly isOnItsWay: boolean
    readonly name: string
    readonly onPick: () => void
  }) {
    const all = colours.split(' ')
    const state = `${isOther ? ' is-other' : ''}${isFocused ? ' is-focused' : ''}${isLit ? ' is-lit' : ''}${isDimmed ? ' is-dimmed' : ''}`
    const kept = all.filter(({ length }) => length === noCode.length)
    const style = {
      left: `${share.left}%`,
      top: `${share.top}%`,
      width: `${share.width}%`,
      height: `${share.height}%`,
      '--code': all[0],
      '--tint': blend(kept.length > 0 ? kept : all),
      '--rings': ringsOf(all.slice(1)),
    } as React.CSSProperties
    if (isOnItsWay) return <div className="region is-ahead" style={style} aria-hidden="true" />
    return (
      <button
        type="button"
        className={`region${state}`}
        aria-label={name}
        aria-pressed={isFocused}
        style={style}
        // By Tab only: a click is answered by the page, which knows what else lies there.
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) onPick()
        }}
      />
    )
  },
  (before, now) =>
    before.share.left === now.share.left &&
    before.share.top === now.share.top &&
    before.share.width === now.share.width &&
    before.share.height === now.share.height &&
    before.colours === now.colours &&
    before.isOther === now.isOther &&
    before.isFocused === now.isFocused &&
    before.isLit === now.isLit &&
    before.isDimmed === now.isDimmed &&
    before.isOnItsWay === now.isOnItsWay &&
    before.name === now.name,
)

/** The second code and those after it: lines inside the border, parted by paper. */
function ringsOf(colours: readonly string[]): string {
  if (colours.length === 0) return '0 0 #0000'
  return colours
    .slice(0, 4)
    .flatMap((colour, at) => [`inset 0 0 0 ${at * 3 + 1}px var(--region-gap)`, `inset 0 0 0 ${at * 3 + 3}px ${colour}`])
    .join(', ')
}

/** The keys of several codes; the key and the name of one. */
function partsOf(passage: CodedRegion, codes: Codes, density: Density) {
  const all = codesOf(passage, codes)
  const isBrief = all.length > 1 || density === 'keys'
  return all.map((code) => ({
    code,
    text: code.shortcut && isBrief ? code.shortcut : `${code.shortcut} ${code.name}`.trim(),
  }))
}
const signsOf = ({ starred, memos }: CodedRegion) => `${starred ? '★' : ''}${memos > 0 ? '✎' : ''}`

export function RegionLabel({
  passage,
  codes,
  density,
  spot,
  isLit,
  isDimmed,
}: {
  readonly passage: CodedRegion
  readonly codes: Codes
  readonly density: Density
  readonly spot: Spot
  readonly isLit: boolean
  readonly isDimmed: boolean
}) {
  const parts = partsOf(passage, codes, density)
  const signs = signsOf(passage)
  if (parts.length === 0 && signs === '') return null
  return (
    <div
      className={`region-label${isLit ? ' is-lit' : ''}${isDimmed ? ' is-dimmed' : ''}`}
      style={{ left: spot.left, top: spot.top, maxWidth: spot.width }}
      aria-hidden="true"
    >
      {parts.map(({ code, text }) => (
        <span key={code.id} className="label-code" style={{ '--code': code.colour } as React.CSSProperties}>
          {text}
        </span>
      ))}
      {signs && <span className="label-sign">{signs}</span>}
    </div>
  )
}

const measured = new Map<string, number>()
let pen: CanvasRenderingContext2D | null = null

/** Pixels, as the style sheet has it. */
export function labelWidth(passage: CodedRegion, codes: Codes, density: Density): number {
  const parts = partsOf(passage, codes, density).map(({ text }) => text)
  const texts = [...parts, signsOf(passage)].filter((text) => text !== '')
  if (texts.length === 0) return 0
  return Math.min(widestLabel, texts.reduce((sum, text) => sum + widthOf(text) + 5, 0) + 6)
}
function widthOf(text: string): number {
  const known = measured.get(text)
  if (known !== undefined) return known
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen) pen.font = "500 11.5px 'Inter Variable', 'Inter', system-ui, sans-serif"
  const width = Math.ceil(pen?.measureText(text).width ?? text.length * 7)
  measured.set(text, width)
  return width
}
