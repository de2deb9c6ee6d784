import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { plain } from '../../../../src/model/inline.ts'
import { Icon } from '../../../components/icon.tsx'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { useRoomView } from '../room/room-context.tsx'

/** How many places are named at most. */
const mostNamed = 12

/** Where else the same Chinese stands, each place with a link; said of those that have other English or none. */
export function RepetitionLine({ row, reading }: { row: Row; reading: Reading }) {
  const { t } = useTranslation()
  const { document } = useRoomView().state
  const others = reading.repetitions.others(row.id).flatMap((id) => reading.byId.get(id) ?? [])
  if (others.length === 0) return null
  const own = plain(row.segment.target)
  return (
    <p className="repetitions">
      <Icon name="repeated" />
      <span>
        {t('repetition.same', { count: others.length })}{' '}
        {others.slice(0, mostNamed).map(({ id, number, segment }, index) => {
          const english = plain(segment.target)
          return (
            <span key={id}>
              {index > 0 && t('common.listComma')}
              <Link href={`/d/${document.id}/${id}`} replace aria-label={t('document.segment', { number })}>
                {number}
              </Link>
              {english === '' && <small className="soft"> {t('repetition.none')}</small>}
              {english !== '' && own !== '' && english !== own && (
                <small className="ochre"> {t('repetition.other')}</small>
              )}
            </span>
          )
        })}
        {others.length > mostNamed && ' …'}
      </span>
    </p>
  )
}
