import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { AccountEntry } from '../../../src/model/account-record.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'

/** What happened to accounts and at the door: of one person, or, for administrators, of all. */
export function RecordPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [search] = useSearchParams()
  const person = search.get('person') ?? (mayDo(me, 'manage-people') ? undefined : me.id)
  const remote = useRemote(`record ${person}`, (signal) =>
    call('accountRecord', { query: person === undefined ? {} : { person }, signal }),
  )
  const people = useRemote('people', (signal) => call('people', { signal })).data?.people
  const name = people?.find(({ id }) => id === person)?.name ?? (person === me.id ? me.name : '')
  const title = person === undefined ? t('record.ofAll') : t('record.of', { name })
  useTitle(title)
  const view = remote.data
  return (
    <>
      <Header />
      <main className="page people" id="main">
        <header>
          <h1>{title}</h1>
          <p className="about">{t('record.about')}</p>
          <p>
            <Link href="/people">{t('record.back')}</Link>
          </p>
        </header>
        <Loading remote={remote} />
        {view !== null && view.entries.length === 0 && <p className="soft">{t('record.empty')}</p>}
        {view !== null && view.entries.length > 0 && (
          <ol className="record" aria-label={title}>
            {view.entries.map((entry, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines neither move nor hold anything, and may be alike
              <Line key={at} entry={entry} withPerson={person === undefined} />
            ))}
          </ol>
        )}
        {view?.more && <p className="soft">{t('record.more', { count: view.entries.length })}</p>}
      </main>
    </>
  )
}

function Line({ entry, withPerson }: { entry: AccountEntry; withPerson: boolean }) {
  const { t } = useTranslation()
  const { at, act, by, person, roles, address, route, detail, byProvider } = entry
  const held = roles?.map((role) => t(`role.${role}`)).join(t('common.listComma')) ?? ''
  return (
    <li>
      <When at={at} full />
      <p>
        {withPerson && <b>{person ?? t('record.nobody')} </b>}
        {t(`record.act.${act}`)}
        {held !== '' && `${t('common.colon')}${held}`}
        {detail !== undefined && (
          <>
            {' '}
            <code>{detail}</code>
          </>
        )}
        {route !== undefined && (
          <>
            {' '}
            <code>{route}</code>
          </>
        )}
      </p>
      <p className="soft">
        {byProvider === true && t('record.byProvider')}
        {by !== null && by !== person && t('record.by', { name: by })}
        {address !== undefined && t('record.from', { address })}
      </p>
    </li>
  )
}
