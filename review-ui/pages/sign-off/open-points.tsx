import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { SegmentLink } from './place.tsx'

/** What stands between the document and a signature, each a link to where it is settled. */
export function OpenPoints({
  open,
  sheet,
}: {
  open: SignOffSheet['open']
  /** Where figures are confirmed. */
  sheet: string
}) {
  const { t } = useTranslation()
  const words = useWords()
  const grouped = (reason: SignOffSheet['open'][number]['reason']) => open.filter((point) => point.reason === reason)
  const errors = grouped('error')
  return (
    <section aria-labelledby="open">
      <h2 id="open">{t('signOff.open', { count: open.length })}</h2>
      {open.length === 0 && (
        <p>
          <Icon name="met" /> {t('signOff.nothingOpen')}
        </p>
      )}
      {errors.length > 0 && (
        <>
          <h3 className="red">
            <Icon name="error" /> {t('signOff.reason.error', { count: errors.length })}
          </h3>
          <ul className="errors">
            {errors.map(({ segment, code = '', params }) => (
              <li key={`${segment} ${code} ${JSON.stringify(params)}`}>
                <SegmentLink segment={segment} />
                <span>{words.finding({ code, params })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {(['comment-blocking', 'returned', 'untranslated', 'unreviewed', 'figure-unconfirmed'] as const).map((reason) => {
        const points = grouped(reason)
        if (points.length === 0) return null
        return (
          <div key={reason}>
            <h3>{t(`signOff.reason.${reason}`, { count: points.length })}</h3>
            <ul className="numbers">
              {points.map(({ segment }) => (
                <li key={segment}>
                  <SegmentLink
                    segment={segment}
                    {...(reason === 'figure-unconfirmed' && { href: `${sheet}#${segment}` })}
                  />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
