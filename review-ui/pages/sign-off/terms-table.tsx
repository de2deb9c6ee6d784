import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SignOffSheet } from '../../../src/contract/views.ts'
import { Icon } from '../../components/icon.tsx'

type Place = (segment: string) => { readonly href: string; readonly number: number }
const shownAtFirst = 12

/** The terms of the document, those that the English misses somewhere first. */
export function TermsTable({ terms, place }: { terms: SignOffSheet['terms']; place: Place }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const sorted = terms.toSorted(
    (a, b) => Math.sign(b.missed) - Math.sign(a.missed) || b.segments.length - a.segments.length,
  )
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{t('signOff.terms', { count: terms.length })}</h2>
      {terms.length > 0 && (
        <div className="scrolls">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('document.chinese')}</th>
                <th scope="col">{t('document.english')}</th>
                <th scope="col">{t('signOff.status')}</th>
                <th scope="col">{t('signOff.where')}</th>
                <th scope="col">{t('signOff.verdict')}</th>
              </tr>
            </thead>
            <tbody>
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
                      <Link key={segment} href={place(segment).href}>
                        {place(segment).number}
                      </Link>
                    ))}
                    {segments.length > 6 && t('signOff.more', { count: segments.length - 6 })}
                  </td>
                  <td className={missed === 0 ? 'soft' : status === 'approved' ? 'red' : 'ochre'}>
                    <Icon name={missed === 0 ? 'met' : status === 'approved' ? 'error' : 'warning'} />{' '}
                    {missed === 0 ? t('terms.met') : t('signOff.missed', { count: missed })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sorted.length > shownAtFirst && (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('signOff.fewer') : t('signOff.allTerms', { count: sorted.length })}
        </button>
      )}
    </section>
  )
}
