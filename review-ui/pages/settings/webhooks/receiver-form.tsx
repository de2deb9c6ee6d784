import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWebAddress } from '../../../../src/model/engine-destination.ts'
import { type WebhookKind, webhookKinds } from '../../../../src/model/outbox.ts'
import { call, type Reply } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Field } from '../../../components/field.tsx'
import { useSending } from '../../../interaction/use-sending.ts'

interface Form {
  readonly url: string
  readonly kinds: readonly WebhookKind[]
}

const nothing: Form = { url: '', kinds: webhookKinds }

/** Adds a receiver: where it is, and what it is told. */
export function ReceiverForm({ onAdded }: { onAdded: (added: Reply<'addReceiver'>) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [form, setForm] = useState(nothing)
  const [asked, setAsked] = useState(false)
  const sending = useSending()
  const urlWrong = !isWebAddress(form.url.trim())
  const kindsMissing = form.kinds.length === 0
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (urlWrong || kindsMissing) return
    const added = await sending.send(call('addReceiver', { body: { url: form.url.trim(), kinds: [...form.kinds] } }))
    if (added === null) return
    setForm(nothing)
    setAsked(false)
    onAdded(added)
  }
  const choose = (kind: WebhookKind, on: boolean) =>
    setForm({ ...form, kinds: webhookKinds.filter((one) => (one === kind ? on : form.kinds.includes(one))) })
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <Field
        label={t('settings.webhooks.url')}
        hint={t('settings.webhooks.urlHint')}
        type="url"
        inputMode="url"
        spellCheck={false}
        maxLength={500}
        value={form.url}
        onChange={(event) => setForm({ ...form, url: event.target.value })}
        wrong={asked && urlWrong ? t('settings.webhooks.urlWrong') : undefined}
      />
      <fieldset className="checkbox-group" aria-describedby={asked && kindsMissing ? id : undefined}>
        <legend>{t('settings.webhooks.kinds')}</legend>
        {webhookKinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={form.kinds.includes(kind)}
              onChange={(event) => choose(kind, event.target.checked)}
            />{' '}
            {t(`settings.webhooks.kind.${kind}`)}
          </label>
        ))}
        {asked && kindsMissing && (
          <p className="wrong" id={id} role="alert">
            {t('settings.webhooks.kindsMissing')}
          </p>
        )}
      </fieldset>
      <FailureNotice failure={sending.failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('settings.webhooks.add')}
        </button>
      </div>
    </form>
  )
}
