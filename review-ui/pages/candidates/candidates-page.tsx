import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Header } from '../../shell/header.tsx'
import { useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { CandidateTriage } from './candidate-triage.tsx'

/** Finds terms in documents: candidates one after the other, each accepted into the glossary or set aside by a key. */
export function CandidatesPage({ document }: { document?: string | undefined }) {
  const { t } = useTranslation()
  const me = useMe()
  useTitle(t('candidates.title'))
  return (
    <>
      <Header />
      <main className="page glossary candidates" id="main">
        <header>
          <p>
            <Link href="/glossary">{t('rooms.glossary')}</Link>
          </p>
          <h1>{t('candidates.title')}</h1>
          <p className="about">{t('candidates.about')}</p>
        </header>
        {me.roles.length === 0 ? (
          <p className="soft">{t('glossary.noAdding')}</p>
        ) : (
          <CandidateTriage document={document} />
        )}
      </main>
    </>
  )
}
