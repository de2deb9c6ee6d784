import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { segmentsOf } from '../../../src/model/document.ts'
import { call, type Reply } from '../../api.ts'
import { SegmentNumbers } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { FileChoice } from '../../components/file-choice.tsx'
import { Loading } from '../../components/loading.tsx'
import { together, useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import type { ReturnsLook } from './logic/choices.ts'
import { ReturnedFile } from './returned-file.tsx'

/** A review table or an XLIFF that comes back from somebody: looked at first, then taken as one's edits. */
export function ReturnsPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const remote = useRemote(document, (signal) =>
    together(call('document', { params: { document }, signal }), call('formats', { signal })),
  )
  const title = remote.data?.[0].state.document.title ?? ''
  useTitle(title === '' ? t('returns.title') : `${t('returns.title')} · ${title}`)
  return (
    <>
      <Header />
      <main className="page returns" id="main">
        <header>
          <p className="ways">
            <Link href={`/d/${document}`}>{t('figures.toDocument')}</Link>
            <Link href={`/d/${document}/export`}>{t('export.title')}</Link>
          </p>
          <h1>{t('returns.title')}</h1>
          {title !== '' && (
            <p className="zh of" lang="zh-CN">
              {title}
            </p>
          )}
        </header>
        <Loading remote={remote} />
        {remote.data && <Returning view={remote.data[0]} endings={remote.data[1].returns} />}
      </main>
    </>
  )
}

function Returning({ view, endings }: { view: Reply<'document'>; endings: readonly string[] }) {
  const { t } = useTranslation()
  const { document } = view.state
  const [looked, setLooked] = useState<{ readonly file: File; readonly look: ReturnsLook } | null>(null)
  const looking = useSending()
  const numbers = new Map(segmentsOf(document).map(({ id }, at) => [id, at + 1]))
  const lookAt = async (file: File) => {
    const params = { document: document.id }
    const look = await looking.send(call('lookAtReturns', { params, query: { filename: file.name }, bytes: file }))
    setLooked(look && { file, look })
    if (look)
      announce(t('returns.looked', { edits: look.counts.edit + look.counts.conflict, damaged: look.counts.problems }))
  }
  return (
    <SegmentNumbers value={(segment) => numbers.get(segment)}>
      <FileChoice
        label={t('returns.file')}
        choose={t('returns.choose')}
        hint={looking.busy ? t('returns.looking') : t('returns.hint', { formats: endings.join(', ') })}
        endings={endings}
        busy={looking.busy}
        onFile={(file) => void lookAt(file)}
      />
      {looking.failure && <FailureNotice failure={looking.failure} />}
      {looked && (
        <ReturnedFile
          key={`${looked.file.name} ${looked.file.lastModified} ${looked.look.at}`}
          document={document.id}
          {...looked}
          onCancel={() => setLooked(null)}
        />
      )}
    </SegmentNumbers>
  )
}
