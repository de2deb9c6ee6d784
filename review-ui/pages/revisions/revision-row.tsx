import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Revision } from '../../../src/model/revision.ts'
import { Differences } from '../../components/differences.tsx'
import { When } from '../../components/instant.tsx'

/** What somebody made of a sentence: the Chinese, what was taken out and put in, who and when, and what was said of it. */
export function RevisionRow({
  document,
  revision: { segment, number, source, before, after, by, at, why, stands },
  names,
}: {
  document: string
  revision: Revision
  names: Readonly<Record<string, string>>
}) {
  const { t } = useTranslation()
  const said = why.filter(({ text }) => text !== '')
  return (
    <li>
      <p className="number">{number === null ? '–' : <Link href={`/d/${document}/${segment}`}>{number}</Link>}</p>
      <p className="zh" lang="zh-CN">
        {source}
      </p>
      <div>
        <Differences before={before} after={after} lang="en" />
        <p className="soft">
          <b>{names[by] ?? by}</b>, <When at={at} />
          {!stands && ` · ${t('revisions.gone')}`}
        </p>
        {said.length > 0 && (
          <ul>
            {said.map((reason) => (
              <li key={`${reason.kind} ${reason.at}`}>
                <span className="soft">
                  {t(`revisions.why.${reason.kind}`, { name: names[reason.by] ?? reason.by })}
                </span>
                {t('common.colon')}
                {reason.text}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
