import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { announce } from './announce.tsx'
import { useSession } from './session.tsx'
import { useUnseen } from './unseen.ts'

/** The way to the notices, with how many are not seen; more of them are said without moving the focus. */
export function NoticesLink() {
  const { session } = useSession()
  return session.person === null ? null : <LinkFor person={session.person.id} />
}

function LinkFor({ person }: { person: string }) {
  const { t } = useTranslation()
  const count = useUnseen(person)
  const before = useRef(count)
  useEffect(() => {
    if (before.current !== null && count !== null && count > before.current) announce(t('header.unread', { count }))
    before.current = count
  }, [count, t])
  return (
    <Link href="/notices" className="icon-button notices-link">
      <Icon name="bell" />
      <span className="hidden">{t('header.notices')}</span>
      {count !== null && count > 0 && (
        <>
          <b aria-hidden="true">{count > 99 ? '99+' : count}</b>
          <span className="hidden">{t('header.unread', { count })}</span>
        </>
      )}
    </Link>
  )
}
