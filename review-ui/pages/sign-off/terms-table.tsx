import { useTranslation } from 'react-i18next'
import type { SignOffSheet } from '../../../src/contract/views/signing.ts'
import { Icon } from '../../components/icon.tsx'
import { HeadedTable, useLongList } from './long-list.tsx'
import { SegmentLink } from './place.tsx'

/** The terms of the document, those that the English misses somewhere first. */
export function TermsTable({ terms }: { terms: SignOffSheet['terms'] }) {
  const { t } = useTranslation()
  const sorted = terms.toSorted(
    (a, b) => Math.sign(b.missed) - Math.sign(a.missed) || b.segments.length - a.segments.length,
  )
  const { shown, more } = useLongList(sorted, 12)
  return (
    <>
      {terms.length > 0 && (
        <HeadedTable
          heads={[
            t('document.chinese'),
            t('document.english'),
            t('signOff.status'),
            t('signOff.where'),
            t('signOff.verdict'),
          ]}
        >
          {shown.map(({ id, source, target, status, segments, missed }) => (
            <tr key={id}>
              <td className="zh" lang="zh-CN">
                {source}
              </td>
              <td className="en" lang="en">
                {target}
              </td>
              <td>{t(`termStatus.${status}`)}</td>
              <td className="places">
                {segments.slice(0, 6).map((segment) => (
                  <SegmentLink key={segment} segment={segment} />
                ))}
                {segments.length > 6 && t('signOff.more', { count: segments.length - 6 })}
              </td>
              <td className={missed === 0 ? 'soft' : status === 'approved' ? 'red' : 'ochre'}>
                <Icon name={missed === 0 ? 'met' : status === 'approved' ? 'error' : 'warning'} />{' '}
                {missed === 0 ? t('terms.met') : t('signOff.missed', { count: missed })}
              </td>
            </tr>
          ))}
        </HeadedTable>
      )}
      {more(t('signOff.allTerms', { count: sorted.length }))}
    </>
  )
}
