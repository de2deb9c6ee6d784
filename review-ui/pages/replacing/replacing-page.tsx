import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearch } from 'wouter'
import { refusalOfRoles } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useFocusList, useOnceDrawn } from '../../interaction/focus.ts'
import { together, useRemote } from '../../interaction/use-remote.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { ActBar } from './act-bar.tsx'
import { FoundList } from './found-list.tsx'
import { tallyOf } from './logic/choices.ts'
import { queryOf, type Wanted, wantedIn } from './logic/wanted.ts'
import { OutcomeNotice } from './outcome-notice.tsx'
import { SearchForm } from './search-form.tsx'
import { useReplacing } from './use-replacing.ts'

/** Find and replace over one document or all: looked at place by place, then done, and taken back as one. */
export function ReplacingPage() {
  const { t } = useTranslation()
  const words = useWords()
  const me = useMe()
  const query = useSearch()
  const [, navigate] = useLocation()
  const [wanted, setWanted] = useState<Wanted>(() => wantedIn(query))
  const remote = useRemote('replacing', (signal) => together(call('documents', { signal }), call('people', { signal })))
  const replacing = useReplacing()
  const { looked, chosen, looking, acting } = replacing
  const rows = useFocusList<string>()
  const outcome = useRef<HTMLDivElement>(null)
  const onceDrawn = useOnceDrawn()
  useTitle(t('replacing.title'))

  const find = async (focusFirst: boolean) => {
    navigate(`/replace?${queryOf(wanted)}`, { replace: true })
    const found = await replacing.look(wanted)
    if (focusFirst) onceDrawn(() => rows.focus(found?.[0]?.key))
  }
  // Whoever comes back to the page finds what they looked for.
  const arrived = useRef(find)
  useEffect(() => {
    if (wantedIn(location.search).find !== '') void arrived.current(false)
  }, [])

  const isCurrent = looked !== null && queryOf(looked.wanted) === queryOf(wanted)
  const tally = tallyOf(looked?.rows ?? [], chosen)
  const refusal = refusalOfRoles(me.roles, 'replace')
  const canReplace = isCurrent && tally.chosen > 0 && !acting.busy && !looking.busy && refusal === null
  const replace = async () => {
    if (!canReplace) return
    await replacing.replace()
    onceDrawn(() => outcome.current?.focus())
  }
  useKeys({ confirm: () => void replace() })
  const includeSigned = () => setWanted({ ...wanted, states: [...wanted.states, 'final'] })

  return (
    <>
      <Header />
      <main className="page replacing" id="main">
        <header>
          {wanted.document !== '' && (
            <p>
              <Link href={`/d/${wanted.document}`}>{t('figures.toDocument')}</Link>
            </p>
          )}
          <h1>{t('replacing.title')}</h1>
        </header>
        <Loading remote={remote} />
        <OutcomeNotice ref={outcome} replacing={replacing} />
        {acting.failure && <FailureNotice failure={acting.failure} />}
        {refusal && <Notice>{words.refusal(refusal)}</Notice>}
        {remote.data && (
          <div className="replace">
            <SearchForm
              wanted={wanted}
              documents={remote.data[0].documents}
              people={remote.data[1].people}
              failure={looking.failure}
              busy={looking.busy}
              onChange={setWanted}
              onFind={() => void find(true)}
            />
            <div className="places">
              {looked === null && <p className="soft before">{t('replacing.before')}</p>}
              {looked !== null && (
                <FoundList replacing={replacing} looked={looked} list={rows} onSigned={includeSigned} />
              )}
              {looked !== null && looked.rows.length > 0 && (
                <ActBar
                  tally={tally}
                  isCurrent={isCurrent}
                  disabled={!canReplace}
                  busy={acting.busy}
                  replacing={replacing}
                  onReplace={() => void replace()}
                />
              )}
            </div>
          </div>
        )}
      </main>
    </>
  )
}
