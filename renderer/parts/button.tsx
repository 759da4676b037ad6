/** Buttons: with words, or an icon whose words are its tooltip. */
import type { ReactNode } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'

interface Look {
  /** plain: beside others. strong: the one act of a view. quiet: in a row or header. warn: takes something away. */
  readonly look?: 'plain' | 'strong' | 'quiet' | 'warn'
  readonly icon?: IconName
  readonly children: ReactNode
}

export function Button({
  look = 'plain',
  icon,
  children,
  ...rest
}: Look & Omit<ButtonProps, 'children' | 'className'>) {
  return (
    <AriaButton {...rest} className={`button button-${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

/** `label` is its name and its tooltip; `hint` is the key that does the same. */
export function IconButton({
  icon,
  label,
  hint,
  filled = false,
  pressed,
  ...rest
}: {
  readonly icon: IconName
  readonly label: string
  readonly hint?: string | undefined
  readonly filled?: boolean
  readonly pressed?: boolean
} & Omit<ButtonProps, 'children' | 'className' | 'aria-label'>) {
  return (
    <Tip words={label} hint={hint}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={`icon-button${pressed ? ' is-pressed' : ''}`}
      >
        <Icon name={icon} filled={filled} />
      </AriaButton>
    </Tip>
  )
}

/** What the thing under the pointer is, and its key. */
export function Tip({
  words,
  hint,
  children,
}: {
  readonly words: string
  readonly hint?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tip" offset={6}>
        {words}
        {hint && <kbd>{hint}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
