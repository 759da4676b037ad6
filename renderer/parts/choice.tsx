/** Choosing one of a few: from a list that opens, or from a row of words. */
import { useId, useRef, useState } from 'react'
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

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
  /** The label is said, not drawn. */
  readonly bare?: boolean
  readonly isDisabled?: boolean
  /** Has the keyboard from the beginning. */
  readonly autoFocus?: boolean
}

/**
 * A plain button that looks and is read like the real one, until it gets the keyboard or is pressed: the card of a
 * passage has three of them and is drawn at every coding, and a list that nobody opens cost more than all else in it.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const [begun, setBegun] = useState<'closed' | 'open' | null>(props.autoFocus ? 'closed' : null)
  return begun ? (
    <OpenableChoice {...props} isOpenAtOnce={begun === 'open'} />
  ) : (
    <RestingChoice {...props} onBegin={setBegun} />
  )
}

function RestingChoice<Value extends string>({
  label,
  value,
  options,
  bare = false,
  isDisabled = false,
  onBegin,
}: ChoiceProps<Value> & { readonly onBegin: (how: 'closed' | 'open') => void }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="field">
      {!bare && (
        // The button says the same to those who cannot press words.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span className="field-label" id={`${id}label`} onClick={() => button.current?.focus()}>
          {label}
        </span>
      )}
      <button
        ref={button}
        type="button"
        id={`${id}button`}
        className="choice"
        disabled={isDisabled}
        {...(isDisabled ? { 'data-disabled': true } : {})}
        {...(bare ? { 'aria-label': label } : {})}
        aria-labelledby={`${id}value ${bare ? `${id}button` : `${id}label`}`}
        aria-haspopup="listbox"
        aria-expanded={false}
        onFocus={() => onBegin('closed')}
        onMouseDown={(event) => {
          if (event.button !== 0) return
          event.preventDefault() // the button that takes its place gets the focus
          onBegin('open')
        }}
        onClick={() => onBegin('open')}
      >
        <span className="cut" id={`${id}value`}>
          {options.find((option) => option.value === value)?.label}
        </span>
        <Icon name="down" />
      </button>
    </div>
  )
}

function OpenableChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
  bare = false,
  isDisabled = false,
  isOpenAtOnce,
}: ChoiceProps<Value> & { readonly isOpenAtOnce: boolean }) {
  return (
    <Select
      className="field"
      {...(bare ? { 'aria-label': label } : {})}
      autoFocus
      defaultOpen={isOpenAtOnce}
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
