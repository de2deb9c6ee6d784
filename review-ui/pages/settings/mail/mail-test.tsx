import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMailAddress } from '../../../../src/model/notice.ts'
import type { DeliveryTry } from '../../../../src/model/outbox.ts'
import { call } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Field } from '../../../components/field.tsx'
import { Notice } from '../../../components/notice.tsx'
import { currentLanguage } from '../../../i18n.ts'
import { useSending } from '../../../interaction/use-sending.ts'

/** Sends one e-mail with the settings as they are saved, and says what came of it. */
export function MailTest({ from }: { from: string }) {
  const { t } = useTranslation()
  const sending = useSending()
  const [address, setAddress] = useState(from)
  const [asked, setAsked] = useState(false)
  const [outcome, setOutcome] = useState<DeliveryTry | null>(null)
  const wrong = !isMailAddress(address.trim())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wrong) return
    setOutcome(null)
    const body = { address: address.trim(), language: currentLanguage() }
    const done = await sending.send(call('testMail', { body }))
    setOutcome(done?.outcome ?? null)
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t('settings.mail.testTo')}
        type="email"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        wrong={asked && wrong ? t('notices.addressWrong') : undefined}
      />
      <FailureNotice failure={sending.failure} />
      <div role="status">
        {outcome !== null && (
          <Notice wrong={outcome.type === 'failed'}>
            <p>
              {outcome.type === 'failed'
                ? t(`settings.mail.fault.${outcome.fault}`, { status: outcome.status })
                : t('settings.mail.tested')}
            </p>
          </Notice>
        )}
      </div>
      <div className="row-of-buttons">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('settings.mail.test')}
        </button>
      </div>
    </form>
  )
}
