import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '../../../src/contract/views/documents.ts'
import { DueDay } from '../assigning/due-day.tsx'
import { isAssignedTo } from './logic/grouping.ts'

/** How much the reader was given, and what of it is late; shows that alone, or gives what shows to somebody. */
export function Assigned({
  documents,
  on,
  onFilter,
  onGive,
}: {
  documents: readonly DocumentSummary[]
  on: boolean
  onFilter: (on: boolean) => void
  /** Null for whoever may not give work to others. */
  onGive: (() => void) | null
}) {
  const { t } = useTranslation()
  const mine = documents.filter(isAssignedTo)
  const late = mine.filter(({ assignments }) => assignments.some((one) => one.mine && one.late)).length
  if (mine.length === 0 && !on && onGive === null) return null
  return (
    <p className="row-of-buttons">
      {(mine.length > 0 || on) && (
        <button type="button" className="button" aria-pressed={on} onClick={() => onFilter(!on)}>
          {t('assign.mine')} <span className="count">{mine.length}</span>
        </button>
      )}
      {late > 0 && <b className="red">{t('assign.lateCount', { count: late })}</b>}
      {onGive !== null && (
        <button type="button" className="button" onClick={onGive}>
          {t('assign.shown')}
        </button>
      )}
    </p>
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
          {name} {t(`assign.to.${step}`)}
          {!whole && <> ({t('documents.sentences', { count: total })})</>}
          {standIn !== null && <> {t('assign.standIn', { name: standIn })}</>}
          {due !== null && (
            <>
              {' '}
              <DueDay day={due} late={late} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
