import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** What goes here, and the act that brings it. */
export function Empty({
  icon,
  title,
  children,
  act,
}: {
  readonly icon?: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly act?: ReactNode
}) {
  return (
    <div className="empty">
      {icon && (
        <span className="empty-icon">
          <Icon name={icon} />
        </span>
      )}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act}
    </div>
  )
}

/** What is being done: shown once it has taken so long that one wonders. */
export function Waiting({ words }: { readonly words: string }) {
  return (
    <p className="waiting" role="status">
      {words}
    </p>
  )
}

/** A fault beside the act it belongs to. Nothing where there is none. */
export function FaultLine({
  words,
  onDismiss,
  dismiss,
}: {
  readonly words: string | null
  readonly onDismiss?: () => void
  readonly dismiss?: string
}) {
  if (words === null) return null
  return (
    <div className="fault" role="alert" data-own-words="">
      <Icon name="warning" />
      <span className="grow">{words}</span>
      {onDismiss && (
        <button type="button" className="icon-button icon-button-small" aria-label={dismiss ?? ''} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
