import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import { Tabs } from '../../../components/tabs.tsx'
import type { FocusList } from '../../../interaction/focus.ts'
import type { ChosenSide } from '../logic/chosen-words.ts'
import { distinctMarks } from '../logic/numbering.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { QualityTab } from '../quality/quality-tab.tsx'
import { Questions } from '../questions/questions.tsx'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { type TypedCell, useTyped } from '../room/typed-findings.ts'
import type { ActiveRowHandle } from '../row/active-row.tsx'
import { CommentsTab } from './comments-tab.tsx'
import { ComplianceRecord } from './compliance-record.tsx'
import { FindingsTab } from './findings-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { MatchesTab, useMatches } from './matches-tab.tsx'
import { TermsTab } from './terms-tab.tsx'

export type PanelTab = 'terms' | 'matches' | 'findings' | 'history' | 'comments' | 'quality'

/** What of the panel takes the focus when the page asks for it. */
export interface PanelFocus {
  readonly tabs: FocusList<PanelTab>
  readonly comment: RefObject<HTMLTextAreaElement | null>
  readonly issue: RefObject<HTMLSelectElement | null>
}

/** What helps with the active segment, and what became of it. The findings that stand are under its Chinese too. */
export function Panel({
  row,
  reading,
  typed,
  titled,
  focus,
  tab,
  onTab,
  on,
  onOn,
  activeRow,
  onAssessed,
}: {
  row: Row
  reading: Reading
  /** What stands in the editor. */
  typed: TypedCell
  /** Whether it names the segment. */
  titled: boolean
  focus: PanelFocus
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  /** The words that the next comment or issue is on. */
  on: ChosenSide | null
  onOn: (on: ChosenSide | null) => void
  /** The row whose English the panel changes. */
  activeRow: RefObject<ActiveRowHandle | null>
  /** Goes on after the segment was assessed. */
  onAssessed: (segment: string) => void
}) {
  const { t } = useTranslation()
  const onInsert = (english: string) => activeRow.current?.insert(english)
  const onReplace = (english: string) => activeRow.current?.replaceAll(english)
  const now = useTyped(typed)
  const findings = now?.findings ?? row.findings
  const target = now?.target ?? plain(row.segment.target)
  const marks = distinctMarks(reading.checker.marksOf(row.segment.source))
  const { singlePerson } = useRoomView()
  const { me } = useRoom()
  const isWaived = (finding: Finding) => waiverOf(row.segment, findingKey(finding), singlePerson) !== undefined
  const matches = useMatches(row.segment)
  const [wide, setWide] = useState(false)
  const issues = row.segment.issues?.length ?? 0
  const open = row.segment.comments.filter(({ resolved }) => !resolved).length
  return (
    <>
      {titled && (
        <h2>
          {t('document.segment', { number: row.number })}
          <span className="soft">
            {' · '}
            {findings.length === 0 ? t(`look.${row.look}`) : t('document.findings', { count: findings.length })}
          </span>
        </h2>
      )}
      <Tabs
        buttons={focus.tabs}
        label={t('panel.label')}
        selected={tab}
        onSelect={onTab}
        tabs={[
          { name: 'terms', label: t('panel.terms'), count: marks.length },
          { name: 'matches', label: t('panel.matches'), ...(matches && { count: matches.matches.length }) },
          { name: 'findings', label: t('panel.findings'), count: findings.length },
          { name: 'history', label: t('panel.history') },
          { name: 'comments', label: t('panel.comments'), count: open },
          ...(mayDo(me, 'assess') || issues > 0
            ? [{ name: 'quality' as const, label: t('quality.tab'), count: issues }]
            : []),
        ]}
      >
        {tab === 'terms' && (
          <>
            <TermsTab
              marks={marks}
              covered={reading.checker.coveredIn(row.segment.source)}
              findings={findings}
              isWaived={isWaived}
              target={target}
              onInsert={onInsert}
              onAdd={() => activeRow.current?.addTerm()}
            />
            <ComplianceRecord draft={row.segment.draft} />
          </>
        )}
        {tab === 'matches' && (
          <MatchesTab segment={row.segment} matches={matches} wide={wide} onWide={setWide} onReplace={onReplace} />
        )}
        {tab === 'findings' && (
          <>
            <FindingsTab
              row={row}
              findings={findings}
              onFix={(finding) => activeRow.current?.fix(finding)}
              onWaive={(finding) => activeRow.current?.waive(finding)}
              onWithdraw={(finding) => activeRow.current?.withdraw(finding)}
            />
            <Questions row={row} reading={reading} />
          </>
        )}
        {tab === 'history' && <HistoryTab segment={row.segment} onReplace={onReplace} />}
        {tab === 'comments' && (
          <CommentsTab key={row.id} ref={focus.comment} segment={row.segment} on={on} onOn={onOn} />
        )}
        {tab === 'quality' && (
          <QualityTab
            key={row.id}
            ref={focus.issue}
            segment={row.segment}
            on={on}
            onOn={onOn}
            onAssessed={() => onAssessed(row.id)}
          />
        )}
      </Tabs>
    </>
  )
}
