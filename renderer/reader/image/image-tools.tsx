/** Above a picture: what the pointer does, how large it is shown, which way up. */
import { keyHint } from '../../keys.ts'
import { IconButton } from '../../parts/button.tsx'
import { Segments } from '../../parts/choice.tsx'
import { useWords } from '../../words.ts'
import type { Zoom } from './zoom.ts'

const pointers = ['draw', 'hand'] as const
export type Pointer = (typeof pointers)[number]

export function ImageTools({
  pointer,
  onPointer,
  zoom,
  scale,
  onZoom,
  onStep,
  onTurn,
}: {
  readonly pointer: Pointer
  readonly onPointer: (pointer: Pointer) => void
  readonly zoom: Zoom
  readonly scale: number
  readonly onZoom: (zoom: Zoom) => void
  readonly onStep: (direction: 1 | -1) => void
  readonly onTurn: () => void
}) {
  const words = useWords()
  return (
    <div className="image-tools" role="group" aria-label={words.image.tools}>
      <Segments
        label={words.image.pointer}
        value={pointer}
        options={pointers.map((value) => ({ value, label: words.image.pointers[value] }))}
        onChange={onPointer}
      />
      <span className="tools-aside">
        <IconButton
          icon="minus"
          label={words.keys.pageSmaller}
          hint={keyHint('pageSmaller')}
          onPress={() => onStep(-1)}
        />
        <span className="image-scale quiet tabular">{words.say.percent(scale)}</span>
        <IconButton icon="plus" label={words.keys.pageLarger} hint={keyHint('pageLarger')} onPress={() => onStep(1)} />
        <IconButton
          icon="whole"
          label={words.image.whole}
          hint={keyHint('pageFit')}
          pressed={zoom === 'whole'}
          onPress={() => onZoom('whole')}
        />
        <IconButton
          icon="fit"
          label={words.image.wide}
          hint={keyHint('pageFit')}
          pressed={zoom === 'wide'}
          onPress={() => onZoom('wide')}
        />
        <IconButton icon="turn" label={words.keys.pageTurn} hint={keyHint('pageTurn')} onPress={onTurn} />
      </span>
    </div>
  )
}
