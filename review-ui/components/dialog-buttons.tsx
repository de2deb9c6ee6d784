import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'

/** The foot of a dialog: the button that does what it is for, and the one that leaves. */
export function DialogButtons({
  ref,
  submit,
  disabled = false,
  onSubmit,
  onCancel,
}: {
  /** The button that does it. */
  ref?: Ref<HTMLButtonElement>
  submit: string
  disabled?: boolean
  /** Absent: the button submits the form that it stands in. */
  onSubmit?: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="row-of-buttons">
      <button
        ref={ref}
        type={onSubmit ? 'button' : 'submit'}
        className="button primary"
        disabled={disabled}
        onClick={onSubmit}
      >
        {submit}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {t('common.cancel')}
      </button>
    </div>
  )
}
