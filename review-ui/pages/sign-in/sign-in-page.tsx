import { useTranslation } from 'react-i18next'
import { Threshold } from '../../components/threshold.tsx'
import { useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { ProviderButton } from './provider-button.tsx'
import { SecondStep } from './second-step.tsx'
import { SignInForm } from './sign-in-form.tsx'

export function SignIn() {
  const { t } = useTranslation()
  const { session, replace } = useSession()
  useTitle(t('signIn.title'))
  return (
    <Threshold title={t('signIn.title')}>
      {session.next === null ? (
        <>
          <ProviderButton provider={session.provider} />
          <SignInForm onSignedIn={replace} />
          <p className="soft">{t('signIn.forgotten')}</p>
        </>
      ) : (
        <SecondStep step={session.next} onSignedIn={replace} onStartOver={() => replace({ ...session, next: null })} />
      )}
    </Threshold>
  )
}
