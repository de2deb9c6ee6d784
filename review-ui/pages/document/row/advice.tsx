import { useTranslation } from 'react-i18next'
import { useWords } from '../../../components/coded-words.tsx'
import type { Standing } from '../room/permitted-steps.ts'
import { type Row, useRoomView } from '../room/room-context.tsx'

/** One line on what the step means or why it is not there, before anybody tries. */
export function Advice({
  row,
  standing,
  writes,
  editing,
}: {
  row: Row
  standing: Standing
  writes: boolean
  editing: boolean
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { signOff, touchedSinceSignOff } = useRoomView().state
  const { segment, errors } = row
  const line = (() => {
    if (standing.step === 'revise' && standing.revise !== null) return words.refusal(standing.revise)
    if (standing.step === 'revise') return editing ? t('advice.becomesAuthor') : ''
    if (segment.state === 'final' && signOff && !touchedSinceSignOff) return t('advice.signed')
    if (standing.step === 'next' && segment.state === 'translated' && standing.revise?.code === 'own-segment') {
      return words.refusal(standing.revise)
    }
    if (writes && segment.state !== 'initial') return t('advice.unconfirms')
    if (writes && errors > 0) return t('advice.errorsStay')
    if (standing.edit !== null) return t('advice.readOnly')
    return ''
  })()
  return line === '' ? null : <p className="advice">{line}</p>
}
