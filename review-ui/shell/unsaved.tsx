import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../components/dialog.tsx'

/** Where there is something unsaved: the address of the page, and how it asks before one leaves. */
interface Guard {
  readonly address: string
  readonly ask: (leave: () => void) => void
}

const guards = new Set<Guard>()

// The way back has been gone already when it is heard of: the page is put on top of it again before anybody looks. So
// this has to listen before the router does, which it does from the moment it is loaded.
window.addEventListener('popstate', (event) => {
  const [guard] = guards
  if (guard === undefined) return
  event.stopImmediatePropagation()
  history.pushState(null, '', guard.address)
  guard.ask(() => history.back())
})

/**
 * Keeps what is not saved from being left behind unasked: by a link, by the browser's way back, by closing the window.
 * Gives the question, to be rendered. Leaving goes on as it was meant once somebody says so.
 */
export function useUnsaved(unsaved: boolean): ReactNode {
  const { t } = useTranslation()
  const [leave, setLeave] = useState<(() => void) | null>(null)
  const [leaving, setLeaving] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!unsaved || leaving) return
    const guard: Guard = { address: location.href, ask: (go) => setLeave(() => go) }
    const closing = (event: BeforeUnloadEvent) => event.preventDefault()
    const following = (event: MouseEvent) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || link.origin !== location.origin || link.hasAttribute('download')) return
      if (link.target === '_blank' || link.pathname === location.pathname) return
      event.preventDefault()
      event.stopPropagation()
      guard.ask(() => link.click())
    }
    window.addEventListener('beforeunload', closing)
    guards.add(guard)
    document.addEventListener('click', following, true)
    return () => {
      window.removeEventListener('beforeunload', closing)
      guards.delete(guard)
      document.removeEventListener('click', following, true)
    }
  }, [unsaved, leaving])
  useEffect(() => {
    if (!leaving || leave === null) return
    setLeave(null)
    leave()
  }, [leaving, leave])
  if (leave === null || leaving) return null
  return (
    <Dialog title={t('unsaved.title')} first={stay} onClose={() => setLeave(null)}>
      <div className="stack">
        <p>{t('unsaved.about')}</p>
        <div className="row-of-buttons">
          <button ref={stay} type="button" className="button primary" onClick={() => setLeave(null)}>
            {t('unsaved.stay')}
          </button>
          <button type="button" className="button" onClick={() => setLeaving(true)}>
            {t('unsaved.leave')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
