import { useTranslation } from 'react-i18next'
import { When } from '../../components/instant.tsx'

/** How far something that is sent outside has come: its state, how often it was tried and what went wrong, when it is tried next. */
export function DeliveryState({
  state,
  since,
  tries,
  last,
  next,
  fault,
}: {
  state: 'waiting' | 'delivered' | 'given-up'
  since: string
  tries: number
  last: { readonly at: string } | null
  next: string | null
  /** What went wrong the last time, in words; null where nothing did. */
  fault: string | null
}) {
  const { t } = useTranslation()
  return (
    <>
      <span className={state === 'delivered' ? '' : 'ochre'}>
        {t(`settings.webhooks.state.${state}`)} <When at={last?.at ?? since} />
      </span>
      {tries > 1 && <span>{t('settings.webhooks.tries', { count: tries })}</span>}
      {fault !== null && <span>{fault}</span>}
      {state === 'waiting' && tries > 0 && next !== null && (
        <span>
          {t('settings.webhooks.next')} <When at={next} />
        </span>
      )}
    </>
  )
}
