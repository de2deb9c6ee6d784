import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../src/model/people.ts'
import { call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { IdentityList } from '../../components/identity-list.tsx'
import { Loading } from '../../components/loading.tsx'
import { providerName } from '../../components/provider-name.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useSession } from '../../shell/session.tsx'
import { RecoveryPart } from './recovery-part.tsx'

/** How somebody signs in beside their password, for administrators. */
export function WaysDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation()
  const { provider } = useSession().session
  const close = useRef<HTMLButtonElement>(null)
  const { name } = person
  return (
    <Dialog title={t('people.ways.of', { name })} first={close} onClose={onClose}>
      <div className="stack">
        {provider !== null && <Identities person={person} provider={providerName(provider)} />}
        <RecoveryPart person={person} />
        <div className="row-of-buttons">
          <button ref={close} type="button" className="button" onClick={onClose}>
            {t('people.ways.done')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

function Identities({ person, provider }: { person: Person; provider: string }) {
  const { t } = useTranslation()
  const remote = useRemote(person.id, (signal) => call('identities', { params: { person: person.id }, signal }))
  const [subject, setSubject] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, failure, send } = useSending()
  const link = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (subject.trim() === '') return
    const reply = await send(call('linkIdentity', { params: { person: person.id }, body: { subject } }))
    if (reply === null) return
    remote.replace(reply)
    setSubject('')
    setTried(false)
  }
  return (
    <>
      <Loading remote={remote} />
      {remote.data !== null && (
        <IdentityList
          identities={remote.data.identities}
          onChange={(identities) => remote.replace({ identities: [...identities] })}
        />
      )}
      <form className="stack" noValidate onSubmit={(event) => void link(event)}>
        <Field
          label={t('people.ways.subject', { name: provider })}
          hint={t('people.ways.subjectHint', { name: person.name })}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
          wrong={tried && subject.trim() === '' ? t('people.ways.subjectMissing') : undefined}
        />
        <FailureNotice failure={failure} />
        <div className="row-of-buttons">
          <button type="submit" className="button" disabled={busy}>
            {t('people.ways.link')}
          </button>
        </div>
      </form>
    </>
  )
}
