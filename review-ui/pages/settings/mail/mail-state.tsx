import { useTranslation } from 'react-i18next'
import type { MailView } from '../../../../src/contract/views/notices.ts'
import { When } from '../../../components/instant.tsx'
import { DeliveryState } from '../delivery-state.tsx'

/** How e-mail is going: what waits, since when nothing is taken, and the last e-mails with what was wrong. */
export function MailState({ view }: { view: MailView }) {
  const { t } = useTranslation()
  const { server, waiting, failingSince, mails } = view
  return (
    <section className="stack">
      <h3>{t('settings.mail.state')}</h3>
      {!server.on && <p className="soft">{t('settings.mail.off')}</p>}
      {waiting > 0 && <p>{t('settings.mail.waiting', { count: waiting })}</p>}
      {failingSince !== null && (
        <p className="ochre">
          {t('settings.mail.failing')} <When at={failingSince} />
        </p>
      )}
      {server.on && mails.length === 0 && <p className="soft">{t('settings.mail.none')}</p>}
      {mails.length > 0 && (
        <ul className="settings-list deliveries">
          {mails.map(({ name, notices, since, tries, last, next, state }) => (
            <li key={`${name} ${since}`}>
              <span>
                {t('settings.mail.to', { name, count: notices })}
                <small className="soft">
                  <DeliveryState
                    {...{ state, since, tries, last, next }}
                    fault={
                      last?.type === 'failed' ? t(`settings.mail.fault.${last.fault}`, { status: last.status }) : null
                    }
                  />
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
