import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../src/model/finding.ts'
import { When } from '../../../components/instant.tsx'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { FindingList } from './finding-list.tsx'
import { RepetitionLine } from './repetition-line.tsx'
import { ReturnedReason } from './returned-reason.tsx'
import { SourceText } from './source-text.tsx'
import type { RowState } from './use-row-state.ts'

/** How many findings stand under the Chinese, the gravest first: with all of them the next row would be out of sight. */
export const mostInRow = 2

/** The Chinese of the active row, with what was said against its English. */
export function ActiveSource({
  row,
  reading,
  state: { open, marks, returned, permitted, writes },
  onFix,
  onWaive,
  onWithdraw,
  onMore,
}: {
  row: Row
  reading: Reading
  state: RowState
  onFix: (finding: Finding) => void
  onWaive: (finding: Finding) => void
  onWithdraw: (finding: Finding) => void
  /** Shows all findings in the panel. */
  onMore: () => void
}) {
  const { t } = useTranslation()
  const { segment } = row
  const { me } = useRoom()
  const { names } = useRoomView()
  return (
    <div className="left">
      <SourceText source={segment.source} marks={marks} findings={open} active />
      <RepetitionLine row={row} reading={reading} />
      {returned && (
        <ReturnedReason
          urgent={segment.state === 'initial'}
          by={
            returned.by === me.id
              ? t('document.returnedByYou')
              : t('document.returnedBy', { name: names.get(returned.by) ?? returned.by })
          }
          at={<When at={returned.at} />}
          reason={returned.reason}
        />
      )}
      {open.length > 0 && (
        <FindingList
          findings={open.slice(0, mostInRow).map((finding) => ({ finding }))}
          {...(permitted.edit === null && { onFix })}
          {...(writes && { marks })}
          onWaive={onWaive}
          onWithdraw={onWithdraw}
          waiving={permitted.waive}
        />
      )}
      {open.length > mostInRow && (
        <button type="button" className="text-button" onClick={onMore}>
          {t('finding.more', { count: open.length - mostInRow })}
        </button>
      )}
    </div>
  )
}
