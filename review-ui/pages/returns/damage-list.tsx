import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { base } from '../../base.ts'
import { SegmentNumbers } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import type { ReturnsLook } from './logic/choices.ts'

/** Rows that are not taken, each with its reason and its words, so that nothing is lost. */
export function DamageList({ document, problems }: { document: string; problems: ReturnsLook['problems'] }) {
  const { t } = useTranslation()
  const numberOf = useContext(SegmentNumbers)
  if (problems.length === 0) return null
  return (
    <section aria-label={t('returns.damaged')}>
      <h3>{t('returns.damaged')}</h3>
      <ul className="returned-damage">
        {problems.map(({ type, segment, after, source, target, others, faults, comments }, at) => {
          const number = numberOf(segment)
          const place = after === undefined ? undefined : numberOf(after)
          const isMade = segment === ''
          const made = source === '' && target === '' ? 'returns.besideNoRow' : 'returns.rowOfNoNumber'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows without an id have nothing else, and the list never changes
            <li key={at}>
              <Icon name="error" />
              <div>
                <p>
                  <b>{isMade ? t(made) : t(`returns.damage.${type}`, { number: number ?? segment })}</b>{' '}
                  {isMade
                    ? source !== '' && place !== undefined && t('returns.madeAfter', { number: place })
                    : t(`returns.means.${type}`)}
                </p>
                {source !== '' && type !== 'missing' && (
                  <p className="zh" lang={isMade ? undefined : 'zh-CN'}>
                    {source}
                  </p>
                )}
                {type !== 'missing' &&
                  [target, ...others].map((english, row) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows may say the same, and the list never changes
                    <p className="en" lang="en" key={row}>
                      {english}
                    </p>
                  ))}
                {faults.map(({ type: fault, code }) => (
                  <p key={`${fault} ${code}`}>{t(`returns.fault.${fault}`, { code })}</p>
                ))}
                {number !== undefined && (
                  <p>
                    <a href={`${base}/d/${document}/${segment}`} target="_blank" rel="noopener">
                      {t('returns.lookAtIt', { number })}
                    </a>
                  </p>
                )}
                {comments.map((text) => (
                  <p className="soft" key={text}>
                    {text}
                  </p>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
