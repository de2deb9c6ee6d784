import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceiverView } from '../../../../src/contract/views/webhooks.ts'
import type { DeliveryTry } from '../../../../src/model/outbox.ts'
import { call } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { When } from '../../../components/instant.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'

/** A receiver: how it stands, and what can be done with it. */
export function ReceiverLine({ receiver, onChanged }: { receiver: ReceiverView; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const { id, url, kinds, paused, waiting, failingSince } = receiver
  const sending = useSending()
  const [outcome, setOutcome] = useState<DeliveryTry | null>(null)
  const params = { receiver: id }
  const test = async () => {
    const reply = await sending.send(call('testReceiver', { params }))
    setOutcome(reply?.outcome ?? null)
  }
  const pause = async (on: boolean) => {
    const body = { url, kinds: [...kinds], paused: on }
    if (await sending.send(call('changeReceiver', { params, body }))) await onChanged()
  }
  const remove = async () => {
    if ((await sending.send(call('removeReceiver', { params }))) === null) return
    announce(t('settings.webhooks.removed', { url }))
    await onChanged()
  }
  const act = paused ? 'resume' : 'pause'
  return (
    <li>
      <b className="receiver-url">{url}</b>
      <small className="soft">
        {kinds.map((kind) => (
          <span key={kind}>{t(`settings.webhooks.kind.${kind}`)}</span>
        ))}
      </small>
      {waiting > 0 && <span>{t('settings.webhooks.waiting', { count: waiting })}</span>}
      {!paused && failingSince !== null && (
        <span className="ochre">
          {t('settings.webhooks.failing')} <When at={failingSince} />
        </span>
      )}
      {paused && (
        <Notice wrong={paused.why !== 'person'}>
          <p>
            {t('settings.webhooks.pausedAt')} <When at={paused.at} />. {t(`settings.webhooks.why.${paused.why}`)}
          </p>
        </Notice>
      )}
      {outcome !== null && (
        <Notice wrong={outcome.type === 'failed'}>
          <p>
            {outcome.type === 'failed'
              ? t(`settings.webhooks.fault.${outcome.fault}`, { status: outcome.status })
              : t('settings.webhooks.tested', { status: outcome.status })}
          </p>
        </Notice>
      )}
      <FailureNotice failure={sending.failure} />
      <div className="row-of-buttons">
        <button
          type="button"
          className="button"
          disabled={sending.busy}
          aria-label={t('settings.webhooks.testNamed', { url })}
          onClick={() => void test()}
        >
          {t('settings.webhooks.test')}
        </button>
        <button
          type="button"
          className="button"
          disabled={sending.busy}
          aria-label={t(`settings.webhooks.${act}Named`, { url })}
          onClick={() => void pause(!paused)}
        >
          {t(`settings.webhooks.${act}`)}
        </button>
        <button
          type="button"
          className="button"
          disabled={sending.busy}
          aria-label={t('settings.webhooks.removeNamed', { url })}
          onClick={() => void remove()}
        >
          {t('settings.webhooks.remove')}
        </button>
      </div>
    </li>
  )
}
