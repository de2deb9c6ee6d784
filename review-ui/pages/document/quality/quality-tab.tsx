import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Issue } from '../../../../src/model/quality.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { isOfText } from '../../../../src/review/fold-segment.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { When } from '../../../components/instant.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { ReasonDialog } from '../dialogs/dialogs.tsx'
import type { ChosenSide } from '../logic/chosen-words.ts'
import { refusalToAssess } from '../room/permitted-steps.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { IssueForm } from './issue-form.tsx'
import { IssueLine } from './issue-line.tsx'

/** What is wrong with a segment, by those who assess it; and that it is assessed. */
export function QualityTab({
  ref,
  segment,
  on,
  onOn,
  onAssessed,
}: {
  /** Its first field. */
  ref: RefObject<HTMLSelectElement | null>
  segment: SegmentState
  /** The words that the next issue is on; null for the whole sentence. */
  on: ChosenSide | null
  onOn: (on: ChosenSide | null) => void
  onAssessed: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const view = useRoomView()
  const sending = useSending()
  const [lifting, setLifting] = useState<Issue | null>(null)
  const refusal = refusalToAssess(view, segment, room.me)
  const { issues = [] } = segment
  const present = issues.filter((issue) => isOfText(issue, segment))
  const earlier = issues.filter((issue) => !isOfText(issue, segment))
  const remove = async (issue: Issue) => {
    if (issue.by !== room.me.id) return setLifting(issue)
    if (await sending.step(room.removeIssue(segment.id, issue.id))) announce(t('quality.removed'))
  }
  const list = (some: readonly Issue[]) => (
    <ol className="story issues">
      {some.map((issue) => (
        <IssueLine key={issue.id} issue={issue} segment={segment} onRemove={() => void remove(issue)} />
      ))}
    </ol>
  )
  return (
    <>
      <AssessedLine segment={segment} busy={sending.busy} onWithdraw={() => room.withdrawAssessment(segment.id)} />
      {list(present)}
      {earlier.length > 0 && (
        <details className="earlier-issues">
          <summary>{t('quality.earlier', { count: earlier.length })}</summary>
          {list(earlier)}
        </details>
      )}
      <FailureNotice failure={sending.failure} />
      {refusal === null ? (
        <IssueForm
          ref={ref}
          segment={segment.id}
          on={on}
          onOn={onOn}
          busy={sending.busy}
          onAssess={() => void sending.step(room.assess(segment.id)).then((done) => done && onAssessed())}
        />
      ) : (
        <p className="soft empty">{words.refusal(refusal)}</p>
      )}
      {lifting && (
        <ReasonDialog
          title={t('quality.removeTitle')}
          about={lifting.text ?? t(`quality.category.${lifting.category}`)}
          submit={t('quality.removeSubmit')}
          send={(reason) => room.removeIssue(segment.id, lifting.id, reason)}
          onClose={() => setLifting(null)}
        />
      )}
    </>
  )
}

/** Who assessed the segment as it stands, and whether it is in the sample. */
function AssessedLine({
  segment,
  busy,
  onWithdraw,
}: {
  segment: SegmentState
  busy: boolean
  onWithdraw: () => ReturnType<ReturnType<typeof useRoom>['withdrawAssessment']>
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { names, state } = useRoomView()
  const { step } = useSending()
  const last = segment.assessments?.findLast((one) => isOfText(one, segment))
  const mine = segment.assessments?.findLast(({ by }) => by === me.id)
  const isDrawn = state.samples?.at(-1)?.segments.includes(segment.id)
  return (
    <p className="assessed-line">
      {last ? (
        <span>
          <Icon name="reviewed" /> {t('quality.assessedBy', { name: names.get(last.by) ?? last.by })}{' '}
          <When at={last.at} />
          {last.own && <span className="soft"> · {t('quality.own')}</span>}
        </span>
      ) : (
        <span className="soft">{t('quality.notAssessed')}</span>
      )}
      {isDrawn && <span className="soft"> · {t('quality.inSample')}</span>}
      {mine && mine === last && (
        <button
          type="button"
          className="text-button"
          disabled={busy}
          onClick={() => void step(onWithdraw()).then((done) => done && announce(t('quality.withdrawn')))}
        >
          {t('quality.withdraw')}
        </button>
      )}
    </p>
  )
}
