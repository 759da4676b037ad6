/** A list of acts behind a button, or where the pointer was pressed. */
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'

export interface Act {
  readonly id: string
  readonly label: string
  readonly do: () => void
  readonly icon?: IconName
  readonly hint?: string
  readonly warn?: boolean
  readonly isDisabled?: boolean
  /** A hairline above it. */
  readonly apart?: boolean
}

export function ActMenu({
  label,
  acts,
  children,
  inRow = false,
}: {
  readonly label: string
  readonly acts: readonly Act[]
  /** The button's content; three dots otherwise. */
  readonly children?: ReactNode
  /** In a row of a list: reached by Shift+F10 there, not by Tab. */
  readonly inRow?: boolean
}) {
  return (
    <MenuTrigger>
      <Button
        className={children ? 'button button-plain' : 'icon-button'}
        aria-label={label}
        excludeFromTabOrder={inRow}
      >
        {children ?? <Icon name="more" />}
      </Button>
      <Popover className="floating" offset={4} placement="bottom end">
        <Menu className="menu" onAction={(id) => acts.find((act) => act.id === id)?.do()}>
          {acts.flatMap((act) => [
            ...(act.apart ? [<Separator key={`${act.id} apart`} className="menu-line" />] : []),
            <MenuItem
              key={act.id}
              id={act.id}
              textValue={act.label}
              isDisabled={act.isDisabled ?? false}
              className={`menu-item${act.warn ? ' menu-item-warn' : ''}`}
            >
              <span className="menu-tick">{act.icon && <Icon name={act.icon} />}</span>
              <span className="grow">{act.label}</span>
              {act.hint && <kbd>{act.hint}</kbd>}
            </MenuItem>,
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
