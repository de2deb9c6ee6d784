import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import { waiverOf } from '../../../../src/review/waivers.ts'
import { Tabs } from '../../../components/tabs.tsx'
import { distinctMarks } from '../logic/numbering.ts'
import { type Reading, type Row, useRoomView } from '../room/room-context.tsx'
import { type TypedCell, useTyped } from '../room/typed-findings.ts'
import { CommentsTab } from './comments-tab.tsx'
import { FindingsTab } from './findings-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { MatchesTab, useMatches } from './matches-tab.tsx'
import { TermsTab } from './terms-tab.tsx'

export type PanelTab = 'terms' | 'matches' | 'findings' | 'history' | 'comments'

/** What helps with the active segment, and what became of it. The findings that stand are under its Chinese too. */
export function Panel({
  row,
  reading,
  typed,
  titled,
  tab,
  onTab,
  onInsert,
  onReplace,
  onFix,
  onWaive,
  onWithdraw,
}: {
  row: Row
  reading: Reading
  /** What stands in the editor. */
  typed: TypedCell
  /** Whether it names the segment. */
  titled: boolean
  tab: PanelTab
  onTab: (tab: PanelTab) => void
  onInsert: (english: string) => void
  onReplace: (english: string) => void
  onFix: (finding: Finding) => void
  onWaive: (finding: Finding) => void
  onWithdraw: (finding: Finding) => void
}) {
  const { t } = useTranslation()
  const now = useTyped(typed)
  const findings = now?.findings ?? row.findings
  const target = now?.target ?? plain(row.segment.target)
  const marks = distinctMarks(reading.checker.marksOf(row.segment.source))
  const { singlePerson } = useRoomView()
  const isWaived = (finding: Finding) => waiverOf(row.segment, findingKey(finding), singlePerson) !== undefined
  const matches = useMatches(row.segment)
  const [wide, setWide] = useState(false)
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
        label={t('panel.label')}
        selected={tab}
        onSelect={onTab}
        tabs={[
          { name: 'terms', label: t('panel.terms'), count: marks.length },
          { name: 'matches', label: t('panel.matches'), ...(matches && { count: matches.length }) },
          { name: 'findings', label: t('panel.findings'), count: findings.length },
          { name: 'history', label: t('panel.history') },
          { name: 'comments', label: t('panel.comments'), count: open },
        ]}
      >
        {tab === 'terms' && (
          <TermsTab
            marks={marks}
            covered={reading.checker.coveredIn(row.segment.source)}
            findings={findings}
            isWaived={isWaived}
            target={target}
            onInsert={onInsert}
          />
        )}
        {tab === 'matches' && (
          <MatchesTab segment={row.segment} matches={matches} wide={wide} onWide={setWide} onReplace={onReplace} />
        )}
        {tab === 'findings' && (
          <FindingsTab
            row={row}
            reading={reading}
            findings={findings}
            onFix={onFix}
            onWaive={onWaive}
            onWithdraw={onWithdraw}
          />
        )}
        {tab === 'history' && <HistoryTab segment={row.segment} onReplace={onReplace} />}
        {tab === 'comments' && <CommentsTab key={row.id} segment={row.segment} />}
      </Tabs>
    </>
  )
}
