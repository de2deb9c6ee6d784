import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assignment } from '../../../../src/model/assignment.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { dayIn, inPlaceOf, presentSegments, progressOf } from '../../../../src/review/assignments.ts'
import { call } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { useSending } from '../../../interaction/use-sending.ts'
import { announce } from '../../../shell/announce.tsx'
import { useSession } from '../../../shell/session.tsx'
import { AssignDialog, type Work } from '../../assigning/assign-dialog.tsx'
import { DueDay } from '../../assigning/due-day.tsx'
import { rangesOf } from '../logic/choosing.ts'
import type { Reading } from '../logic/reading.ts'
import { AskedRevisions } from './asked-revisions.tsx'
import { useRoom, useRoomView } from './room-context.tsx'
import { signOffStatusOf } from './room-view.ts'

/** How many lines show before the rest is asked for. */
const mostShown = 4

/** Who has the document or parts of it, for what and until when; and ways to give it, hand it over and give it back. */
export function Assignments({ reading, onGo }: { reading: Reading; onGo: (segment: string) => void }) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const { state, people, office } = useRoomView()
  const [whole, setWhole] = useState(false)
  const sending = useSending()
  const [asking, setAsking] = useState<Assignment | 'new' | null>(null)
  const document = state.document.id
  const list = useAssignments()
  const asks = state.revisionsAsked !== undefined || office.steps.revisions > 1
  if (list.length === 0 && !asks && !mayDo(me, 'assign-work')) return null
  const nameOf = (person: string) => people.find(({ id }) => id === person)?.name ?? person
  const send = async ({ step, person, due }: Work) => {
    const done =
      asking === 'new' || asking === null
        ? await sending.send(call('assignWork', { params: { document }, body: { step, person, due } }))
        : await sending.send(
            call('changeAssignment', { params: { document, assignment: asking.id }, body: { person, due } }),
          )
    if (done === null) return
    announce(t('assign.done', { name: nameOf(person) }))
    setAsking(null)
  }
  const end = async ({ id }: Assignment) => {
    const params = { document, assignment: id }
    if (await sending.send(call('endAssignment', { params }))) announce(t('assign.ended'))
  }
  const open = (what: Assignment | 'new') => {
    sending.reset()
    setAsking(what)
  }
  return (
    <section className="assignments" aria-label={t('assign.label')}>
      {list.length > 0 && (
        <ul>
          {(whole ? list : list.slice(0, mostShown)).map(({ assignment, ...now }) => (
            <AssignmentLine
              key={assignment.id}
              assignment={assignment}
              {...now}
              reading={reading}
              busy={sending.busy}
              onGo={onGo}
              onChange={() => open(assignment)}
              onEnd={() => void end(assignment)}
            />
          ))}
        </ul>
      )}
      {list.length > mostShown && !whole && (
        <button type="button" className="text-button" onClick={() => setWhole(true)}>
          {t('assign.showAll', { count: list.length })}
        </button>
      )}
      {mayDo(me, 'assign-work') && (
        <button type="button" className="text-button" onClick={() => open('new')}>
          {t('assign.document')}
        </button>
      )}
      <AskedRevisions />
      <FailureNotice failure={asking === null ? sending.failure : null} />
      {asking !== null && (
        <AssignDialog
          title={t(asking === 'new' ? 'assign.title' : 'assign.changeTitle')}
          about={<p>{t(asking === 'new' ? 'assign.about' : 'assign.changeAbout')}</p>}
          people={people.filter(({ active }) => active)}
          {...(asking !== 'new' && { before: asking })}
          submit={t(asking === 'new' ? 'assign.submit' : 'assign.save')}
          busy={sending.busy}
          failure={sending.failure}
          onSend={(work) => void send(work)}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  )
}

/** The assignments of the document, those of the reader and those they stand in for first. */
function useAssignments() {
  const { me } = useRoom()
  const { session } = useSession()
  const view = useRoomView()
  const signed = signOffStatusOf(view) === 'signed'
  const asked = { singlePerson: view.singlePerson, steps: view.office.steps, signed }
  const today = dayIn(session.workspace.timeZone, new Date().toISOString())
  return (view.state.assignments ?? [])
    .map((assignment) => {
      const { person, step, due } = assignment
      const acting = inPlaceOf(view, person, step, today)
      const { open } = progressOf(view.state, assignment, asked)
      const late = due !== null && open > 0 && due < today
      return { assignment, acting, open, late, mine: person === me.id || acting === me.id }
    })
    .toSorted((a, b) => Number(b.mine) - Number(a.mine))
}

function AssignmentLine({
  assignment,
  acting,
  open,
  late,
  mine,
  reading,
  busy,
  onGo,
  onChange,
  onEnd,
}: {
  assignment: Assignment
  /** Who does it now: whoever has it, or their stand-in. */
  acting: string
  /** How much of it is left. */
  open: number
  late: boolean
  /** Whether the reader does it or has it. */
  mine: boolean
  reading: Reading
  busy: boolean
  onGo: (segment: string) => void
  onChange: () => void
  onEnd: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const view = useRoomView()
  const { step, person, segments, due } = assignment
  const name = view.names.get(person) ?? person
  const rows = segments ? presentSegments(view.state, segments).flatMap((id) => reading.byId.get(id) ?? []) : []
  const first = rows[0]
  const mayChange = person === me.id ? mayDo(me, 'take-work') : mayDo(me, 'assign-work')
  const what = t(`assign.to.${step}`)
  return (
    <li className={mine ? 'mine' : ''}>
      <span>
        <b>{name}</b> {what}
        {segments !== undefined && first !== undefined && (
          <>
            {' '}
            <button type="button" className="text-button" onClick={() => onGo(first.id)}>
              {t('assign.sentences', { range: rangesOf(rows.map(({ number }) => number)) })}
            </button>
          </>
        )}
      </span>
      {acting !== person && <span>{t('assign.standIn', { name: view.names.get(acting) ?? acting })}</span>}
      {due !== null && <DueDay day={due} late={late} />}
      <span className="soft">
        {open === 0 ? t('assign.finished') : step === 'sign' ? t('assign.unsigned') : t('assign.left', { count: open })}
      </span>
      {mayChange && (
        <span className="acts">
          <button type="button" className="text-button" disabled={busy} onClick={onChange}>
            {t('assign.change')}
            <span className="hidden">
              {' '}
              {name} {what}
            </span>
          </button>
          <button type="button" className="text-button" disabled={busy} onClick={onEnd}>
            {t('assign.end')}
            <span className="hidden">
              {' '}
              {name} {what}
            </span>
          </button>
        </span>
      )}
    </li>
  )
}
