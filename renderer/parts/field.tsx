/** Places to write: one line, several lines, a search box, a passphrase. */
import { useRef, useState, type ReactNode, type Ref } from 'react'
import {
  FieldError,
  Input,
  Label,
  SearchField,
  Button as AriaButton,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly fault?: string | undefined
  readonly placeholder?: string
  /** True: several lines. */
  readonly long?: boolean
  readonly rows?: number
  /** The label is said, not drawn. */
  readonly bare?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

export function Field({
  label,
  hint,
  fault,
  placeholder,
  long = false,
  rows = 3,
  bare = false,
  inputRef,
  ...rest
}: FieldProps & Omit<TextFieldProps, keyof FieldProps | 'className'>) {
  return (
    <TextField
      {...rest}
      {...(bare ? { 'aria-label': label } : {})}
      className="field"
      validationBehavior="aria"
      isInvalid={Boolean(fault)}
    >
      {!bare && <Label className="field-label">{label}</Label>}
      {long ? (
        <TextArea className="input input-long" placeholder={placeholder ?? ''} rows={rows} />
      ) : (
        <Input className="input" placeholder={placeholder ?? ''} ref={inputRef} spellCheck={false} />
      )}
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-fault">{fault}</FieldError>
    </TextField>
  )
}

/** Writes on the page and hands over when one leaves it or presses Enter; Escape takes the words back. */
export function InPlace({
  label,
  value,
  onCommit,
  long = false,
  placeholder = '',
  className = '',
  isDisabled = false,
  inputRef,
  onLeave,
}: {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly inputRef?: Ref<HTMLInputElement>
  /** Enter has handed it over, or Escape taken it back. */
  readonly onLeave?: () => void
  readonly long?: boolean
  readonly placeholder?: string
  readonly className?: string
  readonly isDisabled?: boolean
}) {
  const [draft, setDraft] = useState<string | null>(null)
  /** Known at once: who leaves the field in the same breath must not hand over what was taken back. */
  const typed = useRef<string | null>(null)
  const put = (text: string | null) => {
    typed.current = text
    setDraft(text)
  }
  const commit = () => {
    const text = typed.current
    put(null)
    if (text !== null && text !== value) onCommit(text)
  }
  const common = {
    'aria-label': label,
    className: `in-place ${className}`,
    value: draft ?? value,
    placeholder,
    disabled: isDisabled,
    onBlur: commit,
    spellCheck: false,
  }
  return long ? (
    <textarea
      {...common}
      rows={1}
      onChange={(event) => put(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') put(null)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit()
      }}
    />
  ) : (
    <input
      {...common}
      ref={inputRef}
      onChange={(event) => put(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') put(null)
        else if (event.key === 'Enter') commit()
        else return
        onLeave?.()
      }}
    />
  )
}

export function SearchBox({
  label,
  value,
  onChange,
  clear,
  placeholder,
  icon = 'search',
  inputRef,
  large = false,
  autoFocus = false,
  onKeyDown,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly clear: string
  readonly placeholder?: string
  readonly icon?: IconName
  readonly inputRef?: Ref<HTMLInputElement>
  readonly large?: boolean
  readonly autoFocus?: boolean
  readonly onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void
}) {
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={`search-box${large ? ' search-box-large' : ''}`}
      autoFocus={autoFocus}
    >
      <Icon name={icon} />
      <Input
        className="search-input"
        placeholder={placeholder ?? label}
        ref={inputRef}
        spellCheck={false}
        {...(onKeyDown ? { onKeyDown } : {})}
      />
      {value !== '' && (
        <AriaButton className="icon-button icon-button-small" aria-label={clear}>
          <Icon name="close" />
        </AriaButton>
      )}
    </SearchField>
  )
}

export function Passphrase({
  label,
  show,
  hide,
  ...rest
}: { readonly show: string; readonly hide: string } & Omit<FieldProps, 'long' | 'rows' | 'bare'> & {
    readonly autoFocus?: boolean
  }) {
  const [isShown, setShown] = useState(false)
  const { hint, fault, inputRef, placeholder, ...field } = rest
  return (
    <TextField
      {...field}
      className="field"
      validationBehavior="aria"
      type={isShown ? 'text' : 'password'}
      isInvalid={Boolean(fault)}
    >
      <Label className="field-label">{label}</Label>
      <div className="input-row">
        <Input
          className="input"
          ref={inputRef}
          placeholder={placeholder ?? ''}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
        />
        <button type="button" className="input-aside" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? hide : show}
        </button>
      </div>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-fault">{fault}</FieldError>
    </TextField>
  )
}
