import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useMe, useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { DataDialog } from './data-dialog.tsx'
import { AskForLink, LinkDialog } from './link-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { type Doing, PersonRow } from './person-row.tsx'
import { SinglePerson } from './single-person.tsx'
import { WaysDialog } from './ways-dialog.tsx'

/** Who has an account, and in which roles. */
export function PeoplePage() {
  const { t } = useTranslation()
  const me = useMe()
  const { replace } = useSession()
  const remote = useRemote('people', (signal) => call('people', { signal }))
  const view = remote.data
  const [doing, setDoing] = useState<Doing | null>(null)
  useTitle(t('rooms.people'))
  const mayChange = mayDo(me, 'manage-people')
  /** The header, and what one may do, follow from who one is. */
  const refresh = async () => {
    await remote.reload()
    const outcome = await call('session')
    if (outcome.type === 'reply' && outcome.reply.person !== null) replace(outcome.reply)
  }
  const people = view?.people.toSorted((a, b) => Number(b.active) - Number(a.active)) ?? []
  return (
    <>
      <Header />
      <main className="page people" id="main">
        <header>
          <h1>{t('rooms.people')}</h1>
          <p className="about">{t('people.about')}</p>
          {mayChange ? (
            <p>
              <button type="button" className="button primary" onClick={() => setDoing({ type: 'add' })}>
                {t('people.add')}
              </button>{' '}
              <Link href="/people/record">{t('record.ofAll')}</Link>
            </p>
          ) : (
            <p className="soft">{t('people.readOnly')}</p>
          )}
        </header>
        <Loading remote={remote} />
        {view !== null && (
          <>
            <ul className="list" aria-label={t('people.list')}>
              {people.map((person) => (
                <PersonRow key={person.id} person={person} mayChange={mayChange} onDoing={setDoing} />
              ))}
            </ul>
            <SinglePerson on={view.singlePerson} mayChange={mayChange} onChanged={() => void refresh()} />
          </>
        )}
      </main>
      {(doing?.type === 'add' || doing?.type === 'change') && (
        <PersonDialog
          person={doing.type === 'change' ? doing.person : null}
          onClose={() => setDoing(null)}
          onDone={(person, link) => {
            announce(t(link === null ? 'people.said.saved' : 'people.said.added', { name: person.name }))
            setDoing(link === null ? null : { type: 'link', person, link })
            void refresh()
          }}
        />
      )}
      {doing?.type === 'ask-link' && (
        <AskForLink
          person={doing.person}
          onClose={() => setDoing(null)}
          onLink={(link) => setDoing({ type: 'link', person: doing.person, link })}
        />
      )}
      {doing?.type === 'ways' && <WaysDialog person={doing.person} onClose={() => setDoing(null)} />}
      {doing?.type === 'data' && (
        <DataDialog
          person={doing.person}
          onClose={() => setDoing(null)}
          onErased={() => {
            announce(t('people.said.erased'))
            setDoing(null)
            void refresh()
          }}
        />
      )}
      {doing?.type === 'link' && <LinkDialog person={doing.person} link={doing.link} onClose={() => setDoing(null)} />}
    </>
  )
}
