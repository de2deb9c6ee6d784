import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { Places, SegmentLink } from './place.tsx'

/** What stands between the document and a signature, each a link to where it is settled. */
export function OpenPoints({
  sheet: { open, comments },
  figures,
}: {
  sheet: SignOffSheet
  /** Where figures are confirmed. */
  figures: string
}) {
  const { t } = useTranslation()
  const words = useWords()
  const place = useContext(Places)
  const grouped = (reason: SignOffSheet['open'][number]['reason']) => open.filter((point) => point.reason === reason)
  const [blocking, errors] = [grouped('comment-blocking'), grouped('error')]
  if (open.length === 0) return null
  return (
    <div className="group" id="open">
      {blocking.length > 0 && (
        <>
          <h3 className="red">
            <Icon name="comment" /> {t('signOff.reason.comment-blocking', { count: blocking.length })}
          </h3>
          <ul className="opens">
            {blocking.map(({ segment, comment }) => {
              const found = comments.find(({ id }) => id === comment)
              return (
                <li key={comment}>
                  <Link className="go" href={place(segment).href}>
                    <span>
                      {found?.text}
                      <small>{found?.name}</small>
                    </span>
                    <span className="to">{t('document.segment', { number: place(segment).number })}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </>
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
      {(['returned', 'untranslated', 'unreviewed', 'revision-due', 'figure-unconfirmed'] as const).map((reason) => {
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
                    {...(reason === 'figure-unconfirmed' && { href: `${figures}#${segment}` })}
                  />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
