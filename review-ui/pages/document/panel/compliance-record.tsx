import { useTranslation } from 'react-i18next'
import type { Draft } from '../../../../src/model/draft.ts'
import { preferredRendering } from '../../../../src/model/term.ts'
import { Icon } from '../../../components/icon.tsx'
import { useEngineWords } from '../../engines/use-engine-words.ts'
import { dollarsOf } from '../drafting/money.ts'
import { useRoomView } from '../room/room-context.tsx'

/** What the draft of a sentence was asked to hold, what it held, and every answer on the way. */
export function ComplianceRecord({ draft }: { draft: Draft | undefined }) {
  const { t, i18n } = useTranslation()
  const { terms } = useRoomView()
  const engineWords = useEngineWords()
  if (draft === undefined) return null
  const { asked, met, figures, attempts = [] } = draft.compliance
  if (asked.length === 0 && attempts.length === 0 && !figures?.asked) return null
  const nameOf = (id: string) => {
    const term = terms.find((one) => one.id === id)
    return term === undefined ? t('compliance.gone') : `${term.source[0]} ${preferredRendering(term)}`
  }
  const priced = attempts.filter(({ microdollars }) => microdollars !== undefined)
  const cost = priced.reduce((sum, { microdollars }) => sum + (microdollars ?? 0), 0)
  return (
    <section className="compliance" aria-label={t('compliance.title')}>
      <h3>{t('compliance.title')}</h3>
      <ul>
        {asked.map((id) => (
          <li key={id}>
            <Icon name={met.includes(id) ? 'met' : 'warning'} />
            <span>
              {nameOf(id)}{' '}
              <small className="soft">{t(met.includes(id) ? 'compliance.met' : 'compliance.missed')}</small>
            </span>
          </li>
        ))}
        {figures !== undefined && figures.asked > 0 && (
          <li>
            <Icon name={figures.met === figures.asked ? 'met' : 'warning'} />
            <span>{t('compliance.figures', { met: figures.met, count: figures.asked })}</span>
          </li>
        )}
      </ul>
      {attempts.length > 0 && (
        <>
          <p>
            {t('compliance.answers', { count: attempts.length })}
            {priced.length > 0 && ` · ${dollarsOf(cost, i18n.language)}`}
          </p>
          <ol>
            {attempts.map(({ engine, means, repair, defects }, index) => {
              const key = index
              return (
                <li key={key}>
                  <span>
                    {engineWords(engine)}, {t(`compliance.means.${means}`)}
                    {repair && ` · ${t('compliance.repair')}`} ·{' '}
                    {defects === undefined ? t('compliance.noAnswer') : t('compliance.defects', { count: defects })}
                  </span>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </section>
  )
}
