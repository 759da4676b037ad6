/** A filter as a chip: what it is about, what it lets through, and a cross that takes it off. */
import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Icon } from './icon.tsx'

export interface ChipOption {
  readonly value: string
  readonly label: string
}

/** Where something else than the chip may open it. */
export interface Opening {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Opens what `children` draw: fields, a list. */
export function FilterChip({
  label,
  value,
  clear,
  onClear,
  bare,
  opening,
  children,
}: {
  readonly label: string
  /** What it lets through, in words; '' where it lets everything through. */
  readonly value: string
  readonly clear: string
  readonly onClear: () => void
  /** Part of a larger chip that says the label and takes it off: drawn where there is no value. */
  readonly bare?: string | undefined
  readonly opening?: Opening | undefined
  readonly children: ReactNode
}) {
  const trigger = (
    <DialogTrigger {...opening}>
      <Button
        className="filter-chip-open"
        {...(bare === undefined ? {} : { 'aria-label': `${label}: ${value || bare}` })}
      >
        {bare === undefined && <span>{label}</span>}
        {value && <span className="filter-chip-value cut">{value}</span>}
        {bare !== undefined && !value && <span>{bare}</span>}
        {(!value || bare !== undefined) && <Icon name="down" />}
      </Button>
      <Popover className="floating" offset={4} placement="bottom start">
        <Dialog className="filter-chip-body" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
  if (bare !== undefined) return trigger
  return (
    <span className={`filter-chip${value ? ' is-on' : ''}`}>
      {trigger}
      {value && (
        <Button className="filter-chip-clear" aria-label={clear} onPress={onClear}>
          <Icon name="close" />
        </Button>
      )}
    </span>
  )
}

/** The same with a list of which any number may be chosen, or only one. */
export function ChoiceChip({
  label,
  options,
  chosen,
  nothing,
  clear,
  single = false,
  bare,
  opening,
  onChange,
}: {
  readonly label: string
  readonly options: readonly ChipOption[]
  readonly chosen: readonly string[]
  /** Said where there is nothing to choose from. */
  readonly nothing: string
  readonly clear: string
  readonly single?: boolean
  readonly bare?: string
  readonly opening?: Opening
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value)
  const [first = '', ...more] = names
  return (
    <FilterChip
      label={label}
      value={more.length === 0 ? first : `${first} +${more.length}`}
      clear={clear}
      onClear={() => onChange([])}
      bare={bare}
      opening={opening}
    >
      <ListBox
        className="menu filter-chip-list"
        aria-label={label}
        autoFocus
        escapeKeyBehavior="none"
        selectionMode={single ? 'single' : 'multiple'}
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          if (keys !== 'all') onChange(options.map(({ value }) => value).filter((value) => keys.has(value)))
        }}
        renderEmptyState={() => <p className="quiet filter-chip-none">{nothing}</p>}
        items={options.map((option) => ({ id: option.value, ...option }))}
      >
        {(option) => (
          <ListBoxItem className="menu-item" textValue={option.label}>
            {({ isSelected }) => (
              <>
                <span className="menu-tick">{isSelected && <Icon name="check" />}</span>
                <span className="cut">{option.label}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </FilterChip>
  )
}
