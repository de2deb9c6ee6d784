import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../../src/model/refusal.ts'
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
    if (permitted.revise?.code === 'own-revision' && row.open) return words.refusal(permitted.revise)
    if (permitted.edit !== null && isGivenToOthers(permitted.edit)) return words.refusal(permitted.edit)
    if (segment.state === 'final') return t(signOffStatusOf(view) === 'signed' ? 'advice.signed' : 'advice.wasSigned')
    if (permitted.step === 'next' && segment.state === 'translated' && permitted.revise?.code === 'own-segment') {
      return words.refusal(permitted.revise)
    }
    if (row.look === 'empty' && segment.undrafted) return t(`undrafted.${segment.undrafted}`)
    if (writes && segment.state !== 'initial') return t('advice.unconfirms')
    if (writes && errors > 0) return t('advice.errorsStay')
    if (permitted.edit !== null) return t('advice.readOnly')
    if (segment.state === 'translated' && permitted.revise !== null && isGivenToOthers(permitted.revise)) {
      return words.refusal(permitted.revise)
    }
    return ''
  })()
  return line === '' ? null : <p className="advice">{line}</p>
}

/** Whether something is refused since the office leaves it to those to whom it is given. */
function isGivenToOthers({ code }: Refusal): boolean {
  return code === 'work-of-others' || code === 'work-of-nobody'
}
