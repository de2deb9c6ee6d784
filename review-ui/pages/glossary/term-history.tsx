import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { When } from '../../components/instant.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Changes } from './changes.tsx'
import { storyOf } from './logic/term-changes.ts'

/** Who did what to a term and when, the latest first. `count` is how many changes it has had: another is news. */
export function TermHistory({ term, count }: { term: string; count: number }) {
  const { t } = useTranslation()
  const { data, failure } = useRemote(term, (signal) => call('termHistory', { params: { term }, signal }), count)
  return (
    <section className="history">
      <h3>{t('glossary.history')}</h3>
      <FailureNotice failure={failure} />
      {data === null && failure === null && <p className="soft">{t('common.loading')}</p>}
      {data !== null && (
        <ol>
          {storyOf(data.entries).map(({ sequence, at, name, system, deed, changes }) => (
            <li key={sequence}>
              <span className="soft">
                <When at={at} full />
              </span>
              <div>
                <p>
                  <b>{system ? t('glossary.setUp') : name}</b> {!system && t(`glossary.deed.${deed}`)}
                </p>
                {(deed === 'changed' || changes.length > 0) && <Changes changes={changes} />}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
