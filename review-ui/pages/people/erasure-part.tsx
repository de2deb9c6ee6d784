import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErasureView } from '../../../src/contract/views/people.ts'
import type { Person } from '../../../src/model/people.ts'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useMe } from '../../shell/session.tsx'

/** Where administrators erase the data of a closed account: what goes, what stays and why, and the login to be typed. */
export function ErasurePart({ person, onErased }: { person: Person; onErased: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const params = { person: person.id }
  const remote = useRemote(`erasure ${person.id}`, (signal) => call('erasure', { params, signal }))
  const { busy, failure, send } = useSending()
  const [confirm, setConfirm] = useState('')
  const view = remote.data
  const erase = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await send(call('erasePerson', { params, body: { confirm } }))
    if (reply === null) return
    setConfirm('')
    if (reply.erased) onErased()
    else void remote.reload()
  }
  if (view === null) return <Loading remote={remote} />
  const { askedBy, takesTwo } = view
  const waits = askedBy?.id === me.id && takesTwo
  return (
    <section className="erasure stack">
      <h3>{t('people.erasure.title')}</h3>
      <Consequences view={view} />
      <p className="ochre">{t('people.erasure.forGood')}</p>
      {view.open && <p>{t('people.erasure.open')}</p>}
      {askedBy !== null && (
        <p role="status">
          {t('people.erasure.asked', { by: askedBy.name })} <When at={askedBy.at} full />
        </p>
      )}
      {!view.open && !waits && (
        <form className="stack" noValidate onSubmit={(event) => void erase(event)}>
          <Field
            label={t('people.erasure.confirm', { login: person.login })}
            hint={t(askedBy === null && takesTwo ? 'people.erasure.second' : 'people.erasure.atOnce')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={500}
            value={confirm}
            onChange={(event) => setConfirm(event.target.value)}
          />
          <FailureNotice failure={failure} />
          <div className="row-of-buttons">
            <button type="submit" className="button" disabled={busy || confirm.trim() === ''}>
              {t(askedBy === null && takesTwo ? 'people.erasure.ask' : 'people.erasure.erase')}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}

function Consequences({ view: { goes, stays } }: { view: ErasureView }) {
  const { t } = useTranslation()
  const counted = (['passkeys', 'tokens', 'identities', 'sessions', 'door', 'notices', 'mails'] as const).filter(
    (name) => goes[name] > 0,
  )
  const held = (['password', 'link', 'choices', 'absence'] as const).filter((name) => goes[name])
  const kept = (['acts', 'signatures', 'published', 'work'] as const).filter((name) => stays[name] > 0)
  return (
    <div>
      <h4>{t('people.erasure.goes')}</h4>
      <ul>
        <li>{t('people.erasure.going.name')}</li>
        {held.map((name) => (
          <li key={name}>{t(`people.erasure.going.${name}`)}</li>
        ))}
        {counted.map((name) => (
          <li key={name}>{t(`people.erasure.going.${name}`, { count: goes[name] })}</li>
        ))}
      </ul>
      <h4>{t('people.erasure.stays')}</h4>
      <ul>
        <li>{t('people.erasure.staying.record', { count: stays.record })}</li>
        {kept.map((name) => (
          <li key={name}>{t(`people.erasure.staying.${name}`, { count: stays[name] })}</li>
        ))}
        <li>{t('people.erasure.staying.backups')}</li>
      </ul>
    </div>
  )
}
