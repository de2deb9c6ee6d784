import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Key } from '../../components/key.tsx'
import { candidateKeys } from './candidate-keys.ts'
import { countsOf, type Triage } from './logic/triage.ts'

/** How far one has come, and the last thing one did, with the way back from it where there is one. */
export function Progress({ triage, onTakeBack }: { triage: Triage; onTakeBack: (() => void) | null }) {
  const { t } = useTranslation()
  const last = triage.decisions.at(-1)
  return (
    <div className="progress">
      <p className="counts">{t('candidates.progress', { ...countsOf(triage) })}</p>
      {last !== undefined && (
        <p>
          <span className="soft">{t(`candidates.last.${last.type}`)} </span>
          {last.type === 'accepted' ? (
            <Link href={`/glossary/${last.term.id}`} className="zh" lang="zh-CN">
              {last.candidate.form}
            </Link>
          ) : (
            <span className="zh" lang="zh-CN">
              {last.candidate.form}
            </span>
          )}
        </p>
      )}
      {onTakeBack !== null && (
        <button type="button" className="text-button" onClick={onTakeBack}>
          {t(`candidates.takeBack.${last?.type ?? 'dismissed'}`)} <Key chord={candidateKeys.back} />
        </button>
      )}
    </div>
  )
}
