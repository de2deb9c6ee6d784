import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

/** Where a segment is worked on, and the number that people know it by. */
export interface Place {
  readonly href: string
  readonly number: number
}

/** The places of the segments of the document that the page is about. */
export const Places = createContext<(segment: string) => Place>(() => ({ href: '/', number: 0 }))

/** The number of a segment, as the way to it. */
export function SegmentLink({ segment, href }: { segment: string; href?: string }) {
  const { t } = useTranslation()
  const place = useContext(Places)(segment)
  return (
    <Link href={href ?? place.href} aria-label={t('document.segment', { number: place.number })}>
      {place.number}
    </Link>
  )
}
