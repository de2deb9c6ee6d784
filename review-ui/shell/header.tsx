import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { Icon } from '../components/icon.tsx'
import { Menu } from '../components/menu.tsx'
import { changeLanguage, currentLanguage } from '../i18n.ts'
import { rooms } from '../pages/rooms.ts'
import { NoticesLink } from './notices-link.tsx'
import { useSession } from './session.tsx'
import { changeTheme, currentTheme } from './theme.ts'

export function Brand() {
  return (
    <Link href="/" className="brand" aria-label="对照 Duizhao">
      <span lang="zh-CN">对照</span>
      <span lang="zh-Latn">Duizhao</span>
    </Link>
  )
}

export function LanguageAndTheme() {
  const { t } = useTranslation()
  const [theme, setTheme] = useState(currentTheme)
  const [isWithoutWords, setWithoutWords] = useState(false)
  const other = currentLanguage() === 'zh-CN' ? 'en' : 'zh-CN'
  return (
    <>
      {isWithoutWords && (
        <span role="alert" className="soft">
          {t('header.withoutWords')}
        </span>
      )}
      <button
        type="button"
        className="icon-button"
        lang={other}
        onClick={() => void changeLanguage(other).then((changed) => setWithoutWords(!changed))}
      >
        {other === 'en' ? 'English' : '中文'}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('header.dark')}
        aria-pressed={theme === 'dark'}
        onClick={() => {
          const next = theme === 'dark' ? 'light' : 'dark'
          changeTheme(next)
          setTheme(next)
        }}
      >
        <Icon name="theme" />
      </button>
    </>
  )
}

function RoomLinks() {
  const { t } = useTranslation()
  const [path] = useLocation()
  return rooms.map(({ href, name }) => (
    <Link key={href} href={href} aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}>
      {t(`rooms.${name}`)}
    </Link>
  ))
}

/** Who one is, the way to the other rooms where the header has no space for them, and the way out. */
export function AccountMenu({ withRooms, children }: { withRooms?: boolean; children?: ReactNode }) {
  const { t } = useTranslation()
  const { session, signOut } = useSession()
  const { person } = session
  if (person === null) return null
  return (
    <Menu
      label={
        <>
          <Icon name={withRooms ? 'menu' : 'person'} />
          <span className={withRooms ? 'hidden' : 'account-name'}>{withRooms ? t('header.menu') : person.name}</span>
        </>
      }
    >
      <p>
        <b>{person.name}</b>
        <br />
        <span className="soft">{person.roles.map((role) => t(`role.${role}`)).join(t('common.listComma'))}</span>
      </p>
      <hr />
      {children}
      <nav className={withRooms ? '' : 'only-narrow'} aria-label={t('header.rooms')}>
        <RoomLinks />
        <hr />
      </nav>
      <button type="button" onClick={() => void signOut()}>
        {t('header.signOut')}
      </button>
    </Menu>
  )
}

/** The header of every page but the document's, which has one of its own. */
export function Header() {
  const { t } = useTranslation()
  const { session } = useSession()
  return (
    <header className="top">
      <a className="skip" href="#main">
        {t('header.skip')}
      </a>
      <Brand />
      {session.person !== null && (
        <nav className="rooms" aria-label={t('header.rooms')}>
          <RoomLinks />
        </nav>
      )}
      <div className="tools">
        <NoticesLink />
        <LanguageAndTheme />
        <AccountMenu />
      </div>
    </header>
  )
}
