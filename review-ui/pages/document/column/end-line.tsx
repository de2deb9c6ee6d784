import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import { menuLetters } from '../../../keys/keys.ts'
import type { Reading } from '../logic/reading.ts'
import { useRoomView } from '../room/room-context.tsx'

/** Where the rows that show have come to their end: says so, and what there is to do next. */
export function EndLine({
  reading,
  active,
  onNextOpen,
}: {
  reading: Reading
  active: string | null
  onNextOpen: () => void
}) {
  const { t } = useTranslation()
  const document = useRoomView().state.document.id
  const { menu, nextOpen } = useBindings()
  const left = reading.rows.filter((one) => one.id !== active && (one.todo || one.errors > 0)).length
  return (
    <div className="end-line" role="status">
      <p>{left > 0 ? t('said.end', { count: left }) : t('said.nothingOpen')}</p>
      {left > 0 ? (
        <button type="button" className="button" onClick={onNextOpen}>
          {t('command.nextOpen')} <Key chord={nextOpen} />
        </button>
      ) : (
        <Link href={`/d/${document}/sign-off`} className="button">
          {t('command.signOff')} <Key chord={menu} then={menuLetters.signOff} />
        </Link>
      )}
    </div>
  )
}
