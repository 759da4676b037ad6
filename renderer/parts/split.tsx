/** Panes side by side (or one above the other) with borders that can be dragged and walked with the keyboard. */
import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'

interface PaneProps {
  readonly id: string
  /** Percent of the whole, to begin with. */
  readonly size: number
  /** Pixels. */
  readonly min: number
  readonly children: ReactNode
}

/** One pane of a Split. */
export function Pane({ children }: PaneProps) {
  return <>{children}</>
}

export function Split({
  direction,
  sizes,
  onSizes,
  resizeLabel,
  children,
}: {
  readonly direction: 'row' | 'column'
  readonly sizes: Readonly<Record<string, number>> | undefined
  readonly onSizes: (sizes: Readonly<Record<string, number>>) => void
  readonly resizeLabel: string
  readonly children: ReactNode
}) {
  const panes = Children.toArray(children).filter((child): child is ReactElement<PaneProps> => isValidElement(child))
  const layout = sizes && panes.every(({ props }) => sizes[props.id] !== undefined) ? sizes : undefined
  return (
    <Group
      key={panes.map(({ props }) => props.id).join(' ')}
      orientation={direction === 'row' ? 'horizontal' : 'vertical'}
      className="split"
      {...(layout ? { defaultLayout: { ...layout } } : {})}
      onLayoutChanged={(changed) => onSizes(changed)}
    >
      {panes.map(({ props }, at) => (
        <Fragment key={props.id}>
          {at > 0 && <Separator className={`split-line split-line-${direction}`} aria-label={resizeLabel} />}
          <Panel id={props.id} defaultSize={`${props.size}%`} minSize={`${props.min}px`} className="split-pane">
            {props.children}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
