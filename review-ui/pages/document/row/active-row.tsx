import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../src/model/finding.ts'
import type { Failure } from '../../../api.ts'
import { Notice } from '../../../components/notice.tsx'
import { useFocusRescue } from '../../../interaction/focus.ts'
import { bringIntoSight } from '../column/bring-into-sight.ts'
import { StepDialog, type StepQuestion } from '../dialogs/step-dialog.tsx'
import type { ChosenSide } from '../logic/chosen-words.ts'
import { distinctMarks } from '../logic/numbering.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { OtherDrafts } from '../other-drafts/other-drafts.tsx'
import { useRoom } from '../room/room-context.tsx'
import { SuggestionList } from '../suggestions/suggestion-list.tsx'
import { useTaking } from '../suggestions/use-taking.ts'
import { RowWords, type RowWordsHandle } from '../words/row-words.tsx'
import { ActiveSource } from './active-source.tsx'
import { ActiveTarget } from './active-target.tsx'
import { Advice } from './advice.tsx'
import { CommandMenu, type MenuAction } from './command-menu.tsx'
import { Gutter } from './gutter.tsx'
import { rowMenuActions } from './row-menu-actions.ts'
import { SaveState } from './save-state.tsx'
import { StepButtons } from './step-buttons.tsx'
import { useOtherDrafts } from './use-other-drafts.ts'
import { useRowMenu } from './use-row-menu.ts'
import { useRowState } from './use-row-state.ts'
import { useRowSteps } from './use-row-steps.ts'
import { useRowText } from './use-row-text.ts'

/** What the page and its keys ask of the active row. */
export interface ActiveRowHandle {
  focus(): void
  bringIntoSight(): void
  openMenu(): void
  /** Does what the confirming key says. */
  step(): void
  /** Puts English in at the cursor, or for all there is. */
  insert(words: string): void
  replaceAll(words: string): void
  fix(finding: Finding): void
  /** Puts right what the first finding says how to mend, as its key says. */
  fixFirst(): void
  /** Puts in the next inline code that the English lacks. */
  putCode(): void
  waive(finding: Finding): void
  withdraw(finding: Finding): void
  /** Makes a term of the words that are chosen, or asks for some. */
  addTerm(): void
  /** Takes the first suggestion. */
  takeSuggestion(): void
}

interface ActiveRowProps {
  ref: Ref<ActiveRowHandle>
  row: Row
  reading: Reading
  href: string
  /** The ref of the link with its number. */
  number: Ref<HTMLAnchorElement>
  here: readonly string[]
  caret: number | null
  /** What the menu can do beside what the row itself can. */
  actions: readonly MenuAction[]
  /** The panel, where there is no room for it beside the document. */
  panel: ReactNode
  onMove: (by: 1 | -1) => void
  /** Leaves the text for the row, among which the arrow keys move. */
  onLeave: () => void
  /** Goes on after the row was dealt with. */
  onNextAfter: () => void
  /** Hears what became of a step that was left behind: null is done. */
  onSent: (row: Row, outcome: Failure | null, done: string) => void
  /** Hears the findings of what stands in the editor. */
  onFindings: (findings: readonly Finding[], target: string) => void
  /** Begins a comment or an issue on words of the sentence. */
  onSay: (what: 'comments' | 'quality', segment: string, on: ChosenSide) => void
}

/** The one segment that is being worked on. */
export function ActiveRow({
  ref,
  row,
  reading,
  href,
  number,
  here,
  caret,
  actions,
  panel,
  onMove,
  onLeave,
  onNextAfter,
  onSent,
  onFindings,
  onSay,
}: ActiveRowProps) {
  const { t } = useTranslation()
  const { autosaver } = useRoom()
  const { kind, id } = row
  const [editing, setEditing] = useState(false)
  const [question, setQuestion] = useState<StepQuestion | null>(null)
  const [plainReading, setPlainReading] = useState(false)
  const section = useRef<HTMLElement>(null)
  const words = useRef<RowWordsHandle>(null)
  const state = useRowState(row, reading, editing)
  const { now, findings, isLookedAt, permitted, writes, marks } = state
  useEffect(() => {
    if (isLookedAt) onFindings(findings, now.text)
  }, [onFindings, isLookedAt, findings, now.text])
  const steps = useRowSteps(row, reading, state, { onNextAfter, onSent })
  const taking = useTaking(row.segment)
  const text = useRowText(row.segment, state, () => setEditing(true))
  const drafts = useOtherDrafts(row, text)
  const times = reading.repetitions.times(id)
  const waive = (finding: Finding) => setQuestion({ type: 'waive', finding })
  const sendBack = () => setQuestion({ type: 'return' })
  const rowActions = rowMenuActions(state, steps, text, {
    onAsk: setQuestion,
    onDifferences: () => setPlainReading(!plainReading),
    onOtherDrafts: drafts.show,
    repeats: times > 1,
  })
  const menu = useRowMenu([...rowActions, ...actions])
  useImperativeHandle(ref, () => ({
    focus: text.focus,
    bringIntoSight: () => bringIntoSight(section.current),
    openMenu: () => menu.setOpen(true),
    step: steps.step,
    insert: text.insert,
    replaceAll: text.replaceAll,
    fix: text.fix,
    fixFirst: () => menu.run('fix'),
    putCode: () => text.putCode(),
    waive,
    withdraw: steps.withdraw,
    takeSuggestion: taking.takeFirst,
    addTerm: () => words.current?.term(),
  }))
  // A menu or dialog that has done its work may leave the focus nowhere.
  const busy = menu.open || question !== null
  useFocusRescue(busy, () => {
    if (!busy) text.focus()
  })
  return (
    <section
      ref={section}
      className={`segment active ${kind} ${row.changed ? 'changed' : ''}`}
      data-look={row.look}
      id={id}
      aria-label={t('document.segment', { number: row.number })}
    >
      <Gutter
        ref={number}
        row={row}
        times={times}
        href={href}
        active
        tabIndex={0}
        here={here}
        onActivate={text.focus}
      />
      <ActiveSource
        row={row}
        reading={reading}
        state={state}
        onFix={text.fix}
        onWaive={waive}
        onWithdraw={steps.withdraw}
        onMore={() => menu.run('findings')}
      />
      <div className="right">
        <ActiveTarget
          row={row}
          reading={reading}
          state={state}
          text={text}
          caret={caret}
          plainly={plainReading}
          onPlainly={setPlainReading}
          onType={(typed) => autosaver.type(id, typed)}
          onBlur={() => autosaver.leave(id)}
          onEscape={onLeave}
          onStep={onMove}
          onLetter={menu.actByLetter}
        />
        {steps.failure !== '' && <Notice wrong>{steps.failure}</Notice>}
        <StepButtons
          permitted={permitted}
          writes={writes}
          menuOpen={menu.open}
          onStep={steps.step}
          onReturn={sendBack}
          onEdit={text.edit}
          onSuggest={() => setQuestion({ type: 'suggest' })}
          onMenu={() => menu.setOpen(!menu.open)}
        >
          {writes && <SaveState saving={state.saving} />}
        </StepButtons>
        <SuggestionList row={row} failure={taking.failure} onTake={taking.take} />
        <Advice row={row} permitted={permitted} writes={writes} editing={editing} />
        {menu.open && (
          <CommandMenu
            marks={distinctMarks(marks)}
            actions={menu.actions}
            onInsert={writes ? (mark) => text.insert(mark.english) : null}
            onClose={(acted) => {
              menu.setOpen(false)
              // The menu may have needed the room that the row stood in.
              bringIntoSight(section.current)
              if (!acted) text.focus()
            }}
          />
        )}
      </div>
      <RowWords
        ref={words}
        section={section}
        row={row}
        reading={reading}
        state={state}
        onDone={text.focus}
        onSay={onSay}
      />
      {drafts.shown && (
        <OtherDrafts
          ref={drafts.ref}
          row={row}
          reading={reading}
          own={state.text}
          onUse={permitted.edit === null ? drafts.use : null}
          onLeave={text.focus}
        />
      )}
      {panel}
      {question && (
        <StepDialog
          question={question}
          row={row}
          onClose={(done) => {
            setQuestion(null)
            if (done && question.type === 'return') onNextAfter()
          }}
        />
      )}
    </section>
  )
}
