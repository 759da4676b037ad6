/** A list of acts behind a button, or where the pointer was pressed. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
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
  look,
}: {
  readonly label: string
  readonly acts: readonly Act[]
  /** The button's content; three dots otherwise. */
  readonly children?: ReactNode
  /** The button's class where it is not an ordinary one. */
  readonly look?: string
}) {
  return (
    <MenuTrigger>
      <Button className={look ?? (children ? 'button button-plain' : 'icon-button')} aria-label={label}>
        {children ?? <Icon name="more" />}
      </Button>
      <ActList acts={acts} />
    </MenuTrigger>
  )
}

/**
 * The same in a row of a list: a plain button until it is pressed, because a list draws dozens of them at
 * every change. Reached by Shift+F10 or the right button, not by Tab; the list has the focus afterwards.
 */
export function RowMenu({
  label,
  acts,
}: {
  readonly label: string
  /** Asked for when the menu opens. */
  readonly acts: readonly Act[] | (() => readonly Act[])
}) {
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLSpanElement>(null)
  const list = useRef<HTMLElement | null>(null)
  const chosen = useRef<Act | null>(null)
  // While a menu is open nothing else can have the focus. What the act opens gives it back to the list.
  useEffect(() => {
    if (isOpen) {
      list.current = place.current?.closest<HTMLElement>('[role=grid], [role=treegrid]') ?? null
      return
    }
    list.current?.focus()
    list.current = null
    chosen.current?.do()
    chosen.current = null
  }, [isOpen])
  if (!isOpen)
    return (
      <button
        type="button"
        className="icon-button"
        tabIndex={-1}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded="false"
        onClick={() => setOpen(true)}
      >
        <Icon name="more" />
      </button>
    )
  return (
    <span ref={place}>
      <MenuTrigger
        isOpen
        onOpenChange={(stays) => {
          if (!stays) setOpen(false)
        }}
      >
        <Button className="icon-button" aria-label={label} excludeFromTabOrder>
          <Icon name="more" />
        </Button>
        <ActList
          acts={(typeof acts === 'function' ? acts() : acts).map((act) => ({
            ...act,
            do: () => {
              chosen.current = act
            },
          }))}
        />
      </MenuTrigger>
    </span>
  )
}

/** The acts of something without a button for them, below it: for the right mouse button and Shift+F10. */
export function ContextMenu({
  of,
  label,
  acts,
  onClose,
}: {
  readonly of: RefObject<HTMLElement | null>
  readonly label: string
  readonly acts: readonly Act[]
  readonly onClose: () => void
}) {
  return (
    <Popover
      className="floating"
      offset={4}
      placement="bottom start"
      triggerRef={of}
      isOpen
      onOpenChange={(stays) => {
        if (!stays) onClose()
      }}
    >
      <Acts acts={acts} label={label} onClose={onClose} />
    </Popover>
  )
}

function ActList({ acts }: { readonly acts: readonly Act[] }) {
  return (
    <Popover className="floating" offset={4} placement="bottom end">
      <Acts acts={acts} />
    </Popover>
  )
}

function Acts({
  acts,
  label,
  onClose,
}: {
  readonly acts: readonly Act[]
  readonly label?: string
  readonly onClose?: () => void
}) {
  return (
    <Menu
      className="menu"
      {...(label ? { 'aria-label': label } : {})}
      {...(onClose ? { onClose } : {})}
      onAction={(id) => acts.find((act) => act.id === id)?.do()}
    >
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
  )
}
