import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../../src/model/permissions.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import type { Reading } from '../logic/reading.ts'
import { isConfirmable } from '../logic/tallies.ts'
import { useRoom } from '../room/room-context.tsx'

/** The drafts that the memory has between the same neighbours, which one press confirms as they are. */
export function InContext({ reading, onConfirmed }: { reading: Reading; onConfirmed: () => void }) {
  const { t } = useTranslation()
  const room = useRoom()
  const sending = useSending()
  const count = reading.tallies.inContext
  if (!mayDo(room.me, 'translate') || count === 0) return null
  const confirm = async () => {
    const rows = reading.rows.filter(isConfirmable)
    const done = await sending.step(room.confirmInContext(rows.map(({ id }) => id)))
    if (!done) return
    announce(t('inContext.confirmed', { count: rows.length }))
    onConfirmed()
  }
  return (
    <div className="drafting">
      <div>
        <p>
          <Icon name="met" /> {t('inContext.found', { count })}
        </p>
        <FailureNotice failure={sending.failure} />
      </div>
      <button type="button" className="button" disabled={sending.busy} onClick={() => void confirm()}>
        {t('inContext.confirm', { count })}
      </button>
    </div>
  )
}
