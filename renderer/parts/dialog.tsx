/** A question that must be answered before going on. Rare: most things happen in place and can be undone. */
import { useEffect, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { afterPaint } from '../after-paint.ts'

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
  const body = useRef<HTMLElement>(null)
  // A button that was pressed and is disabled then leaves the keyboard nowhere, and Escape is heard by nobody.
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (event.key !== 'Escape' || !isLost || body.current === null) return
      if ([...document.querySelectorAll('.dialog-body')].at(-1) === body.current) onClose()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [onClose])
  useEffect(() => backToDialog, [])
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
        <AriaDialog ref={body} className="dialog-body" {...(size === 'top' ? { 'aria-label': title } : {})}>
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

/** Whoever had the keyboard before a question may be disabled by now: then the dialog below has it, not nobody. */
function backToDialog(): void {
  afterPaint(() => {
    if (document.activeElement === document.body)
      [...document.querySelectorAll<HTMLElement>('.dialog-body')].at(-1)?.focus()
  })
}

export function DialogActs({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-acts">{children}</div>
}
