import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { call, type Reply } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { FileChoice } from '../../components/file-choice.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { ChangeList } from './change-list.tsx'

/** A file as the new version of a document's Chinese: looked at first, then taken. */
export function NewVersionPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const remote = useRemote(document, (signal) => call('document', { params: { document }, signal }))
  const view = remote.data
  const title = view?.state.document.title ?? ''
  useTitle(title === '' ? t('newVersion.title') : `${t('newVersion.title')} · ${title}`)
  return (
    <>
      <Header />
      <main className="page new-version" id="main">
        <header>
          <p className="ways">
            <Link href={`/d/${document}`}>{t('figures.toDocument')}</Link>
          </p>
          <h1>{t('newVersion.title')}</h1>
          {view !== null && (
            <p>
              <span className="zh of" lang="zh-CN">
                {title}
              </span>{' '}
              <span className="soft">{view.state.document.origin.filename}</span>
            </p>
          )}
        </header>
        <Loading remote={remote} />
        {view !== null && <Comparison document={document} isSigned={view.signOff === 'signed'} />}
      </main>
    </>
  )
}

interface Looked {
  readonly file: File
  readonly comparison: Reply<'compareVersion'>
}

function Comparison({ document, isSigned }: { document: string; isSigned: boolean }) {
  const { t } = useTranslation()
  const words = useWords()
  const [, navigate] = useLocation()
  const [looked, setLooked] = useState<Looked | null>(null)
  const comparing = useSending()
  const formats = useRemote('formats', (signal) => call('formats', { signal }))
  const endings = formats.data?.documents ?? []
  const taking = useSending()
  const look = async (file: File) => {
    taking.reset()
    const params = { document }
    const comparison = await comparing.send(
      call('compareVersion', { params, query: { filename: file.name }, bytes: file }),
    )
    setLooked(comparison && { file, comparison })
    if (comparison) announce(t('newVersion.compared', comparison.counts))
  }
  const take = async ({ file, comparison: { sequence } }: Looked) => {
    const query = { filename: file.name, sequence }
    const done = await taking.send(call('replaceSource', { params: { document }, query, bytes: file }))
    if (done === null) return
    announce(t('newVersion.taken'))
    navigate(`/d/${document}`)
  }
  return (
    <>
      <FileChoice
        label={t('newVersion.file')}
        choose={t('newVersion.choose')}
        hint={comparing.busy ? t('newVersion.comparing') : t('newVersion.hint', { formats: endings.join(', ') })}
        endings={endings}
        busy={comparing.busy}
        onFile={(file) => void look(file)}
      />
      {comparing.failure && <FailureNotice failure={comparing.failure} />}
      {looked && (
        <>
          <h2>{looked.file.name}</h2>
          {looked.comparison.notices.map((notice) => (
            <Notice key={notice.code}>{words.notice(notice)}</Notice>
          ))}
          {isSigned && <Notice>{t('newVersion.unsigns')}</Notice>}
          <ChangeList comparison={looked.comparison} />
          {taking.failure && <FailureNotice failure={taking.failure} />}
          <p className="row-of-buttons act">
            <button type="button" className="button primary" disabled={taking.busy} onClick={() => void take(looked)}>
              {t('newVersion.take')}
            </button>
            <button type="button" className="button" onClick={() => setLooked(null)}>
              {t('common.cancel')}
            </button>
          </p>
        </>
      )}
    </>
  )
}
