import type { TFunction } from 'i18next'
import { type Figure, figureDiffers } from '../../../src/model/release.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'

/** What the columns hold, in words. */
interface Labels {
  readonly chinese: string
  readonly value: string
  readonly english: string
  readonly verdict: string
  readonly by: string
}

export function labelsIn(t: TFunction): Labels {
  const colon = t('common.colon')
  return {
    chinese: t('document.chinese') + colon,
    value: t('signOff.value') + colon,
    english: t('document.english') + colon,
    verdict: t('signOff.verdict') + colon,
    by: t('figures.by') + colon,
  }
}

/** A figure; its labels are for narrow windows and for those who do not see the columns. */
export function FigureRow({ figure, labels, t }: { figure: Figure; labels: Labels; t: TFunction }) {
  const { source, expected, target, verdict, confirmed } = figure
  const open = confirmed === undefined && figureDiffers(figure)
  return (
    <li className="figure">
      <span className="cell">
        <span className="label">{labels.chinese}</span>
        <span className="zh" lang="zh-CN">
          {source}
        </span>
      </span>
      <span className="cell">
        <span className="label">{labels.value}</span>
        <span className="en" lang="en">
          {expected}
        </span>
      </span>
      <span className="cell">
        <span className="label">{labels.english}</span>
        {target === '' ? (
          <span className="soft">{t('figures.absent')}</span>
        ) : (
          <span className="en" lang="en">
            {target}
          </span>
        )}
      </span>
      <span className={`cell ${open ? 'red' : figureDiffers(figure) ? 'ochre' : 'soft'}`}>
        <span className="label">{labels.verdict}</span>
        <span>
          <Icon name={open ? 'error' : figureDiffers(figure) ? 'warning' : 'met'} /> {t(`verdict.${verdict}`)}
        </span>
      </span>
      <span className="cell">
        <span className="label">{labels.by}</span>
        {confirmed === undefined ? (
          <span className={open ? 'red' : 'soft'}>{t(open ? 'figures.needsName' : 'figures.notYet')}</span>
        ) : (
          <span>
            {confirmed.name} <When at={confirmed.at} />{' '}
            <span className="soft">{t(`figures.how.${confirmed.how}`)}</span>
          </span>
        )}
      </span>
    </li>
  )
}
