import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Figure, figureDiffers } from '../../../src/model/release.ts'
import { Icon } from '../../components/icon.tsx'

type Place = (segment: string) => { readonly href: string; readonly number: number }
const shownAtFirst = 12

/** Every figure of the document with what the source says and what the English says; those that differ come first. */
export function FiguresTable({
  figures,
  place,
  sheet,
}: {
  figures: readonly Figure[]
  place: Place
  /** Where the whole sheet is read and confirmed. */
  sheet: string
}) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const sorted = [...figures.filter(figureDiffers), ...figures.filter((figure) => !figureDiffers(figure))]
  const unconfirmed = figures.filter(({ confirmed }) => confirmed === undefined).length
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('signOff.figures', { count: figures.length })}</h2>
      {figures.length > 0 && (
        <p>
          {t('figures.progress', { confirmed: figures.length - unconfirmed, count: figures.length })}{' '}
          <Link href={sheet}>{t('signOff.toFigures')}</Link>
        </p>
      )}
      {figures.length > 0 && (
        <div className="scrolls">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('signOff.segment')}</th>
                <th scope="col">{t('document.chinese')}</th>
                <th scope="col">{t('signOff.value')}</th>
                <th scope="col">{t('document.english')}</th>
                <th scope="col">{t('signOff.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((figure, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a segment can have the same figure twice
                <tr key={`${figure.segment} ${index}`}>
                  <td>
                    <Link href={place(figure.segment).href}>{place(figure.segment).number}</Link>
                  </td>
                  <td className="zh" lang="zh-CN">
                    {figure.source}
                  </td>
                  <td className="en" lang="en">
                    {figure.expected}
                  </td>
                  <td className="en" lang="en">
                    {figure.target}
                  </td>
                  <td className={!figureDiffers(figure) ? 'soft' : figure.confirmed ? 'ochre' : 'red'}>
                    <Icon name={!figureDiffers(figure) ? 'met' : figure.confirmed ? 'warning' : 'error'} />{' '}
                    {t(`verdict.${figure.verdict}`)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sorted.length > shownAtFirst && (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('signOff.fewer') : t('signOff.allFigures', { count: sorted.length })}
        </button>
      )}
    </section>
  )
}
