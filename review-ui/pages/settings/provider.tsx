import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Reply } from '../../api.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useSession } from '../../shell/session.tsx'
import { ProviderForm } from './provider-form.tsx'

/** The provider by which people sign in: its settings, what is registered there, whether it answers, and its end. */
export function Provider({ onChanged }: { onChanged: (changed: boolean) => void }) {
  const { session, replace } = useSession()
  const remote = useRemote('sign-in', (signal) => call('signInSettings', { signal }))
  const view = remote.data
  const saved = async (signIn: Reply<'changeProvider'>) => {
    if (view !== null) remote.replace({ ...view, signIn })
    const { provider } = signIn
    replace({ ...session, provider: provider && { label: provider.label, host: new URL(provider.issuer).host } })
  }
  return (
    <>
      <Loading remote={remote} />
      {view !== null && (
        <div className="stack">
          <ProviderForm
            key={view.signIn.provider?.issuer}
            saved={view.signIn}
            onSaved={(signIn) => void saved(signIn)}
            onChanged={onChanged}
          />
          <Registered view={view} />
          {view.signIn.provider !== null && <Acts onSaved={(signIn) => void saved(signIn)} />}
        </div>
      )}
    </>
  )
}

/** The addresses of this server that the provider has to know. */
function Registered({ view }: { view: Reply<'signInSettings'> }) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <p>{t('settings.provider.register')}</p>
      {(['redirect', 'afterLogout'] as const).map((name) => (
        <div key={name}>
          <p className="soft">{t(`settings.provider.${name}`)}</p>
          <CopyText text={view[name]}>
            <code className="token-text">{view[name]}</code>
          </CopyText>
        </div>
      ))}
    </div>
  )
}

function Acts({ onSaved }: { onSaved: (signIn: Reply<'changeProvider'>) => void }) {
  const { t } = useTranslation()
  const { busy, failure, send } = useSending()
  const [said, setSaid] = useState<Reply<'testProvider'> | null>(null)
  const [asked, setAsked] = useState(false)
  const test = async () => {
    setSaid(null)
    setSaid(await send(call('testProvider', { body: {} })))
  }
  const remove = async () => {
    const reply = await send(call('changeProvider', { body: { provider: null } }))
    if (reply !== null) onSaved(reply)
  }
  return (
    <div className="stack">
      <div className="row-of-buttons">
        <button type="button" className="button" disabled={busy} onClick={() => void test()}>
          {t('settings.provider.test')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => setAsked(!asked)} aria-expanded={asked}>
          {t('settings.provider.remove')}
        </button>
      </div>
      {said !== null && (
        <Notice>
          {t(said.logout ? 'settings.provider.answers' : 'settings.provider.answersNoLogout', { issuer: said.issuer })}
        </Notice>
      )}
      <FailureNotice failure={failure} />
      {asked && (
        <Notice
          aside={
            <button type="button" className="button" disabled={busy} onClick={() => void remove()}>
              {t('settings.provider.removeNow')}
            </button>
          }
        >
          {t('settings.provider.removeAsk')}
        </Notice>
      )}
    </div>
  )
}
