import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../src/model/people.ts'
import { base } from '../../base.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DownloadLink } from '../../components/download-link.tsx'
import { ErasurePart } from './erasure-part.tsx'

/** What the workspace has of somebody, for administrators: as a file, and how it is erased. */
export function DataDialog({
  person,
  onErased,
  onClose,
}: {
  person: Person
  onErased: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const close = useRef<HTMLButtonElement>(null)
  const { name } = person
  return (
    <Dialog title={t('people.data.of', { name })} first={close} onClose={onClose}>
      <div className="stack">
        <p>{t('people.data.about', { name })}</p>
        <p>
          <DownloadLink href={`${base}/api/people/${person.id}/data`}>{t('people.data.export')}</DownloadLink>
        </p>
        <ErasurePart person={person} onErased={onErased} />
        <div className="row-of-buttons">
          <button ref={close} type="button" className="button" onClick={onClose}>
            {t('people.data.done')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
