import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../src/contract/views/session.ts'
import type { NextStep } from '../../../src/model/passkey.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { askForPasskey, makePasskey } from '../../interaction/passkey.ts'
import { usePasskeyAsking } from '../../interaction/use-passkey.ts'
import { useSending } from '../../interaction/use-sending.ts'

/** What is asked for after the password, the provider or the proxy: a passkey, or that one is made. */
export function SecondStep({
  step,
  onSignedIn,
  onStartOver,
}: {
  step: NextStep
  onSignedIn: (session: SessionView) => void
  onStartOver: () => void
}) {
  const { t } = useTranslation()
  const asking = usePasskeyAsking()
  const { busy, failure, send } = useSending()
  const [name, setName] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (step === 'passkey') {
      const passkey = await asking.ask(askForPasskey(call('askPasskeyToEnter', { body: {} })))
      const session = passkey && (await send(call('enterByPasskey', { body: { passkey } })))
      if (session) onSignedIn(session)
      return
    }
    const made = await asking.ask(makePasskey(call('beginEnrolment', { body: {} })))
    const session = made && (await send(call('enrolPasskey', { body: { name, made } })))
    if (session) onSignedIn(session)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{t(step === 'passkey' ? 'signIn.passkey' : 'signIn.enrol')}</p>
      {step === 'enrol' && (
        <Field
          ref={focusOnArrival}
          label={t('signIn.enrolName')}
          placeholder={t('settings.passkeys.namePlaceholder')}
          maxLength={100}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      {asking.wrong !== null && <Notice wrong>{asking.wrong}</Notice>}
      <FailureNotice failure={failure} />
      <div className="row-of-buttons">
        <button
          ref={step === 'passkey' ? focusOnArrival : undefined}
          type="submit"
          className="button primary"
          disabled={busy || asking.busy}
        >
          {t(step === 'passkey' ? 'signIn.usePasskey' : 'signIn.enrolNow')}
        </button>
        <button type="button" className="button" onClick={onStartOver}>
          {t('signIn.startOver')}
        </button>
      </div>
    </form>
  )
}
