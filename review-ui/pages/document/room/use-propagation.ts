import { useTranslation } from 'react-i18next'
import { useStore } from '../../../interaction/store.ts'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { useRoom } from './room-context.tsx'

/** The taking back of what confirming a segment put in other places; null while there is nothing to take back. */
export function usePropagation() {
  const { t } = useTranslation()
  const room = useRoom()
  const last = useStore(room.propagated)
  const sending = useSending()
  const takeBack = async () => {
    const count = last?.segments.length ?? 0
    if (await sending.step(room.takeBack())) announce(t('repetition.takenBack', { count }))
  }
  return { sending, takeBack: last === null ? null : () => void takeBack() }
}
