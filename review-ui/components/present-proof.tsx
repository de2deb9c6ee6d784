import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { PasskeyPurpose } from '../../src/model/passkey.ts'
import { call, type Failure } from '../api.ts'
import { askForPasskey, type PasskeyAnswer } from '../interaction/passkey.ts'
import { usePasskeyAsking } from '../interaction/use-passkey.ts'
import { useSending } from '../interaction/use-sending.ts'
import { useSession } from '../shell/session.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { PresentPasswordField } from './password-fields.tsx'
import { providerName } from './provider-name.ts'
import { useRefused } from './refused.tsx'

/** What somebody gave to show anew that it is they; nothing where they did so at the provider. */
export interface GivenProof {
  readonly password?: string
  readonly passkey?: PasskeyAnswer
}

/**
 * Shows anew, before an act that everybody reads, that it is the person signed in: by the password and a passkey of whoever
 * has one, or, for whoever has neither, at the office's provider. `act` is the button that does it; it stands there once it can.
 */
export function PresentProof({
  purpose,
  hint,
  failure,
  act,
  children,
  onProved,
}: {
  /** What is done to which document. */
  purpose: Extract<PasskeyPurpose, { readonly document: string }>
  hint: string
  failure: Failure | null
  act: ReactNode
  /** What is filled in before; it stands there once nothing leads away from the page any more. */
  children?: ReactNode
  onProved: (proof: GivenProof) => void
}) {
  const { t } = useTranslation()
  const { session } = useSession()
  const [password, setPassword] = useState('')
  const asking = usePasskeyAsking()
  const { hasPasskey } = session
  const isByProvider = session.proof === 'provider' && session.provider !== null && !hasPasskey
  const prove = async () => {
    const given = session.proof === 'password' ? { password } : {}
    setPassword('')
    if (!hasPasskey) return onProved(given)
    const passkey = await asking.ask(askForPasskey(call('askPasskey', { body: { purpose } })))
    if (passkey !== null) onProved({ ...given, passkey })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void prove()
      }}
    >
      {isByProvider ? (
        <AtProvider document={purpose.document} failure={failure} act={act}>
          {children}
        </AtProvider>
      ) : (
        <>
          {children}
          {session.proof === 'password' || !hasPasskey ? (
            <PresentPasswordField hint={hint} value={password} failure={failure} onChange={setPassword} />
          ) : (
            <FailureNotice failure={failure} />
          )}
          {hasPasskey && <p className="hint">{t('passkey.hint')}</p>}
          {asking.wrong !== null && <Notice wrong>{asking.wrong}</Notice>}
          {act}
        </>
      )}
    </form>
  )
}

function AtProvider({
  document,
  failure,
  act,
  children,
}: {
  document: string
  failure: Failure | null
  act: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const { session } = useSession()
  const [path] = useLocation()
  const sending = useSending()
  const refused = useRefused()
  const name = session.provider === null ? '' : providerName(session.provider)
  const again = async () => {
    const reply = await sending.send(call('beginProof', { body: { document, returnTo: path } }))
    if (reply !== null) location.assign(reply.address)
  }
  const isAskedAgain = failure?.type === 'refusal' && failure.code === 'provider-again'
  if (session.proved === document && !isAskedAgain) {
    return (
      <>
        {children}
        <p>
          <Icon name="met" /> {t('signOff.proved', { name })}
        </p>
        <FailureNotice failure={failure} />
        {act}
      </>
    )
  }
  return (
    <>
      <p>{t('signOff.againAbout', { name })}</p>
      <FailureNotice failure={sending.failure ?? refused ?? failure} />
      <div>
        <button type="button" className="button primary" disabled={sending.busy} onClick={() => void again()}>
          {t('signOff.againNow', { name })}
        </button>
      </div>
    </>
  )
}
