import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actOfStep, type WorkStep, workSteps } from '../../../src/model/assignment.ts'
import { nameIn } from '../../../src/model/names.ts'
import type { Person } from '../../../src/model/people.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import type { Failure } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { DialogButtons } from '../../components/dialog-buttons.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field, Select } from '../../components/field.tsx'
import { useMe, useSession } from '../../shell/session.tsx'

export type Colleague = Pick<Person, 'id' | 'name' | 'roles'>

/** What is given to whom. `due` is a day, or null. */
export interface Work {
  readonly step: WorkStep
  readonly person: string
  readonly due: string | null
}

/** Asks who is to do what until when; only people who may do it are offered. */
export function AssignDialog({
  title,
  about,
  people,
  steps = workSteps,
  before,
  submit,
  busy,
  failure,
  onSend,
  onClose,
}: {
  title: string
  about: ReactNode
  people: readonly Colleague[]
  steps?: readonly WorkStep[]
  /** How it stands, where it is changed. */
  before?: Work
  submit: string
  busy: boolean
  failure: Failure | null
  onSend: (work: Work) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const first = useRef<HTMLSelectElement>(null)
  const [step, setStep] = useState<WorkStep>(before?.step ?? steps[0] ?? 'translate')
  const [chosen, setChosen] = useState(before?.person ?? '')
  const [due, setDue] = useState(before?.due ?? '')
  const others = mayDo(me, 'assign-work') || before !== undefined
  const { session } = useSession()
  // Where only those work to whom it is given, nobody gives it to themselves.
  const isGuarded = !session.singlePerson && session.workspace.steps.assignedOnly[step]
  const mayHave = ({ id }: Colleague) => (id === me.id ? !isGuarded || before?.person === me.id : others)
  const able = people.filter((person) => mayDo(person, actOfStep[step]) && mayHave(person))
  const person = able.some(({ id }) => id === chosen) ? chosen : (able[0]?.id ?? '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (person !== '') onSend({ step, person, due: due === '' ? null : due })
  }
  return (
    <Dialog title={title} first={first} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        {about}
        <Select
          ref={first}
          label={t('assign.step')}
          value={step}
          disabled={before !== undefined}
          onChange={(event) => setStep(nameIn(steps, event.target.value))}
        >
          {steps.map((name) => (
            <option key={name} value={name}>
              {t(`assign.to.${name}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('assign.person')}
          value={person}
          hint={able.length === 0 ? t('assign.nobody') : undefined}
          onChange={(event) => setChosen(event.target.value)}
        >
          {able.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === me.id ? t('assign.me', { name }) : name}
            </option>
          ))}
        </Select>
        <Field
          label={t('assign.due')}
          hint={t('assign.dueHint')}
          type="date"
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        <FailureNotice failure={failure} />
        <DialogButtons submit={submit} disabled={busy || person === ''} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
