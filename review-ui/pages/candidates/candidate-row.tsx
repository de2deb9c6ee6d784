import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CandidateView } from '../../../src/contract/views/candidates.ts'
import { Icon } from '../../components/icon.tsx'

/** A candidate that one is not at: what it is and what English is proposed for it. */
export const CandidateRow = memo(function CandidateRow({
  candidate,
  english,
  onOpen,
}: {
  candidate: CandidateView
  english: string
  onOpen: (form: string) => void
}) {
  const { t } = useTranslation()
  const { form } = candidate
  return (
    <li>
      <div className="entry">
        <div className="chinese">
          {/* Arrow keys lead here; Tab leads on. */}
          <button type="button" className="name zh" lang="zh-CN" tabIndex={-1} onClick={() => onOpen(form)}>
            {form}
          </button>
        </div>
        <div className="english">
          {english === '' ? (
            <p className="soft">{t('candidates.noEnglish')}</p>
          ) : (
            <p className="preferred en" lang="en">
              {english}
            </p>
          )}
        </div>
        <Facts candidate={candidate} />
      </div>
    </li>
  )
})

export function Facts({ candidate, children }: { candidate: CandidateView; children?: ReactNode }) {
  const { t } = useTranslation()
  const { frequency, retired } = candidate
  return (
    <div className="facts">
      <p className="soft">{t('candidates.times', { count: frequency })}</p>
      {retired && (
        <p>
          <Icon name="waived" /> {t('candidates.retired')}
        </p>
      )}
      {children}
    </div>
  )
}
