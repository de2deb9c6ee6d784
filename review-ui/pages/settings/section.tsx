import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../components/failure-notice.tsx'
import type { Saving } from './use-saving.ts'

/** A part of the settings: what it is about on the left, its fields on the right. */
export function Section({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="about">
        <h2 id={id}>{title}</h2>
        {about}
      </div>
      <div className="fields">{children}</div>
    </section>
  )
}

/** The fields of a part with the buttons that save them and what became of it; for reading only without `mayChange`. */
export function SectionForm({
  saving,
  changed,
  failureShown = false,
  mayChange,
  onSave,
  onDiscard,
  children,
}: {
  saving: Saving
  /** Whether something in it is not saved. */
  changed: boolean
  /** Whether the fields themselves say why it was not saved. */
  failureShown?: boolean
  mayChange: boolean
  onSave: () => void
  onDiscard: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { busy, savedAt, failure } = saving
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <form noValidate onSubmit={submit}>
      <fieldset className="stack" disabled={!mayChange}>
        {children}
        <FailureNotice failure={failureShown ? null : failure} />
      </fieldset>
      {mayChange && (
        <div className="row-of-buttons saving">
          <button type="submit" className="button primary" disabled={busy || !changed}>
            {t('settings.save')}
          </button>
          {changed && (
            <button type="button" className="button" disabled={busy} onClick={onDiscard}>
              {t('settings.discard')}
            </button>
          )}
          <span className={changed ? 'ochre' : 'soft'} role="status">
            {changed ? t('settings.unsaved') : savedAt !== null && t('settings.saved', { time: savedAt })}
          </span>
        </div>
      )}
    </form>
  )
}
