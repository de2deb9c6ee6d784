import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DocumentSummary } from '../../../src/contract/views.ts'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { StateBar } from '../../components/state-bar.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { hasRole, useMe } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { ImportBox, type Imported } from './import-box.tsx'

export function Documents() {
  const { t } = useTranslation()
  // Who reads and signs comes for the documents, not to bring one.
  const brings = hasRole(useMe(), 'translator', 'administrator')
  const remote = useRemote('documents', (signal) => call('documents', { signal }))
  const documents = remote.data?.documents
  const [imported, setImported] = useState<readonly Imported[]>([])
  useTitle(t('rooms.documents'))
  const importBox = (
    <ImportBox
      onImported={(one) => {
        setImported((before) => [one, ...before])
        if (one.type === 'document') void remote.reload()
      }}
    />
  )
  return (
    <>
      <Header />
      <main className="page documents" id="main">
        <h1>{t('rooms.documents')}</h1>
        {brings && importBox}
        {imported.map((one) => (
          <ImportedNotice key={one.type === 'document' ? one.reply.id : one.name} imported={one} />
        ))}
        <Loading remote={remote} />
        {documents?.length === 0 && (
          <div className="none">
            <p>
              <b>{t('documents.none')}</b>
            </p>
            <p className="soft">{t('documents.noneHint')}</p>
          </div>
        )}
        {documents !== undefined && documents.length > 0 && (
          <ul className="list" aria-label={t('rooms.documents')}>
            {documents.map((document) => (
              <DocumentLine key={document.id} document={document} />
            ))}
          </ul>
        )}
        {!brings && importBox}
      </main>
    </>
  )
}

function ImportedNotice({ imported }: { imported: Imported }) {
  const { t } = useTranslation()
  const words = useWords()
  const notices = imported.reply.notices.map((notice) => <p key={notice.code}>{words.notice(notice)}</p>)
  if (imported.type === 'memory') {
    const { pairs, skipped } = imported.reply
    return (
      <Notice>
        <p>
          <b>{imported.name}</b> {t('documents.importedMemory', { count: pairs })}
        </p>
        {skipped > 0 && <p>{t('documents.skipped', { count: skipped })}</p>}
        {notices}
      </Notice>
    )
  }
  const { id, title, blocks, segments } = imported.reply
  return (
    <Notice>
      <p>
        {t('documents.imported', { blocks, segments })}{' '}
        <Link href={`/d/${id}`} lang="zh-CN">
          {title}
        </Link>
      </p>
      {notices}
    </Notice>
  )
}

function DocumentLine({ document }: { document: DocumentSummary }) {
  const { t } = useTranslation()
  const { id, title, segments, states, errors, warnings, signOff, releases, changedAt } = document
  const done = states.reviewed + states.final
  const ready = signOff !== 'signed' && done === segments && errors === 0
  return (
    <li>
      <Link href={`/d/${id}`} className="title zh" lang="zh-CN">
        {title}
      </Link>
      <div className="how-far">
        <StateBar states={states} />
        <span className="soft">{t('documents.reviewed', { done, count: segments })}</span>
      </div>
      <ul className="facts">
        {errors > 0 && (
          <li className="red">
            <Icon name="error" /> {t('documents.errors', { count: errors })}
          </li>
        )}
        {warnings > 0 && (
          <li className="ochre">
            <Icon name="warning" /> {t('documents.warnings', { count: warnings })}
          </li>
        )}
        {ready && (
          <li className="ready">
            <Link href={`/d/${id}/sign-off`}>{t('signOff.ready')}</Link>
          </li>
        )}
        {signOff !== 'never' && (
          <li>
            <Icon name={signOff === 'signed' ? 'final' : 'edited'} /> {t(`signOffStatus.${signOff}`)}
          </li>
        )}
        {releases > 0 && <li>{t('documents.releases', { count: releases })}</li>}
      </ul>
      <p className="soft changed">
        {t('documents.changed')} <When at={changedAt} />
      </p>
    </li>
  )
}
