import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../src/model/names.ts'
import { isMailAddress, type MailServer, mailTls } from '../../../../src/model/notice.ts'
import { call, type Reply } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Field, Select } from '../../../components/field.tsx'
import { Loading } from '../../../components/loading.tsx'
import { useReloadOnReturn, useRemote } from '../../../interaction/use-remote.ts'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { MailState } from './mail-state.tsx'
import { MailTest } from './mail-test.tsx'

/** The server that takes e-mail, a test of it, and how it is going. */
export function MailPart() {
  const remote = useRemote('mail', (signal) => call('mail', { signal }))
  useReloadOnReturn(remote.reload)
  const view = remote.data
  if (view === null) return <Loading remote={remote} />
  return (
    <div className="stack mail-part">
      <MailForm saved={view} onSaved={remote.replace} />
      {view.server.on && <MailTest from={view.server.from} />}
      <MailState view={view} />
    </div>
  )
}

function MailForm({ saved, onSaved }: { saved: Reply<'mail'>; onSaved: (view: Reply<'mail'>) => void }) {
  const { t } = useTranslation()
  const sending = useSending()
  const [edited, setEdited] = useState<MailServer | null>(null)
  const [password, setPassword] = useState('')
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState(false)
  const form = edited ?? saved.server
  const wrong = form.on && (form.host.trim() === '' || !isMailAddress(form.from.trim()))
  const put = (change: Partial<MailServer>) => {
    setSaid('')
    setEdited({ ...form, ...change })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (wrong) return
    const body = { ...form, ...(password !== '' && { password }) }
    const done = await sending.send(call('changeMail', { body }))
    if (done === null) return
    setEdited(null)
    setPassword('')
    setSaid(t('settings.mail.saved'))
    announce(t('settings.mail.saved'))
    onSaved(done)
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      <div className="choices">
        <label>
          <input type="checkbox" checked={form.on} onChange={(event) => put({ on: event.target.checked })} />
          <span>{t('settings.mail.on')}</span>
        </label>
      </div>
      <div className="pair">
        <Field
          label={t('settings.mail.host')}
          hint={t('settings.mail.hostHint')}
          spellCheck={false}
          value={form.host}
          onChange={(event) => put({ host: event.target.value })}
        />
        <Field
          label={t('settings.mail.port')}
          type="number"
          min={1}
          max={65535}
          value={form.port}
          onChange={(event) => put({ port: event.target.valueAsNumber || 0 })}
        />
        <Select
          label={t('settings.mail.tls')}
          value={form.tls}
          onChange={(event) => put({ tls: nameIn(mailTls, event.target.value) })}
        >
          {mailTls.map((tls) => (
            <option key={tls} value={tls}>
              {t(`settings.mail.tlsWay.${tls}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('settings.mail.from')}
          hint={t('settings.mail.fromHint')}
          type="email"
          value={form.from}
          onChange={(event) => put({ from: event.target.value })}
        />
        <Field
          label={t('settings.mail.user')}
          hint={t('settings.mail.userHint')}
          autoComplete="off"
          spellCheck={false}
          value={form.user}
          onChange={(event) => put({ user: event.target.value })}
        />
        <Field
          label={t('settings.mail.password')}
          hint={t(saved.passwordSet ? 'settings.mail.passwordSet' : 'settings.mail.passwordHint')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {asked && wrong && (
        <p className="wrong red" role="alert">
          {t('settings.mail.wrong')}
        </p>
      )}
      <FailureNotice failure={sending.failure} />
      <div className="row-of-buttons">
        <button type="submit" className="button primary" disabled={sending.busy}>
          {t('settings.mail.save')}
        </button>
        <span className="soft">{said}</span>
      </div>
    </form>
  )
}
