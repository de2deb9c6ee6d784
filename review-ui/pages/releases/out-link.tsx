import { useTranslation } from 'react-i18next'

/** A link that leaves the review room: published pages open beside it. */
export function OutLink({ href, children }: { href: string; children: string }) {
  const { t } = useTranslation()
  return (
    <a className="out" href={href} target="_blank" rel="noopener">
      {children} <span aria-hidden="true">↗</span>
      <span className="hidden"> ({t('releases.newTab')})</span>
    </a>
  )
}
