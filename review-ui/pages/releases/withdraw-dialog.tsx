import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '../../../src/contract/views/releases.ts'
import { call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { TextArea } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { type GivenProof, PresentProof } from '../../components/present-proof.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { useSession } from '../../shell/session.tsx'

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
  const { names } = useSession().session.workspace.publishing
  const { busy, failure, send } = useSending()
  const first = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState({ zh: '', en: '' })
  const { document, number, title } = release
  const withdraw = async (proof: GivenProof) => {
    const params = { document, number: String(number) }
    const done = await send(call('withdrawRelease', { params, body: { reason, ...proof } }))
    if (done !== null) await onDone()
  }
  return (
    <Dialog title={t('releases.withdrawTitle', { number })} first={first} onClose={onClose}>
      <PresentProof
        purpose={{ type: 'withdraw', document, number }}
        hint={t('releases.passwordHint')}
        failure={failure}
        act={<DialogButtons submit={t('releases.withdrawNow', { number })} disabled={busy} onCancel={onClose} />}
        onProved={(proof) => void withdraw(proof)}
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
      </PresentProof>
    </Dialog>
  )
}
