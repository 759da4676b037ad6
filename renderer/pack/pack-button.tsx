/** A button of the pack: its words, and the key that does the same. */
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { chordWords } from '../keys.ts'
import { Icon, type IconName } from '../parts/icon.tsx'

export function PackButton({
  look = 'plain',
  icon,
  chord,
  children,
  className = '',
  ...rest
}: {
  readonly look?: 'plain' | 'strong' | 'quiet'
  readonly icon?: IconName
  /** 'A', 'mod+S'. */
  readonly chord?: string
  readonly children: ReactNode
} & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className={`button button-${look} ${className}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {chord && <kbd aria-hidden="true">{chordWords(chord)}</kbd>}
    </button>
  )
}
