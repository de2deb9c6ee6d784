import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { StateBar } from '../../components/state-bar.tsx'
import { useSession } from '../../shell/session.tsx'
import { HeadedTable } from './long-list.tsx'

/** How far the segments have come. */
export function Coverage({ coverage: { states } }: { coverage: SignOffSheet['coverage'] }) {
  const { t } = useTranslation()
  return (
    <>
      <StateBar states={states} />
      <ul className="counts">
        {(['final', 'reviewed', 'translated', 'initial'] as const)
          .filter((state) => states[state] > 0)
          .map((state) => (
            <li key={state}>
              <b>{states[state]}</b> {t(`state.${state}`)}
            </li>
          ))}
      </ul>
    </>
  )
}

/** Who translated and revised how much, and where the drafts came from. */
export function People({ people, drafts }: Pick<SignOffSheet, 'people' | 'drafts'>) {
  const { t } = useTranslation()
  const { singlePerson } = useSession().session
  return (
    <>
      <HeadedTable heads={[t('signOff.name'), { number: t('signOff.translated') }, { number: t('signOff.revised') }]}>
        {people.map(({ name, translated, revised }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="number">{translated}</td>
            <td className="number">{revised}</td>
          </tr>
        ))}
      </HeadedTable>
      {singlePerson && <p>{t('signOff.singlePerson')}</p>}
      {drafts.length > 0 && (
        <p className="soft">
          {t('signOff.drafts')}{' '}
          {drafts
            .map(({ origin, segments }) => t('signOff.draftsFrom', { origin, count: segments }))
            .join(t('common.listSemicolon'))}
        </p>
      )}
    </>
  )
}
