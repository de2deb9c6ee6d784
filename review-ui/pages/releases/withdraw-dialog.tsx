import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '../../../src/contract/views.ts'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { Field, TextArea } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { useMe, useSession } from '../../shell/session.tsx'

/** Where an approver takes the office's name from under a release: what everybody will read, and the password for it. */
export function WithdrawDialog({
  release,
  onClose,
  onDone,
}: {
  release: ReleaseView
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const { names } = useSession().session.workspace.publishing
  const { busy, failure, send } = useSending()
  const first = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState({ zh: '', en: '' })
  const [password, setPassword] = useState('')
  const { document, number, title } = release
  const withdraw = async () => {
    const params = { document, number: String(number) }
    setPassword('')
    const done = await send(call('withdrawRelease', { params, body: { reason, password } }))
    if (done !== null) await onDone()
  }
  return (
    <Dialog title={t('releases.withdrawTitle', { number })} first={first} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void withdraw()
        }}
      >
        <p lang="en">
          <b>{title}</b>
        </p>
        <p>{t('releases.withdrawAbout')}</p>
        <p>
          <Icon name="leaves" /> {t(names === 'roles' ? 'releases.withdrawPublicRole' : 'releases.withdrawPublicName')}
        </p>
        <TextArea
          ref={first}
          label={t('releases.reasonZh')}
          lang="zh-CN"
          rows={2}
          maxLength={2000}
          required
          value={reason.zh}
          onChange={(event) => setReason({ ...reason, zh: event.target.value })}
        />
        <TextArea
          label={t('releases.reasonEn')}
          lang="en"
          rows={2}
          maxLength={2000}
          required
          value={reason.en}
          onChange={(event) => setReason({ ...reason, en: event.target.value })}
        />
        {/* Password managers look for the name beside the password. */}
        <input type="text" autoComplete="username" value={me.login} readOnly hidden />
        <Field
          label={t('signOff.password', { name: me.name })}
          hint={t('releases.passwordHint')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          wrong={failure === null ? undefined : words.failure(failure)}
          onChange={(event) => setPassword(event.target.value)}
        />
        <DialogButtons submit={t('releases.withdrawNow', { number })} disabled={busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
