import { useTranslation } from 'react-i18next'
import type { DamagedDocument } from '../../../src/contract/views/documents.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'

/** The documents that cannot be opened, with what is wrong and what to do: none of them disappears in silence. */
export function DamagedDocuments({ documents }: { documents: readonly DamagedDocument[] }) {
  const { t } = useTranslation()
  const words = useWords()
  if (documents.length === 0) return null
  return (
    <ul className="docs damaged" aria-label={t('documents.damaged')}>
      {documents.map(({ id, title, refusal }) => (
        <li key={id}>
          <p className="title">{title === null ? <code>{id}</code> : <span lang="zh-CN">{title}</span>}</p>
          <p className="red">
            <Icon name="error" /> {t('documents.damagedMark')}
          </p>
          <p>{refusal === null ? t('documents.damagedUnknown') : words.refusal(refusal)}</p>
          <p className="soft">{t('documents.damagedHint')}</p>
        </li>
      ))}
    </ul>
  )
}
