import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import type { CountsView } from '../../../src/contract/views/counts.ts'
import { addressOf, call } from '../../api.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { DownloadLink } from '../../components/download-link.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { CountsChoice } from './counts-choice.tsx'
import { CountsTable } from './counts-table.tsx'
import { askedOf, type Choice, choiceIn, queryOf } from './logic.ts'

/** What the office has done by months; its address says from when to when, told apart by what, and whose. */
export function CountsPage() {
  const { t } = useTranslation()
  const choice = choiceIn(useSearch())
  const [, go] = useLocation()
  const query = askedOf(choice)
  const [round, setRound] = useState(0)
  const remote = useRemote(queryOf(choice), (signal) => call('counts', { query, signal }), round)
  const view = remote.data
  const left = view?.left ?? 0
  useTitle(t('rooms.counts'))
  // As long as documents are left to count, the answer is not whole: the server counts more of them when it is asked.
  useEffect(() => {
    if (left > 0) setRound((before) => before + 1)
  }, [left])
  const choose = (change: Partial<Choice>) => go(`/counts${queryOf({ ...choice, ...change })}`, { replace: true })
  return (
    <>
      <Header />
      <main className="page counts" id="main">
        <header>
          <h1>{t('rooms.counts')}</h1>
          <p className="soft about">{t('counts.about')}</p>
        </header>
        <CountsChoice choice={choice} view={view} onChoose={choose} />
        <Loading remote={remote} />
        {view !== null && (
          <>
            <Standing view={view} onAgain={() => void remote.reload()} />
            <CountsTable view={view} />
            <div className="counts-ways">
              <DownloadLink className="button" href={addressOf('exportCounts', {}, query)}>
                {t('counts.csv')}
              </DownloadLink>
              <CopyText text={location.href}>{t('counts.share')}</CopyText>
            </div>
          </>
        )}
        <HowCounted />
      </main>
    </>
  )
}

/** Of how many documents it is, and what is not in it. */
function Standing({ view, onAgain }: { view: CountsView; onAgain: () => void }) {
  const { t } = useTranslation()
  const { documents, left, unreadable, more } = view
  const again = (
    <button type="button" className="button" onClick={onAgain}>
      {t('common.again')}
    </button>
  )
  return (
    <>
      {left > 0 && <Notice aside={again}>{t('counts.left', { count: left, done: documents })}</Notice>}
      {unreadable > 0 && <p className="ochre">{t('counts.unreadable', { count: unreadable })}</p>}
      <p className="soft" role="status">
        {left === 0 && t('counts.documents', { count: documents })} {t('counts.deleted')}{' '}
        {more > 0 && t('counts.more', { count: more })}
      </p>
    </>
  )
}

const points = ['standing', 'twice', 'draft', 'time', 'distance', 'score', 'people'] as const

function HowCounted() {
  const { t } = useTranslation()
  return (
    <details className="how-counted">
      <summary>{t('counts.how.title')}</summary>
      <ul>
        {points.map((point) => (
          <li key={point}>{t(`counts.how.${point}`)}</li>
        ))}
      </ul>
    </details>
  )
}
