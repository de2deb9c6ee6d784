import { useTranslation } from 'react-i18next'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import type { Row } from '../logic/row.ts'
import { permittedSteps } from '../room/permitted-steps.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { FindingList } from '../row/finding-list.tsx'

/** Everything the checks say of the segment, also what was let stand, by whom and why. */
export function FindingsTab({
  row,
  findings,
  onFix,
  onWaive,
  onWithdraw,
}: {
  row: Row
  findings: readonly Finding[]
  onFix: (finding: Finding) => void
  onWaive: (finding: Finding) => void
  onWithdraw: (finding: Finding) => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const view = useRoomView()
  const { edit, waive } = permittedSteps(view, row.segment, row.all, me, undefined)
  if (findings.length === 0) return <p className="soft empty">{t('finding.none')}</p>
  return (
    <FindingList
      findings={findings.map((finding) => ({
        finding,
        waiver: waiverOf(row.segment, findingKey(finding), view.singlePerson),
      }))}
      {...(edit === null && { onFix })}
      onWaive={onWaive}
      onWithdraw={onWithdraw}
      waiving={waive}
    />
  )
}
