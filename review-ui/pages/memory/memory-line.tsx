import { useTranslation } from 'react-i18next'
import type { ImportedMemoryView } from '../../../src/contract/views/memory.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { addressOf } from '../../api.ts'
import { DownloadLink } from '../../components/download-link.tsx'
import { When } from '../../components/instant.tsx'
import { useMe } from '../../shell/session.tsx'

/** One memory: where it is from, what it is worth beside others, and what can be done with it. */
export function MemoryLine({
  memory,
  onSettle,
  onRemove,
}: {
  memory: ImportedMemoryView
  onSettle: () => void
  onRemove: () => void
}) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const { id, name, at, by, pairs, penalty, priority, readOnly } = memory
  const which = <span className="hidden">{name}</span>
  return (
    <li>
      <div>
        <h2>{name}</h2>
        <p>
          {t('memories.pairs', { count: pairs, pairs: pairs.toLocaleString(i18n.language) })}{' '}
          <span className="soft">
            <When at={at} /> {t('memories.by', { name: by })}
          </span>
        </p>
      </div>
      <ul className="worth">
        <li>{penalty === 0 ? t('memories.noPenalty') : t('memories.penaltyOf', { penalty })}</li>
        <li>
          {t(priority === 0 ? 'memories.equal' : priority > 0 ? 'memories.before' : 'memories.after', { priority })}
        </li>
        <li>{t(readOnly ? 'memories.readOnly' : 'memories.writable')}</li>
      </ul>
      <div className="row-of-buttons">
        {mayDo(me, 'manage-memory') && (
          <button type="button" className="button" onClick={onSettle}>
            {t('memories.settle')} {which}
          </button>
        )}
        <DownloadLink className="button" href={addressOf('exportMemory', { memory: id })}>
          {t('memories.export')} {which}
        </DownloadLink>
        {mayDo(me, 'manage-memory') && (
          <button type="button" className="button" onClick={onRemove}>
            {t('memories.remove')} {which}
          </button>
        )}
      </div>
    </li>
  )
}
