import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, findingKey } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import type { Refusal } from '../../../../src/model/refusal.ts'
import type { Unreachable } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import { When } from '../../../components/instant.tsx'
import { Key } from '../../../components/key.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import { announce } from '../../../shell/announce.tsx'
import { toEditable } from '../../../text/editable.ts'
import { AskedDialog, type Asking } from '../dialogs/asked-dialog.tsx'
import { distinctMarks } from '../logic/numbering.ts'
import { lastReadBy, lastReturn } from '../logic/segment-history.ts'
import { bringIntoSight } from '../room/active-segment.ts'
import { standingOf } from '../room/permitted-steps.ts'
import { type Reading, type Row, useRoom, useRoomView, useSaving } from '../room/room-context.tsx'
import { Advice } from './advice.tsx'
import { CommandMenu, type Deed } from './command-menu.tsx'
import { Conflict } from './conflict.tsx'
import { OriginLine } from './draft-origin.tsx'
import { Editor, type EditorHandle } from './editor.tsx'
import { FindingList } from './finding-list.tsx'
import { Gutter } from './gutter.tsx'
import { JudgedText } from './judged-text.tsx'
import { moved } from './marked-text.tsx'
import { SaveState } from './save-state.tsx'
import { SourceText } from './source-text.tsx'
import { useFindings } from './use-findings.ts'
import { useHistory } from './use-segment-history.ts'

/** What the page and its keys ask of the active row. */
export interface ActiveRowHandle {
  focus(): void
  openMenu(): void
  /** Does what the confirming key says. */
  step(): void
  /** Puts English in at the cursor, or for all there is. */
  insert(words: string): void
  replaceAll(words: string): void
  fix(finding: Finding): void
  waive(finding: Finding): void
  withdraw(finding: Finding): void
}

/** The one segment that is being worked on. */
export function ActiveRow({
  ref,
  row,
  reading,
  href,
  here,
  caret,
  deeds,
  panel,
  onMove,
  onNextAfter,
  onSent,
  onFindings,
}: {
  ref: Ref<ActiveRowHandle>
  row: Row
  reading: Reading
  href: string
  here: readonly string[]
  caret: number | null
  /** What the menu can do beside what the row itself can. */
  deeds: readonly Deed[]
  /** The panel, where there is no room for it beside the document. */
  panel: ReactNode
  onMove: (by: 1 | -1) => void
  /** Goes on after the row was dealt with. */
  onNextAfter: () => void
  /** Tells what became of a step that was left behind: null is done. */
  onSent: (row: Row, outcome: Refusal | Unreachable | null, done: string) => void
  /** Tells the findings of what stands in the editor. */
  onFindings: (findings: readonly Finding[], target: string) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const room = useRoom()
  const view = useRoomView()
  const bindings = useBindings()
  const { desk, me } = room
  const { segment, kind, number, id } = row
  const saving = useSaving(id)
  const [editing, setEditing] = useState(false)
  const [menu, setMenu] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [failure, setFailure] = useState('')
  const [plainReading, setPlainReading] = useState(false)
  const editor = useRef<EditorHandle>(null)
  const read = useRef<HTMLDivElement>(null)

  const text = saving?.text ?? toEditable(segment.target)
  const { now, findings, open } = useFindings(row, reading, text)
  useEffect(() => onFindings(findings, now.text), [onFindings, findings, now.text])

  const following = row.following === undefined ? undefined : view.state.segments[row.following]
  const standing = standingOf(view, segment, reading.all, me, following)
  const writes =
    standing.edit === null && (standing.writes || editing || (saving !== undefined && saving.phase !== 'saved'))
  const marks = reading.checker.marksOf(segment.source)
  const distinct = distinctMarks(marks)
  const history = useHistory(segment, standing.step === 'revise')
  const before = history === null ? null : lastReadBy(history, me.id)
  // Whoever judges again has before them why it was sent back.
  const returned = segment.state === 'initial' ? segment.returned : history && lastReturn(history)
  const changedSince = before !== null && before !== plain(segment.target) ? before : null

  const report = async (sending: Promise<Refusal | Unreachable | null>, done?: string) => {
    const outcome = await sending
    setFailure(outcome === null ? '' : words.failure(outcome))
    if (outcome !== null) announce(words.failure(outcome), true)
    else if (done) announce(done)
    return outcome === null
  }
  const step = async () => {
    // Words typed just now make the segment one's own before they are saved.
    const todo = writes && text !== toEditable(segment.target) ? 'translate' : standing.step
    if (todo === 'next') return onNextAfter()
    if (todo === 'revise') {
      // The reason stands there already.
      if (standing.revise !== null) return announce(words.refusal(standing.revise), true)
      onNextAfter()
      return onSent(row, await room.send('reviseSegment', id, {}), t('said.revised', { number }))
    }
    if (text.trim() === '') return setFailure(words.refusal({ code: 'segment-empty', params: { segment: id } }))
    if (saving?.phase === 'conflict') return setFailure(t('save.conflict'))
    // On at once: what is typed next belongs to the next sentence, however long the answer takes.
    onNextAfter()
    onSent(row, await room.send('translateSegment', id, {}), t('said.translated', { number }))
  }
  const withdraw = (finding: Finding) => report(room.send('withdrawWaiver', id, { finding: findingKey(finding) }))
  const fix = (finding: Finding) => {
    if (finding.fix === undefined) return
    const apply = () => {
      if (finding.target)
        editor.current?.replace(now.at(finding.target.from), now.at(finding.target.to), finding.fix ?? '')
      else editor.current?.insert(finding.fix ?? '')
    }
    if (writes) apply()
    else {
      setEditing(true)
      setTimeout(apply)
    }
  }
  const insert = (english: string) => {
    if (standing.edit !== null) return
    if (!writes) setEditing(true)
    setTimeout(() => editor.current?.insert(english))
  }
  const focus = () => {
    if (editor.current) editor.current.focus()
    else read.current?.focus({ preventScroll: true })
  }
  const latestFocus = useRef(focus)
  latestFocus.current = focus
  useImperativeHandle(ref, () => ({
    focus,
    openMenu: () => setMenu(true),
    step: () => void step(),
    insert,
    fix,
    waive: (finding) => setAsking({ type: 'waive', finding }),
    withdraw: (finding) => void withdraw(finding),
    replaceAll(english) {
      if (standing.edit !== null) return
      if (!writes) setEditing(true)
      setTimeout(() => editor.current?.replaceAll(english))
    },
  }))

  // One key puts right only what has its place in the English; what is missing goes where the cursor is, by its number.
  const fixable = open.find(({ fix, target }) => fix !== undefined && target !== undefined)
  const waivable = open.find(({ severity }) => severity === 'error')
  const own: readonly (Deed | null)[] = [
    fixable ? { command: 'fix', run: () => fix(fixable), refusal: standing.edit } : null,
    waivable
      ? { command: 'waive', run: () => setAsking({ type: 'waive', finding: waivable }), refusal: standing.waive }
      : null,
    writes ? null : { command: 'edit', run: () => startEditing(), refusal: standing.edit },
    { command: 'return', run: () => setAsking({ type: 'return' }), refusal: standing.sendBack },
    {
      command: 'reopen',
      run: () => void report(room.send('reopenSegment', id, {}), t('said.reopened', { number })),
      refusal: standing.reopen,
    },
    changedSince === null ? null : { command: 'differences', run: () => setPlainReading(!plainReading), refusal: null },
    { command: 'split', run: () => setAsking({ type: 'split' }), refusal: standing.edit },
    following
      ? {
          command: 'join',
          run: () => void join(),
          refusal: standing.join,
        }
      : null,
  ]
  const join = async () => {
    if (!following) return
    const saved = await desk.flush(following.id)
    if (saved !== null) return void report(Promise.resolve(saved))
    const nextBase = Math.max(view.state.segments[following.id]?.version ?? 0, desk.baseOf(following.id))
    await report(room.send('joinSegment', id, { nextBase }), t('said.joined'))
  }
  const startEditing = () => {
    setEditing(true)
    setTimeout(() => editor.current?.focus())
  }
  // What one’s roles never allow is not in the menu; what the moment does not allow is, with the reason.
  const menuDeeds = [
    ...own.filter((deed) => deed !== null && deed.refusal?.code !== 'role-missing'),
    ...deeds,
  ] as readonly Deed[]
  // A menu or dialog that has done its work may leave the focus nowhere.
  const busy = menu || asking !== null
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !busy && document.activeElement === document.body) latestFocus.current()
    wasBusy.current = busy
  }, [busy])
  const leaveToRow = () => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()

  return (
    <section
      className={`segment active ${kind} ${reading.changed.has(id) ? 'changed' : ''}`}
      data-look={row.look}
      id={id}
      aria-label={t('document.segment', { number })}
    >
      <Gutter row={row} href={href} active tabIndex={0} here={here} onActivate={focus} />
      <div className="left">
        <SourceText source={segment.source} marks={marks} findings={open} active />
        {returned && (
          <p className="said">
            <Icon name="returned" />
            <span>
              <b className={segment.state === 'initial' ? 'red' : ''}>
                {returned.by === me.id
                  ? t('document.returnedByYou')
                  : t('document.returnedBy', { name: view.names.get(returned.by) ?? returned.by })}
              </b>{' '}
              <When at={returned.at} />
              <br />
              {returned.reason}
            </span>
          </p>
        )}
        {open.length > 0 && (
          <FindingList
            findings={open.map((finding) => ({ finding }))}
            {...(standing.edit === null && { onFix: fix })}
            {...(writes && { marks })}
            onWaive={(finding) => setAsking({ type: 'waive', finding })}
            onWithdraw={(finding) => void withdraw(finding)}
            waiving={standing.waive}
          />
        )}
      </div>
      <div className="right">
        <OriginLine row={row} />
        {saving && <Conflict segment={id} saving={saving} onSettled={focus} />}
        {writes ? (
          <Editor
            ref={editor}
            label={t('document.englishOf', { number })}
            value={text}
            findings={moved(open, now.at)}
            caret={caret}
            onType={(typed) => desk.type(id, typed)}
            onLeave={() => desk.leave(id)}
            onEscape={leaveToRow}
            onStep={onMove}
          />
        ) : (
          <JudgedText
            ref={read}
            row={row}
            findings={open}
            before={changedSince}
            plainly={plainReading}
            onPlainly={setPlainReading}
          />
        )}
        {failure !== '' && <Notice wrong>{failure}</Notice>}
        <div className="actions">
          <button
            type="button"
            className="button primary"
            disabled={standing.step === 'revise' && standing.revise !== null}
            onClick={() => void step()}
          >
            {t(`step.${standing.step}`)} <Key chord={bindings.confirm} />
          </button>
          {standing.sendBack === null && (
            <button type="button" className="button" onClick={() => setAsking({ type: 'return' })}>
              {t('command.return')}
            </button>
          )}
          {!writes && standing.edit === null && (
            <button type="button" className="button" onClick={startEditing}>
              {t('command.edit')}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-haspopup="menu"
            aria-expanded={menu}
            onClick={() => setMenu(!menu)}
          >
            {t('menu.open')} <Key chord={bindings.menu} />
          </button>
          {writes && <SaveState saving={saving} />}
        </div>
        <Advice row={row} standing={standing} writes={writes} editing={editing} />
        {menu && (
          <CommandMenu
            marks={distinct}
            deeds={menuDeeds}
            onInsert={writes ? (mark) => insert(mark.english) : null}
            onClose={(acted) => {
              setMenu(false)
              // The menu may have needed the room that the row stood in.
              bringIntoSight(id)
              if (!acted) focus()
            }}
          />
        )}
      </div>
      {panel}
      {asking && (
        <AskedDialog
          asking={asking}
          row={row}
          onClose={(done) => {
            setAsking(null)
            if (done && asking.type === 'return') onNextAfter()
          }}
        />
      )}
    </section>
  )
}
