/** A question that must be answered before going on. Rare: most things happen in place and can be undone. */
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

export function Dialog({
  title,
  onClose,
  children,
  size = 'normal',
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly size?: 'normal' | 'wide' | 'top'
}) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={`scrim${size === 'top' ? ' scrim-top' : ''}`}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-body" {...(size === 'top' ? { 'aria-label': title } : {})}>
          {size !== 'top' && (
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
          )}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

export function DialogActs({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-acts">{children}</div>
}
