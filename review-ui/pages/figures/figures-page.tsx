import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { call } from '../../api.ts'
import { SegmentNumbers } from '../../components/coded-words.tsx'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { FigureSheet } from './figure-sheet.tsx'

/** The figure sheet of a document: every figure, whether the English says it, and who answers for it by name. */
export function FiguresPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const remote = useRemote(document, (signal) => call('figureSheet', { params: { document }, signal }))
  const sheet = remote.data
  useTitle(sheet === null ? t('figures.title') : `${t('figures.title')} · ${sheet.title}`)
  const numbers = new Map(sheet?.segments.map(({ id, number }) => [id, number]))
  return (
    <SegmentNumbers value={(id) => numbers.get(id)}>
      <Header />
      <main className="page figures" id="main">
        <header>
          <p className="ways">
            <Link href={`/d/${document}`}>{t('figures.toDocument')}</Link>
            <Link href={`/d/${document}/sign-off`}>{t('figures.toSignOff')}</Link>
          </p>
          <h1>{t('figures.title')}</h1>
          {sheet !== null && (
            <p className="zh of" lang="zh-CN">
              {sheet.title}
            </p>
          )}
        </header>
        <Loading remote={remote} />
        {sheet !== null && <FigureSheet document={document} sheet={sheet} again={remote.reload} />}
      </main>
    </SegmentNumbers>
  )
}
