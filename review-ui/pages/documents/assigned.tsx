import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { useMe } from '../../shell/session.tsx'
import { DueDay } from '../assigning/due-day.tsx'
import { type Assignee, assigneesOf, isAssignedTo, reader } from './logic/grouping.ts'

/** How much the reader was given, and what of it is late; shows that or another's alone, or gives what shows to somebody. */
export function Assigned({
  documents,
  assignee,
  onFilter,
  onGive,
}: {
  documents: readonly DocumentSummary[]
  /** Whose assignments show alone; null for all documents. */
  assignee: Assignee | null
  onFilter: (assignee: Assignee | null) => void
  /** Null for whoever may not give work to others. */
  onGive: (() => void) | null
}) {
  const { t } = useTranslation()
  const me = useMe()
  const id = useId()
  const present = documents.filter(({ archived }) => archived === null)
  const mine = present.filter((document) => isAssignedTo(document, reader))
  const others = [...assigneesOf(documents)].filter(([person]) => person !== me.id)
  const on = assignee !== null && assignee.person === null
  const other = assignee?.person ?? ''
  const late = mine.filter(({ assignments }) => assignments.some((one) => one.mine && one.late)).length
  if (mine.length === 0 && !on && onGive === null) return null
  return (
    <div className="row-of-buttons">
      {(mine.length > 0 || on) && (
        <button type="button" className="button" aria-pressed={on} onClick={() => onFilter(on ? null : reader)}>
          {t('assign.mine')} <span className="count">{mine.length}</span>
        </button>
      )}
      {late > 0 && <b className="red">{t('assign.lateCount', { count: late })}</b>}
      {onGive !== null && others.length > 0 && (
        <span className="assigned-to">
          <label htmlFor={id}>{t('assign.of')}</label>
          <select
            id={id}
            className="input"
            value={other}
            onChange={({ target }) => onFilter(target.value === '' ? null : { person: target.value })}
          >
            <option value="">{t('assign.anybody')}</option>
            {others.map(([person, name]) => (
              <option key={person} value={person}>
                {name}
              </option>
            ))}
          </select>
        </span>
      )}
      {onGive !== null && (
        <button type="button" className="button" onClick={onGive}>
          {t('assign.shown')}
        </button>
      )}
    </div>
  )
}

/** Who was asked to do what in a document, as long as it is not done. */
export function AssignedPeople({ document: { assignments } }: { document: DocumentSummary }) {
  const { t } = useTranslation()
  const open = assignments.filter((assignment) => assignment.open > 0)
  if (open.length === 0) return null
  return (
    <ul className="assigned" aria-label={t('assign.label')}>
      {open.map(({ id, name, standIn, step, whole, total, due, late, mine }) => (
        <li key={id} className={mine ? 'mine' : ''}>
          <span>
            {name} {t(`assign.to.${step}`)}
          </span>{' '}
          {!whole && <span>{t('documents.sentences', { count: total })}</span>}{' '}
          {standIn !== null && <span>{t('assign.standIn', { name: standIn })}</span>}{' '}
          {due !== null && <DueDay day={due} late={late} />}
        </li>
      ))}
    </ul>
  )
}
