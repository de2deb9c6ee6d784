import { useTranslation } from 'react-i18next'
import { Key } from '../../components/key.tsx'
import { useBindings } from '../../keys/bindings.ts'
import { useMe } from '../../shell/session.tsx'
import { choosing, placesOf, type Tally } from './logic/choices.ts'
import type { Replacing } from './use-replacing.ts'

/** What is chosen and what comes of it; one button that names its count. */
export function ActBar({
  tally: { places, chosen, sentences, reviews, unsigned },
  isCurrent,
  disabled,
  busy,
  replacing,
  onReplace,
}: {
  tally: Tally
  /** Whether the places are those of what the form says. */
  isCurrent: boolean
  disabled: boolean
  busy: boolean
  replacing: Replacing
  onReplace: () => void
}) {
  const { t } = useTranslation()
  const { name } = useMe()
  const { confirm } = useBindings()
  const leaveReviewed = () => {
    const reviewed = (replacing.looked?.rows ?? []).filter(({ segment }) => segment.falls?.what === 'reviewed')
    replacing.setChosen(choosing(replacing.chosen, reviewed.flatMap(placesOf), false))
  }
  return (
    <div className="act">
      <p className="says" id="replacing-says">
        {isCurrent ? (
          <>
            <b>{t('replacing.chosen', { chosen, count: places })}</b>{' '}
            {t('replacing.inSentences', { sentences: t('replacing.sentences', { count: sentences }) })}{' '}
            {reviews > 0 && t('replacing.reviewsFall', { count: reviews })}{' '}
            {unsigned > 0 && <b className="red">{t('replacing.unsigns', { count: unsigned })}</b>}{' '}
            <span className="soft">{t('replacing.asEdits', { name })}</span>
          </>
        ) : (
          t('replacing.lookAgain')
        )}
      </p>
      {isCurrent && reviews > 0 && (
        <button type="button" className="text-button" onClick={leaveReviewed}>
          {t('replacing.leaveReviewed')}
        </button>
      )}
      <button
        type="button"
        className="button primary"
        disabled={disabled}
        aria-describedby="replacing-says"
        onClick={onReplace}
      >
        {busy ? t('replacing.replacing') : t('replacing.replace', { count: chosen })} <Key chord={confirm} />
      </button>
    </div>
  )
}
