import { useTranslation } from 'react-i18next'
import type { Author, Decision } from './logic/choices.ts'

/** For each name that the file has: whether its edits are taken, as one's own. */
export function WhoseEdits({
  authors,
  decisions,
  onDecide,
}: {
  authors: readonly Author[]
  decisions: ReadonlyMap<string, Decision>
  onDecide: (name: string, decision: Decision) => void
}) {
  const { t } = useTranslation()
  return (
    <section className="whose" aria-label={t('returns.whose')}>
      <div>
        <h3>{t('returns.whose')}</h3>
        <p className="soft">{t('returns.whoseMeans')}</p>
      </div>
      <ul>
        {authors.map(({ name, edits }) => {
          const label = name === '' ? t('returns.untracked') : name
          const decision = decisions.get(name) ?? null
          return (
            <li key={name}>
              <label>
                <span>
                  {name === '' ? label : <b>{t('returns.inFile', { name })}</b>}{' '}
                  <span className="soft">{t('returns.edits', { count: edits })}</span>
                </span>
                <select
                  className="input"
                  value={decision ?? ''}
                  onChange={({ target: { value } }) =>
                    onDecide(name, value === 'mine' || value === 'leave' ? value : null)
                  }
                >
                  {decision === null && <option value="">{t('returns.decide')}</option>}
                  <option value="mine">{t('returns.mine')}</option>
                  <option value="leave">{t('returns.leaveOut')}</option>
                </select>
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
