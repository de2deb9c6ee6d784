import { useTranslation } from 'react-i18next'
import { useWords } from '../../../components/coded-words.tsx'
import type { Row } from '../logic/row.ts'
import type { PermittedSteps } from '../room/permitted-steps.ts'
import { useRoomView } from '../room/room-context.tsx'
import { signOffStatusOf } from '../room/room-view.ts'

/** One line on what the step means or why it is not there, before anybody tries. */
export function Advice({
  row,
  permitted,
  writes,
  editing,
}: {
  row: Row
  permitted: PermittedSteps
  writes: boolean
  editing: boolean
}) {
  const { t } = useTranslation()
  const words = useWords()
  const view = useRoomView()
  const { names } = view
  const { segment, errors } = row
  const line = (() => {
    if (permitted.step === 'revise' && permitted.revise !== null) return words.refusal(permitted.revise)
    if (permitted.step === 'revise') return editing ? t('advice.becomesAuthor') : ''
    if (permitted.step === 'accept') {
      const by = segment.translated?.by ?? ''
      return t('advice.accept', { name: names.get(by) ?? by })
    }
    if (segment.state === 'final') return t(signOffStatusOf(view) === 'signed' ? 'advice.signed' : 'advice.wasSigned')
    if (permitted.step === 'next' && segment.state === 'translated' && permitted.revise?.code === 'own-segment') {
      return words.refusal(permitted.revise)
    }
    if (row.look === 'empty' && segment.undrafted) return t(`undrafted.${segment.undrafted}`)
    if (writes && segment.state !== 'initial') return t('advice.unconfirms')
    if (writes && errors > 0) return t('advice.errorsStay')
    if (permitted.edit !== null) return t('advice.readOnly')
    return ''
  })()
  return line === '' ? null : <p className="advice">{line}</p>
}
