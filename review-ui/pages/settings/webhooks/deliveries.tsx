import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delivery, DocumentMessage, Receiver } from '../../../../src/model/outbox.ts'
import { call } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { DeliveryState } from '../delivery-state.tsx'

/** Messages that are shown before all are asked for. */
const first = 10

/** The last messages with what became of them; each can be sent again. */
export function Deliveries({
  deliveries,
  receivers,
  onChanged,
}: {
  deliveries: readonly Delivery[]
  receivers: readonly Receiver[]
  onChanged: () => Promise<void>
}) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const sending = useSending()
  const hostOf = (to: string) => receivers.find(({ id }) => id === to)?.url.replace(/^https?:\/\//, '') ?? ''
  const again = async ({ to, message }: Delivery) => {
    const done = await sending.send(call('sendAgain', { params: { receiver: to, message: message.id } }))
    if (done === null) return
    announce(t('settings.webhooks.asked'))
    await onChanged()
  }
  return (
    <section className="stack">
      <h3>{t('settings.webhooks.deliveries')}</h3>
      {deliveries.length === 0 && <p className="soft">{t('settings.webhooks.noDeliveries')}</p>}
      <ul className="settings-list deliveries">
        {deliveries.slice(0, all ? deliveries.length : first).map((delivery) => (
          <DeliveryLine
            key={`${delivery.message.id} ${delivery.to}`}
            delivery={delivery}
            to={hostOf(delivery.to)}
            busy={sending.busy}
            onAgain={() => void again(delivery)}
          />
        ))}
      </ul>
      <FailureNotice failure={sending.failure} />
      {!all && deliveries.length > first && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('settings.webhooks.showMore', { count: deliveries.length })}
        </button>
      )}
    </section>
  )
}

function useMessageWords() {
  const { t } = useTranslation()
  return ({ kind, sentences = 0, release = 0 }: DocumentMessage) =>
    t(`settings.webhooks.message.${kind}`, { count: sentences, release })
}

function DeliveryLine({
  delivery: { message, last, next, since, state, tries },
  to,
  busy,
  onAgain,
}: {
  delivery: Delivery
  to: string
  busy: boolean
  onAgain: () => void
}) {
  const { t } = useTranslation()
  const words = useMessageWords()(message)
  return (
    <li>
      <span>
        {words}
        <span className="zh" lang="zh-CN">
          {message.title}
        </span>
        <small className="soft">
          <span>{to}</span>
          <DeliveryState
            {...{ state, since, tries, last, next }}
            fault={last?.type === 'failed' ? t(`settings.webhooks.fault.${last.fault}`, { status: last.status }) : null}
          />
        </small>
      </span>
      <button
        type="button"
        className="button"
        disabled={busy}
        aria-label={t('settings.webhooks.againNamed', { message: `${words} ${message.title}` })}
        onClick={onAgain}
      >
        {t('settings.webhooks.again')}
      </button>
    </li>
  )
}
