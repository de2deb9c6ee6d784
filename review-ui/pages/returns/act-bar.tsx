import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface ActBarProps {
  /** Whether what is taken are suggestions of a reviewer outside. */
  readonly outside: boolean
  /** Edits that are chosen, of all. */
  readonly edits: number
  readonly total: number
  readonly comments: number
  /** Rows that the file calls translated. */
  readonly confirmed: number
  readonly confirm: boolean
  readonly onConfirm: (on: boolean) => void
  /** Names about whose edits nothing is decided. */
  readonly undecided: readonly string[]
  readonly busy: boolean
  readonly onTake: () => void
  readonly onReport: () => void
  readonly onCancel: () => void
}

/** One button that names what it does, and what it waits for. */
export function ActBar(props: ActBarProps) {
  const { outside, edits, total, comments, confirmed, confirm, undecided, busy } = props
  const { t } = useTranslation()
  const why = useId()
  const waits = undecided.length > 0
  const nothing = edits === 0 && comments === 0 && !(confirm && confirmed > 0)
  return (
    <div className="act">
      <p>
        {outside ? t('returns.chosenOutside', { suggestions: edits, total }) : t('returns.chosen', { edits, total })}{' '}
        {comments > 0 && t('returns.comments', { count: comments })}{' '}
        <span className="soft">{t('returns.nothingLost')}</span>
      </p>
      {confirmed > 0 && (
        <label className="check">
          <input type="checkbox" checked={confirm} onChange={({ target }) => props.onConfirm(target.checked)} />
          <span>{t('returns.confirm', { count: confirmed })}</span>
        </label>
      )}
      <p className="row-of-buttons">
        <button
          type="button"
          className="button primary"
          disabled={busy || waits || nothing}
          aria-describedby={waits ? why : undefined}
          onClick={props.onTake}
        >
          {edits === 0 && comments > 0
            ? t('returns.takeComments', { count: comments })
            : t(outside ? 'returns.takeOutside' : 'returns.take', { count: edits })}
        </button>
        <button type="button" className="button" onClick={props.onReport}>
          {t('returns.report')}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t('common.cancel')}
        </button>
      </p>
      {waits && (
        <p className="soft" id={why}>
          {t('returns.waits', { names: undecided.join(t('common.listComma')) })}
        </p>
      )}
    </div>
  )
}
