import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Figure, figureDiffers } from '../../../src/model/release.ts'
import { Icon } from '../../components/icon.tsx'
import { HeadedTable, useLongList } from './long-list.tsx'
import { SegmentLink } from './place.tsx'

/** Every figure of the document with what the source says and what the English says; those that differ come first. */
export function FiguresTable({
  figures,
  sheet,
}: {
  figures: readonly Figure[]
  /** Where the whole sheet is read and confirmed. */
  sheet: string
}) {
  const { t } = useTranslation()
  const sorted = [...figures.filter(figureDiffers), ...figures.filter((figure) => !figureDiffers(figure))]
  const unconfirmed = figures.filter(({ confirmed }) => confirmed === undefined).length
  const { shown, more } = useLongList(sorted, 12)
  return (
    <>
      {figures.length > 0 && (
        <>
          <p>
            {t('figures.progress', { confirmed: figures.length - unconfirmed, count: figures.length })}{' '}
            <Link href={sheet}>{t('signOff.toFigures')}</Link>
          </p>
          <HeadedTable
            heads={[
              t('signOff.segment'),
              t('document.chinese'),
              t('signOff.value'),
              t('document.english'),
              t('signOff.verdict'),
            ]}
          >
            {shown.map((figure, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a segment can have the same figure twice
              <FigureLine key={`${figure.segment} ${index}`} figure={figure} />
            ))}
          </HeadedTable>
        </>
      )}
      {more(t('signOff.allFigures', { count: sorted.length }))}
    </>
  )
}

function FigureLine({ figure }: { figure: Figure }) {
  const { t } = useTranslation()
  const { segment, source, expected, target, verdict, confirmed } = figure
  const differs = figureDiffers(figure)
  return (
    <tr>
      <td>
        <SegmentLink segment={segment} />
      </td>
      <td className="zh" lang="zh-CN">
        {source}
      </td>
      <td className="en" lang="en">
        {expected}
      </td>
      <td className="en" lang="en">
        {target}
      </td>
      <td className={!differs ? 'soft' : confirmed ? 'ochre' : 'red'}>
        <Icon name={!differs ? 'met' : confirmed ? 'warning' : 'error'} /> {t(`verdict.${verdict}`)}
      </td>
    </tr>
  )
}
