import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../src/contract/views/session.ts'
import type { Person, Role } from '../../src/model/people.ts'
import { call, onSignedOut } from '../api.ts'
import { Dialog } from '../components/dialog.tsx'
import { Notice } from '../components/notice.tsx'
import { ProviderButton } from '../pages/sign-in/provider-button.tsx'
import { SignInForm } from '../pages/sign-in/sign-in-form.tsx'

interface SessionValue {
  readonly session: SessionView
  readonly replace: (session: SessionView) => void
  readonly signOut: () => Promise<void>
}

const SessionContext = createContext<SessionValue | null>(null)

export function useSession(): SessionValue {
  const value = useContext(SessionContext)
  if (value === null) throw new Error('outside the session')
  return value
}

/** The person signed in. Only for pages that nobody sees without signing in. */
export function useMe(): Person {
  const { person } = useSession().session
  if (person === null) throw new Error('nobody is signed in')
  return person
}

/** For whose work something is. What one may do is asked of `mayDo`. */
export function hasRole(person: Person, ...anyOf: readonly Role[]): boolean {
  return anyOf.some((role) => person.roles.includes(role))
}

/**
 * Who is signed in. When a session ends while somebody is at work the page stays as it is, with all that was typed,
 * behind a dialog to sign in again.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [session, setSession] = useState<SessionView | 'waiting' | 'unreachable'>('waiting')
  const [ended, setEnded] = useState(false)
  const load = useCallback(async () => {
    const outcome = await call('session')
    setSession(outcome.type === 'reply' ? outcome.reply : 'unreachable')
  }, [])
  useEffect(() => {
    void load()
  }, [load])
  useEffect(() => onSignedOut(() => setEnded(true)), [])
  const value = useMemo(() => {
    if (typeof session === 'string') return null
    const signOut = async () => {
      const outcome = await call('signOut')
      if (outcome.type === 'unreachable') return
      if (outcome.type === 'reply' && outcome.reply.leave !== null) return location.assign(outcome.reply.leave)
      setEnded(false)
      setSession({ ...session, person: null, proof: null, proved: null, hasPasskey: false })
    }
    return { session, replace: setSession, signOut }
  }, [session])
  if (session === 'waiting') return <p className="waiting">{t('common.loading')}</p>
  if (value === null) {
    return (
      <main className="page">
        <Notice
          wrong
          aside={
            <button type="button" className="button" onClick={() => void load()}>
              {t('common.again')}
            </button>
          }
        >
          {t('common.unreachable')}
        </Notice>
      </main>
    )
  }
  return (
    <SessionContext value={value}>
      {children}
      {ended && value.session.person !== null && (
        <Dialog title={t('signIn.again')}>
          <ProviderButton provider={value.session.provider} />
          <SignInForm
            onSignedIn={(view) => {
              setEnded(false)
              // Somebody else at the same screen gets a page of their own.
              if (view.person?.id !== value.session.person?.id) location.reload()
              else setSession(view)
            }}
          />
        </Dialog>
      )}
    </SessionContext>
  )
}
