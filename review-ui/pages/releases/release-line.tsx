import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReleaseView } from '../../../src/contract/views/releases.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { base } from '../../base.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { useMe, useSession } from '../../shell/session.tsx'
import { OutLink } from './out-link.tsx'
import { publicAddress } from './published.ts'

/** One release: its titles, when and by whom it was published, and whether the office still stands by it. */
export function ReleaseLine({
  release,
  chinese,
  latest,
  onWithdraw,
}: {
  release: ReleaseView
  /** The Chinese title, if it can be had. */
  chinese: string | undefined
  latest: boolean
  onWithdraw: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const { document, title, number, at, by, errata, path, withdrawn } = release
  const address = publicAddress(useSession().session.workspace.address, path)
  return (
    <li data-latest={latest || undefined} data-withdrawn={withdrawn !== null || undefined}>
      <div className="titles">
        {chinese !== undefined && (
          <h2 className="zh" lang="zh-CN">
            <Link href={`/d/${document}`}>{chinese}</Link>
          </h2>
        )}
        <p className="en" lang="en">
          {title}
        </p>
        {withdrawn !== null && <Withdrawn withdrawn={withdrawn} />}
      </div>
      <div className="facts">
        <p>
          <OutLink href={`${base}${path}`}>{t('releases.release', { number })}</OutLink>
          {latest && <span className="soft"> · {t('releases.latest')}</span>}
        </p>
        <p>
          <When at={at} full /> <span className="soft">{t('releases.by', { name: by })}</span>
        </p>
        {errata > 0 && <p>{t('releases.errata', { count: errata })}</p>}
        {address !== null && (
          <p className="soft address">
            {t('releases.public')}
            {t('common.colon')}
            {address}
          </p>
        )}
        {withdrawn === null && mayDo(me, 'withdraw-release') && (
          <p>
            <button type="button" className="button" onClick={onWithdraw}>
              {t('releases.withdraw')}{' '}
              <span className="hidden">{`${title}, ${t('releases.release', { number })}`}</span>
            </button>
          </p>
        )}
      </div>
    </li>
  )
}

function Withdrawn({ withdrawn: { at, by, reason } }: { withdrawn: NonNullable<ReleaseView['withdrawn']> }) {
  const { t } = useTranslation()
  return (
    <div className="withdrawn">
      <p className="red">
        <Icon name="error" /> {t('releases.withdrawn')} <When at={at} full /> {t('releases.by', { name: by })}
      </p>
      <p lang="zh-CN">{reason.zh}</p>
      <p lang="en">{reason.en}</p>
    </div>
  )
}
