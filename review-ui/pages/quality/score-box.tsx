import { useTranslation } from 'react-i18next'
import type { Quality, QualitySettings } from '../../../src/model/quality.ts'
import { shownScore } from '../../../src/review/quality.ts'
import { Icon } from '../../components/icon.tsx'

/** The score, of how much it is, what the mark makes of it, and how it comes about. */
export function ScoreBox({ quality, settings }: { quality: Quality; settings: QualitySettings }) {
  const { t, i18n } = useTranslation()
  const { score, perThousand, assessed, sentences, words, characters, uncounted, passed } = quality
  const { measure, passMark, gate, weights } = settings
  const number = (value: number) => value.toLocaleString(i18n.language, { maximumFractionDigits: 1 })
  const ofWords = measure === 'words'
  return (
    <section className="score-box" aria-labelledby="quality-score">
      <h2 id="quality-score">{t('quality.score')}</h2>
      {score === null || perThousand === null ? (
        <p className="score none">{t('quality.noScore')}</p>
      ) : (
        <p className="score">
          <b>{number(shownScore(score))}</b> <span className="soft">{t('quality.of100')}</span>
        </p>
      )}
      <ul>
        <li>{t('quality.assessedOf', { count: sentences, done: assessed })}</li>
        {perThousand !== null && (
          <>
            <li>
              {ofWords ? t('quality.sizeWords', { count: words }) : t('quality.sizeCharacters', { count: characters })}
            </li>
            <li>
              {t(ofWords ? 'quality.perThousandWords' : 'quality.perThousandCharacters', {
                points: number(perThousand),
              })}
            </li>
          </>
        )}
      </ul>
      {passMark === null ? (
        <p className="soft">{t('quality.noMark')}</p>
      ) : (
        <>
          {passed !== null && (
            <p className={passed ? 'green' : 'red'}>
              <Icon name={passed ? 'reviewed' : 'error'} />{' '}
              <b>{t(passed ? 'quality.passed' : 'quality.failed', { mark: number(passMark) })}</b>
            </p>
          )}
          <p className="soft">{t(`quality.gate.${gate}`)}</p>
        </>
      )}
      {uncounted > 0 && <p className="ochre">{t('quality.uncounted', { count: uncounted })}</p>}
      <p className="soft formula">{t('quality.formula', weights)}</p>
    </section>
  )
}
