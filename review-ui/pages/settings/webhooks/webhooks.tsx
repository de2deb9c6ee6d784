import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api.ts'
import { CopyText } from '../../../components/copy-text.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Loading } from '../../../components/loading.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useReloadOnReturn, useRemote } from '../../../interaction/use-remote.ts'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { Deliveries } from './deliveries.tsx'
import { ReceiverForm } from './receiver-form.tsx'
import { ReceiverLine } from './receiver-line.tsx'

/** Who outside is told what happens here, what was sent to them, and the form that adds one. */
export function Webhooks() {
  const { t } = useTranslation()
  const remote = useRemote('webhooks', (signal) => call('webhooks', { signal }))
  const sending = useSending()
  const [secret, setSecret] = useState<string | null>(null)
  useReloadOnReturn(remote.reload)
  const view = remote.data
  const allow = async (allowed: boolean) => {
    if (await sending.send(call('allowPrivateReceivers', { body: { allow: allowed } }))) await remote.reload()
  }
  if (view === null) return <Loading remote={remote} />
  return (
    <div className="stack webhooks">
      {view.receivers.length === 0 && <p className="soft">{t('settings.webhooks.none')}</p>}
      {view.receivers.length > 0 && (
        <ul className="receivers">
          {view.receivers.map((receiver) => (
            <ReceiverLine key={receiver.id} receiver={receiver} onChanged={remote.reload} />
          ))}
        </ul>
      )}
      {secret !== null && (
        <Notice>
          <p>{t('settings.webhooks.secret')}</p>
          <CopyText text={secret}>
            <code className="token-text">{secret}</code>
          </CopyText>
        </Notice>
      )}
      <ReceiverForm
        onAdded={({ receiver, secret: made }) => {
          setSecret(made)
          announce(t('settings.webhooks.added', { url: receiver.url }))
          void remote.reload()
        }}
      />
      <label className="allow-private">
        <input
          type="checkbox"
          checked={view.allowPrivate}
          disabled={sending.busy}
          onChange={(event) => void allow(event.target.checked)}
        />
        <span>
          {t('settings.webhooks.private')}
          <small className="soft">{t('settings.webhooks.privateHint')}</small>
        </span>
      </label>
      <FailureNotice failure={sending.failure} />
      {view.receivers.length > 0 && (
        <Deliveries deliveries={view.deliveries} receivers={view.receivers} onChanged={remote.reload} />
      )}
    </div>
  )
}
