import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TermImpactView } from '../../../src/contract/views/terms.ts'
import { preferredRendering } from '../../../src/model/term.ts'
import { call } from '../../api.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { focusOnArrival } from '../../interaction/focus.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { Changes } from '../glossary/changes.tsx'
import { impactWords } from '../glossary/impact-words.ts'
import { changesBetween } from '../glossary/logic/term-changes.ts'
import { TouchedList } from './touched-list.tsx'

/** What the last change of a term touches, sentence by sentence, and what is proposed for each. */
export function TermChangesPage({ term }: { term: string }) {
  const { t } = useTranslation()
  const remote = useRemote(term, (signal) => call('termImpact', { params: { term }, signal }))
  const impact = remote.data
  const form = impact?.term.source[0] ?? ''
  useTitle(form === '' ? t('impact.title') : t('impact.of', { form }))
  return (
    <>
      <Header />
      <main className="page term-changes" id="main" tabIndex={-1} ref={focusOnArrival}>
        <header>
          <p>
            <Link href={`/glossary/${term}`}>{t('impact.back')}</Link>
          </p>
          <h1>{t('impact.title')}</h1>
          {impact !== null && <TermAndChange impact={impact} />}
        </header>
        <Loading remote={remote} />
        {impact !== null && impact.documents.length === 0 && (
          <p className="none">
            <b>{t('impact.nothing')}</b>
          </p>
        )}
        {impact !== null && impact.documents.length > 0 && (
          <>
            <p className="sum">
              <b>{impactWords(t, impact)}</b>
            </p>
            {impact.open === 0 && (
              <p>
                <Icon name="met" /> {t('impact.allInOrder')}
              </p>
            )}
            <TouchedList impact={impact} again={remote.reload} />
          </>
        )}
      </main>
    </>
  )
}

function TermAndChange({ impact: { term, before, changed } }: { impact: TermImpactView }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="term-line">
        <span className="zh" lang="zh-CN">
          {term.source[0]}
        </span>{' '}
        <span className="en" lang="en">
          {preferredRendering(term)}
        </span>{' '}
        <span className="soft">{t(`termStatus.${term.status}`)}</span>
      </p>
      {changed !== null && (
        <p className="soft">
          {t('impact.changed', { name: changed.name })} <When at={changed.at} />
        </p>
      )}
      {before !== null && (
        <section aria-label={t('impact.changes')}>
          <Changes changes={changesBetween(before, term)} />
        </section>
      )}
    </>
  )
}
