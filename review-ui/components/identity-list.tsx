import { useTranslation } from 'react-i18next'
import type { LinkedIdentity } from '../../src/model/sign-in.ts'
import { call } from '../api.ts'
import { useSending } from '../interaction/use-sending.ts'
import { announce } from '../shell/announce.tsx'
import { FailureNotice } from './failure-notice.tsx'

/** The accounts at the provider that open an account here, each with a way to unlink it. */
export function IdentityList({
  identities,
  onChange,
}: {
  identities: readonly LinkedIdentity[]
  onChange: (identities: readonly LinkedIdentity[]) => void
}) {
  const { t } = useTranslation()
  const { busy, failure, send } = useSending()
  const unlink = async ({ person, issuer, subject }: LinkedIdentity) => {
    const reply = await send(call('unlinkIdentity', { params: { person }, query: { issuer, subject } }))
    if (reply === null) return
    announce(t('settings.linked.unlinked', { subject }))
    onChange(reply.identities)
  }
  if (identities.length === 0) return <p className="soft">{t('settings.linked.none')}</p>
  return (
    <>
      <ul className="settings-list">
        {identities.map((identity) => (
          <li key={`${identity.issuer} ${identity.subject}`}>
            <span>
              <b>{identity.subject}</b>
              <small className="soft">{identity.issuer}</small>
            </span>
            <button
              type="button"
              className="button"
              disabled={busy}
              aria-label={t('settings.linked.unlinkNamed', { subject: identity.subject })}
              onClick={() => void unlink(identity)}
            >
              {t('settings.linked.unlink')}
            </button>
          </li>
        ))}
      </ul>
      <FailureNotice failure={failure} />
    </>
  )
}
