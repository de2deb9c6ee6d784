import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SessionView } from '../../../src/contract/views/session.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { providerName } from '../../components/provider-name.ts'
import { useRefused } from '../../components/refused.tsx'
import { useSending } from '../../interaction/use-sending.ts'

/** The way in by the provider of the office, above that by a password; nothing where none is set. */
export function ProviderButton({ provider }: Pick<SessionView, 'provider'>) {
  const { t } = useTranslation()
  const [path] = useLocation()
  const { busy, failure, send } = useSending()
  const refused = useRefused()
  if (provider === null) return null
  const go = async () => {
    const reply = await send(call('beginProvider', { body: { returnTo: path } }))
    if (reply !== null) location.assign(reply.address)
  }
  return (
    <div className="stack provider">
      <FailureNotice failure={failure ?? refused} />
      <div className="row-of-buttons">
        <button type="button" className="button primary" disabled={busy} onClick={() => void go()}>
          {t('signIn.provider', { name: providerName(provider) })}
        </button>
      </div>
      <p className="or soft">{t('signIn.or')}</p>
    </div>
  )
}
