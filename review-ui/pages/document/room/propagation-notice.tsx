import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { isUntouched } from '../../../../src/review/repetitions.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Key } from '../../../components/key.tsx'
import { useStore } from '../../../interaction/store.ts'
import type { Sending } from '../../../interaction/use-sending.ts'
import { useBindings } from '../../../keys/bindings.ts'
import { menuLetters } from '../../../keys/keys.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { useRoom } from './room-context.tsx'

/** What confirming a segment put in other places, and the one key that takes all of it back. */
export function PropagationNotice({
  reading,
  sending,
  onTakeBack,
  onGo,
}: {
  reading: Reading
  sending: Sending
  onTakeBack: () => void
  onGo: (segment: string) => void
}) {
  const { t } = useTranslation()
  const { propagated, forgetPropagation } = useRoom()
  const last = useStore(propagated)
  const { menu } = useBindings()
  if (last === null) return null
  const { from, segments } = last
  const rowsOf = (ids: readonly string[]) => ids.flatMap((id) => reading.byId.get(id) ?? [])
  const filled = rowsOf(segments)
  const english = plain(reading.byId.get(from)?.segment.target ?? [])
  const others = rowsOf(reading.repetitions.others(from)).filter(({ id }) => !segments.includes(id))
  const differing = others.filter(({ segment }) => !isUntouched(segment) && plain(segment.target) !== english)
  return (
    <div className="propagation notice" role="status">
      <Icon name="repeated" />
      <div>
        <p>
          <b>{t('repetition.confirmed', { count: filled.length })}</b>{' '}
          <Numbered words="repetition.where" rows={filled} />
        </p>
        {differing.length > 0 && (
          <p>
            <Icon name="warning" /> <Numbered words="repetition.differs" rows={differing} />
          </p>
        )}
        <FailureNotice failure={sending.failure} />
        <p className="more">
          <button type="button" className="text-button" disabled={sending.busy} onClick={onTakeBack}>
            {t('repetition.takeBack', { count: filled.length })}
            <Key chord={menu} then={menuLetters.takeBack} />
          </button>
          {differing[0] && (
            <button type="button" className="text-button" onClick={() => differing[0] && onGo(differing[0].id)}>
              {t('document.goTo', { number: differing[0].number })}
            </button>
          )}
        </p>
      </div>
      <button type="button" className="icon-button" aria-label={t('common.close')} onClick={forgetPropagation}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** How many numbers of segments a sentence names at most. */
const mostNamed = 12

function Numbered({ words, rows }: { words: 'repetition.where' | 'repetition.differs'; rows: readonly Row[] }) {
  const { t } = useTranslation()
  const named = rows.slice(0, mostNamed).map(({ number }) => t('document.segmentInWords', { number }))
  const numbers = `${named.join(t('common.listComma'))}${rows.length > mostNamed ? ' …' : ''}`
  const text = t(words, { count: rows.length, numbers })
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
