import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { Icon } from '../../components/icon.tsx'

/** That the score of the assessment is below the mark, where the office wants whoever signs to know it. */
export function BelowMark({ sheet: { quality }, document }: { sheet: SignOffSheet; document: string }) {
  const { t } = useTranslation()
  if (quality === null) return null
  return (
    <div className="group">
      <h3>
        <Icon name="warning" /> {t('quality.below', { score: quality.score, mark: quality.passMark })}
      </h3>
      <p className="soft">
        {t('quality.belowWarn')} <Link href={`/d/${document}/quality`}>{t('quality.toPage')}</Link>
      </p>
    </div>
  )
}
