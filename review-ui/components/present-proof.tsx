import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call, type Failure } from '../api.ts'
import { useSending } from '../interaction/use-sending.ts'
import { useSession } from '../shell/session.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { Icon } from './icon.tsx'
import { PresentPasswordField } from './password-fields.tsx'
import { providerName } from './provider-name.ts'
import { useRefused } from './refused.tsx'

/** What somebody gave to show anew that it is they; nothing where they did so at the provider. */
export interface GivenProof {
  readonly password?: string
}

/**
 * Shows anew, before an act that everybody reads, that it is the person signed in: by the password, or, for whoever has
 * none, at the office's provider. `act` is the button that does it; it stands there once it can.
 */
export function PresentProof({
  document,
  hint,
  failure,
  act,
  children,
  onProved,
}: {
  /** The id of the document that it is about. */
  document: string
  hint: string
  failure: Failure | null
  act: ReactNode
  /** What is filled in before; it stands there once nothing leads away from the page any more. */
  children?: ReactNode
  onProved: (proof: GivenProof) => void
}) {
  const { session } = useSession()
  const [password, setPassword] = useState('')
  const isByProvider = session.proof === 'provider' && session.provider !== null
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onProved(isByProvider ? {} : { password })
        setPassword('')
      }}
    >
      {isByProvider ? (
        <AtProvider document={document} failure={failure} act={act}>
          {children}
        </AtProvider>
      ) : (
        <>
          {children}
          <PresentPasswordField hint={hint} value={password} failure={failure} onChange={setPassword} />
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
