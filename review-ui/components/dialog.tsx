import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

let open = 0

/** Whether a dialog stands over the page, which then listens to no keys of its own. */
export function isDialogOpen(): boolean {
  return open > 0
}

/**
 * A modal dialog: takes the focus, gives it back to where it was, closes on Escape. Rendered means open.
 */
export function Dialog({
  title,
  first,
  onClose,
  children,
}: {
  title: string
  /** What takes the focus; the first thing there is, where it is not said. */
  first?: RefObject<HTMLElement | null>
  /** Absent: it cannot be closed without doing what it asks. */
  onClose?: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const ref = useRef<HTMLDialogElement>(null)
  const arriving = useRef(first)
  const heading = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    open++
    dialog?.showModal()
    arriving.current?.current?.focus()
    return () => {
      open--
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {children}
    </dialog>
  )
}
