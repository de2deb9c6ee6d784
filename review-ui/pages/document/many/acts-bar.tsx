import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actOfMany, type ManyAct, manyActs } from '../../../../src/model/many.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { Answer, Failure } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Key } from '../../../components/key.tsx'
import { useStore } from '../../../interaction/store.ts'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { ReasonDialog } from '../dialogs/dialogs.tsx'
import { rangesOf } from '../logic/choosing.ts'
import { type ActVerdict, createVerdicts } from '../logic/many-verdicts.ts'
import type { Reading } from '../logic/reading.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { AssignChosen } from './assign-chosen.tsx'
import { useChoosing } from './choosing.ts'
import { type ManyOutcome, Outcome } from './outcome.tsx'
import { CannotList, WarningsLine } from './verdict-lines.tsx'

/** What can be done to all the chosen segments: each act says beforehand to how many, and why not to the others. */
export function ActsBar({
  reading,
  onGo,
  onLeave,
}: {
  reading: Reading
  onGo: (segment: string) => void
  /** Gives the focus back to the document. */
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const room = useRoom()
  const { state, people, singlePerson, office } = useRoomView()
  const choosing = useChoosing()
  const choice = useStore(choosing.choice)
  const sending = useSending()
  const [outcome, setOutcome] = useState<ManyOutcome | null>(null)
  const [asksReason, setAsksReason] = useState(false)
  const [readOf, setReadOf] = useState<unknown>(null)
  const verdicts = useMemo(() => {
    const others = people.filter(({ id }) => id !== room.me.id)
    const everyone = others.map((person) => ({ ...person, login: '', active: true }))
    return createVerdicts(room.me, [room.me, ...everyone], { singlePerson, office })
  }, [people, singlePerson, office, room.me])
  const rows = reading.rows.filter(({ id }) => choice?.chosen.has(id))
  const count = rows.length
  const said = useRef(0)
  useEffect(() => {
    if (choice !== null && count !== said.current) announce(t('many.chosen', { count }))
    said.current = count
  }, [choice, count, t])
  if (choice === null) return null

  const reviews = mayDo(room.me, 'revise')
  const acts = manyActs
    .filter((act) => mayDo(room.me, actOfMany[act]))
    .map((act) => verdicts.of(act, rows, state))
    .filter(({ act, can }) => act !== 'approve' || reviews || can.length > 0)
  const primary =
    acts.find(({ act }) => act === 'approve' && reviews) ?? acts.find(({ act }) => act === 'translate') ?? acts[0]
  // What can be done comes before what cannot now.
  const ordered = acts.toSorted((a, b) => rankOf(b, primary) - rankOf(a, primary))
  const hasRead = readOf === choice
  const run = async (act: ManyAct, segments: readonly string[], reason?: string): Promise<Failure | null> => {
    const answer = room.changeMany(act, segments, reason)
    const done = await sending.send(answer)
    if (done === null) return failureOf(await answer)
    setOutcome((last) => ({ act, ...done, turn: (last?.turn ?? 0) + 1 }))
    announce(t(`many.done.${act}`, { count: done.done.length }))
    choosing.leave(done.refused.map(({ segment }) => segment))
    return null
  }
  const press = (act: ManyAct, segments: readonly string[]) => {
    if (act === 'return') setAsksReason(true)
    else void run(act, segments)
  }
  const end = () => {
    choosing.end()
    setOutcome(null)
    onLeave()
  }
  const returns = acts.find(({ act }) => act === 'return')
  return (
    <section
      className="acts-bar"
      aria-label={t('many.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !asksReason) end()
      }}
    >
      <Outcome
        key={outcome?.turn}
        outcome={outcome}
        busy={sending.busy}
        onUndo={(segments) => void run('reopen', segments)}
        onGo={onGo}
        onClose={() => setOutcome(null)}
      />
      <FailureNotice failure={sending.failure} />
      <p>
        <b>{t('many.chosen', { count })}</b>
        {count > 0 && <span className="soft"> {rangesOf(rows.map(({ number }) => number))}</span>}{' '}
        <button type="button" className="text-button" onClick={choosing.all}>
          {t('many.all')}
        </button>{' '}
        <button type="button" className="text-button" onClick={end}>
          {t('many.none')} <Key chord="Escape" />
        </button>
      </p>
      {primary !== undefined && count > 0 && (
        <>
          <CannotList verdict={primary} onGo={onGo} />
          {primary.act === 'approve' && primary.can.length > 0 && (
            <>
              <WarningsLine rows={primary.can} />
              <label className="check">
                <input
                  type="checkbox"
                  checked={hasRead}
                  onChange={({ target }) => setReadOf(target.checked ? choice : null)}
                />
                <span>{t('many.read', { count: primary.can.length })}</span>
              </label>
            </>
          )}
        </>
      )}
      <div className="row-of-buttons">
        {ordered.map(({ act, can }) => (
          <button
            key={act}
            type="button"
            className={act === primary?.act ? 'button primary' : 'button'}
            disabled={can.length === 0 || sending.busy || (act === 'approve' && !hasRead)}
            onClick={() =>
              press(
                act,
                can.map(({ id }) => id),
              )
            }
          >
            {t(`many.act.${act}`)}{' '}
            <span className="count">
              {can.length === count ? can.length : t('many.of', { can: can.length, count })}
            </span>
          </button>
        ))}
        <AssignChosen segments={rows.map(({ id }) => id)} range={rangesOf(rows.map(({ number }) => number))} />
      </div>
      {asksReason && returns && (
        <ReasonDialog
          title={t('many.returnTitle', { count: returns.can.length })}
          about={t('return.about')}
          submit={t('return.submit')}
          suggestions={[t('return.meaning'), t('return.omission'), t('return.term'), t('return.style')]}
          send={(reason) =>
            run(
              'return',
              returns.can.map(({ id }) => id),
              reason,
            )
          }
          onClose={() => setAsksReason(false)}
        />
      )}
    </section>
  )
}

function rankOf(verdict: ActVerdict, primary: ActVerdict | undefined): number {
  return verdict === primary ? 2 : verdict.can.length > 0 ? 1 : 0
}

function failureOf(answer: Answer<unknown>): Failure | null {
  return answer.type === 'reply' ? null : answer
}
