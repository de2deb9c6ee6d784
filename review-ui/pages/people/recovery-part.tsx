import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../src/model/people.ts'
import { call } from '../../api.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useMe } from '../../shell/session.tsx'

/** Where two administrators say, one after the other, that somebody has lost all their passkeys. */
export function RecoveryPart({ person }: { person: Person }) {
  const { t } = useTranslation()
  const me = useMe()
  const params = { person: person.id }
  const remote = useRemote(`recovery ${person.id}`, (signal) => call('recovery', { params, signal }))
  const { busy, failure, send } = useSending()
  const [link, setLink] = useState<string | null>(null)
  const { name } = person
  const say = async () => {
    const reply = await send(call('recover', { params, body: {} }))
    if (reply === null) return
    const { link: made, ...recovery } = reply
    setLink(made)
    remote.replace(recovery)
  }
  if (remote.data === null) return <Loading remote={remote} />
  const { has, askedBy } = remote.data
  const address = link === null ? null : new URL(link, location.origin).href
  return (
    <>
      {address !== null && (
        <Notice>
          <p>{t('people.recovery.done', { name })}</p>
          <CopyText text={address}>
            <code className="token-text">{address}</code>
          </CopyText>
        </Notice>
      )}
      {address === null && <p>{t(has ? 'people.recovery.about' : 'people.recovery.none', { name })}</p>}
      {has && askedBy !== null && <p>{t('people.recovery.asked', { by: askedBy.name })}</p>}
      <FailureNotice failure={failure} />
      {has && person.id !== me.id && askedBy?.id !== me.id && (
        <div className="row-of-buttons">
          <button type="button" className="button" disabled={busy} onClick={() => void say()}>
            {askedBy === null ? t('people.recovery.ask', { name }) : t('people.recovery.agree')}
          </button>
        </div>
      )}
    </>
  )
}
