import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { useMe } from '../../shell/session.tsx'
import { type Reason, reasonOf } from './logic/grouping.ts'

const icons: Readonly<Record<Reason, IconName>> = {
  returned: 'returned',
  new: 'add',
  confirm: 'draft',
  revise: 'translated',
  sign: 'reviewed',
  'sign-again': 'returned',
  asked: 'comment',
  'with-translator': 'waiting',
  'with-reviser': 'waiting',
  'with-approver': 'waiting',
  published: 'final',
  unpublished: 'final',
  archived: 'archive',
}

/** Why a document stands where it does in the list. */
export function WhyHere({ document }: { document: DocumentSummary }) {
  const { t } = useTranslation()
  const reason = reasonOf(document, useMe())
  const { asked } = document
  return (
    <div className="why-here">
      <Icon name={icons[reason]} />
      <p>
        <b>{t(`documents.reason.${reason}`)}</b>
        <small>
          <Detail document={document} reason={reason} />
        </small>
        {asked && (
          <small>
            {reason !== 'asked' && <>{t('documents.reason.asked')}: </>}
            {asked.by}, <When at={asked.at} />{' '}
            <Link href={`/d/${document.id}/${asked.segment}`}>
              <q>{asked.text}</q>
            </Link>
            {asked.count > 1 && <> {t('documents.moreAsk', { count: asked.count - 1 })}</>}
          </small>
        )}
      </p>
    </div>
  )
}

function Detail({ document, reason }: { document: DocumentSummary; reason: Reason }) {
  const { t } = useTranslation()
  const { mine, turns, drafts, returned, importedBy, importedAt, signOff, signedAt, releases, archived } = document
  switch (reason) {
    case 'returned':
      if (returned === null) return null
      return (
        <>
          {t('documents.sentences', { count: returned.count })}, {returned.by}, <When at={returned.at} />{' '}
          <q>{returned.reason}</q>
        </>
      )
    case 'asked':
      return null
    case 'new':
      return (
        <>
          {t('documents.importedBy', { name: importedBy })} <When at={importedAt} />
        </>
      )
    case 'confirm':
      return (
        <>
          {t('documents.mine', { count: mine })}
          {drafts.memory > 0 && <> {t('documents.fromMemory', { count: drafts.memory })}</>}
          {drafts.file > 0 && <> {t('documents.fromFile', { count: drafts.file })}</>}
          {drafts.machine > 0 && <> {t('documents.fromMachine', { count: drafts.machine })}</>}
        </>
      )
    case 'revise':
      return t('documents.mine', { count: mine })
    case 'sign':
      return t('documents.nothingOpen')
    case 'sign-again':
    case 'with-approver':
      return signOff === 'stale' ? t('signOffStatus.stale') : t('documents.nothingOpen')
    case 'with-translator':
      return t('documents.sentences', { count: turns.translator })
    case 'with-reviser':
      return t('documents.sentences', { count: turns.reviser })
    case 'published':
    case 'unpublished':
      return (
        <>
          {releases > 0 && <>{t('documents.version', { number: releases })} </>}
          {signedAt !== null && <When at={signedAt} />}
        </>
      )
    case 'archived':
      if (archived === null) return null
      return (
        <>
          {archived.by}, <When at={archived.at} />
        </>
      )
  }
}
