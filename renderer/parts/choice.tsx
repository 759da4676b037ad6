/** Choosing one of a few: from a list that opens, or from a row of words. */
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import { Icon } from './icon.tsx'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  bare = false,
  isDisabled = false,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
  /** The label is said, not drawn. */
  readonly bare?: boolean
  readonly isDisabled?: boolean
}) {
  return (
    <Select
      className="field"
      {...(bare ? { 'aria-label': label } : {})}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      {!bare && <Label className="field-label">{label}</Label>}
      <Button className="choice">
        <SelectValue className="cut">{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="down" />
      </Button>
      <Popover className="floating" offset={4}>
        <ListBox className="menu" items={options.map((option) => ({ id: option.value, ...option }))}>
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
      </Popover>
    </Select>
  )
}

/** All choices in sight, one of them chosen. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value))
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="segment">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
