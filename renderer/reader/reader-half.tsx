/** One document under its heading: the whole middle pane, or one half of it. */
import type { ReactNode } from 'react'
import type { Source } from '../../schema/source.ts'
import { HasKeys, keyHint, perform } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { IconButton } from '../parts/button.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { useWords } from '../words.ts'
import { lookBeside } from '../workspace.ts'
import { densities, density } from './density.ts'
import { EditButton } from './editing/edit-button.tsx'
import { closeHalf, type Side } from './halves.ts'
import { isPrinted } from './pages/how-shown.ts'
import { ReadingSwitch } from './pages/reading-switch.tsx'
import { ReaderOf } from './reader-of.tsx'
import { HalfSide } from './scrolled.ts'

export function ReaderHalf({
  source,
  side,
  isActive,
  isAlone,
  before,
  after,
}: {
  readonly source: Source
  readonly side: Side
  readonly isActive: boolean
  /** It has the whole pane. */
  readonly isAlone: boolean
  /** What stands at the ends of its heading. */
  readonly before?: ReactNode
  readonly after?: ReactNode
}) {
  const words = useWords()
  const marginDensity = useObservable(density)
  const comeForward = () => {
    if (!isActive) lookBeside()
  }
  return (
    <section
      className={`reader-half${isActive && !isAlone ? ' is-active' : ''}`}
      data-half={side}
      {...(isAlone ? {} : { 'data-pane': side, 'aria-label': words.halves.half(side, source.short) })}
      {...(isActive && !isAlone ? { 'aria-current': true } : {})}
      onPointerDownCapture={comeForward}
      onFocusCapture={comeForward}
    >
      <HasKeys value={isActive}>
        <header className="reader-head">
          {before}
          <h1 className="grow cut" title={source.title}>
            <span className="reader-short">{source.short}</span> {source.title}
            <span className="reader-facts">
              {' '}
              {words.kinds[source.kind]} · {words.languagesShort[source.language]}
            </span>
          </h1>
          {isPrinted(source) && <ReadingSwitch source={source} side={side} />}
          <EditButton source={source} comeForward={comeForward} />
          <ActMenu
            label={words.reader.margin}
            acts={densities.map((each) => ({
              id: each,
              label: words.reader.densities[each],
              ...(each === marginDensity ? { icon: 'check' as const } : {}),
              do: () => density.set(each),
            }))}
          />
          {source.length > 0 && (
            <IconButton
              icon="find"
              label={words.reader.findInText}
              hint={keyHint('findInText')}
              onPress={() => {
                comeForward()
                // The half that has come forward answers from its next drawing on.
                setTimeout(() => perform('findInText'))
              }}
            />
          )}
          {!isAlone && (
            <IconButton icon="close" label={words.halves.close(source.short)} onPress={() => closeHalf(side)} />
          )}
          {after}
        </header>
        <HalfSide value={side}>
          <ReaderOf source={source} />
        </HalfSide>
      </HasKeys>
    </section>
  )
}
