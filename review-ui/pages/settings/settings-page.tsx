import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../src/model/permissions.ts'
import type { WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { base } from '../../base.ts'
import { DownloadLink } from '../../components/download-link.tsx'
import { Loading } from '../../components/loading.tsx'
import { providerName } from '../../components/provider-name.ts'
import { currentLanguage } from '../../i18n.ts'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useMe, useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { AwayForm } from './away-form.tsx'
import { CountsForm } from './counts-form.tsx'
import { KeyFingerprint } from './key-fingerprint.tsx'
import { Linked } from './linked.tsx'
import { MailPart } from './mail/mail-part.tsx'
import { OfficeForm } from './office-form.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordForm } from './password-form.tsx'
import { Provider } from './provider.tsx'
import { PublishingForm } from './publishing-form.tsx'
import { QualityForm } from './quality-form.tsx'
import { RetentionForm } from './retention-form.tsx'
import { SecondFactorPart } from './second-factor.tsx'
import { Section } from './section.tsx'
import { StepsForm } from './steps-form.tsx'
import { StyleForm } from './style-form.tsx'
import { Tokens } from './tokens.tsx'
import { Webhooks } from './webhooks/webhooks.tsx'

/** The office, its style, the fingerprint of the key, the user's password and a link to the API. */
export function SettingsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { session, replace } = useSession()
  const remote = useRemote('settings', (signal) => call('settings', { signal }))
  const view = remote.data
  const [office, setOffice] = useState(false)
  const [style, setStyle] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const [quality, setQuality] = useState(false)
  const [counts, setCounts] = useState(false)
  const [steps, setSteps] = useState(false)
  const [retention, setRetention] = useState(false)
  const [password, setPassword] = useState(false)
  const [provider, setProvider] = useState(false)
  const [factor, setFactor] = useState(false)
  const parts = [office, style, publishing, quality, counts, steps, retention, password, provider, factor]
  const asking = useUnsaved(parts.includes(true))
  useTitle(t('rooms.settings'))
  const mayChange = mayDo(me, 'change-settings')
  const savedSettings = (settings: WorkspaceSettings) => {
    if (view !== null) remote.replace({ ...view, settings })
    replace({ ...session, workspace: settings })
  }
  return (
    <>
      <Header />
      <main className="page settings" id="main">
        <header>
          <h1>{t('rooms.settings')}</h1>
          {!mayChange && <p className="soft">{t('settings.readOnly')}</p>}
        </header>
        <Loading remote={remote} />
        {view !== null && (
          <>
            <Section title={t('settings.office.title')} about={<p className="soft">{t('settings.office.about')}</p>}>
              <OfficeForm saved={view.settings} mayChange={mayChange} onChanged={setOffice} onSaved={savedSettings} />
            </Section>
            <Section title={t('settings.style.title')} about={<p className="soft">{t('settings.style.about')}</p>}>
              <StyleForm
                saved={view.settings.style}
                mayChange={mayChange}
                onChanged={setStyle}
                onSaved={savedSettings}
              />
            </Section>
            <Section
              title={t('settings.publishing.title')}
              about={<p className="soft">{t('settings.publishing.about')}</p>}
            >
              <PublishingForm
                saved={view.settings.publishing}
                mayChange={mayChange}
                onChanged={setPublishing}
                onSaved={savedSettings}
              />
            </Section>
            <Section
              title={t('revisionsAsked.settings.title')}
              about={<p className="soft">{t('revisionsAsked.settings.about')}</p>}
            >
              <StepsForm
                saved={view.settings.steps}
                mayChange={mayChange}
                onChanged={setSteps}
                onSaved={savedSettings}
              />
            </Section>
            <Section title={t('quality.settings.title')} about={<p className="soft">{t('quality.settings.about')}</p>}>
              <QualityForm
                saved={view.settings.quality}
                mayChange={mayChange}
                onChanged={setQuality}
                onSaved={savedSettings}
              />
            </Section>
            <Section title={t('counts.settings.title')} about={<p className="soft">{t('counts.settings.about')}</p>}>
              <CountsForm
                saved={view.settings.counts}
                mayChange={mayChange}
                onChanged={setCounts}
                onSaved={savedSettings}
              />
            </Section>
            {mayChange && (
              <Section
                title={t('settings.retention.title')}
                about={<p className="soft">{t('settings.retention.about')}</p>}
              >
                <RetentionForm
                  saved={view.settings.retention}
                  mayChange={mayChange}
                  onChanged={setRetention}
                  onSaved={savedSettings}
                />
              </Section>
            )}
            {mayDo(me, 'manage-people') && (
              <Section
                title={t('settings.provider.title')}
                about={<p className="soft">{t('settings.provider.about')}</p>}
              >
                <Provider onChanged={setProvider} />
              </Section>
            )}
            {mayDo(me, 'manage-people') && (
              <Section title={t('settings.factor.title')} about={<p className="soft">{t('settings.factor.about')}</p>}>
                <SecondFactorPart onChanged={setFactor} />
              </Section>
            )}
            <Section title={t('settings.key.title')} about={<p className="soft">{t('settings.key.about')}</p>}>
              <KeyFingerprint publicKey={view.key} />
            </Section>
            {session.proof === 'password' && (
              <Section
                title={t('settings.password.title')}
                about={<p className="soft">{t('settings.password.about')}</p>}
              >
                <PasswordForm onChanged={setPassword} />
              </Section>
            )}
            <Section
              title={t('settings.passkeys.title')}
              about={<p className="soft">{t('settings.passkeys.about')}</p>}
            >
              <Passkeys />
            </Section>
            {session.provider !== null && (
              <Section
                title={t('settings.linked.title', { name: providerName(session.provider) })}
                about={<p className="soft">{t('settings.linked.about')}</p>}
              >
                <Linked />
              </Section>
            )}
            <Section title={t('assign.away.title')} about={<p className="soft">{t('assign.away.about')}</p>}>
              <AwayForm />
            </Section>
            <Section title={t('settings.tokens.title')} about={<p className="soft">{t('settings.tokens.about')}</p>}>
              <Tokens />
            </Section>
            <Section title={t('settings.data.title')} about={<p className="soft">{t('settings.data.about')}</p>}>
              <DownloadLink href={`${base}/api/session/person-data`}>{t('settings.data.export')}</DownloadLink>
            </Section>
            {mayChange && (
              <Section title={t('settings.mail.title')} about={<p className="soft">{t('settings.mail.about')}</p>}>
                <MailPart />
              </Section>
            )}
            {mayChange && (
              <Section
                title={t('settings.webhooks.title')}
                about={<p className="soft">{t('settings.webhooks.about')}</p>}
              >
                <Webhooks />
              </Section>
            )}
            <Section title={t('settings.api.title')} about={<p className="soft">{t('settings.api.about')}</p>}>
              <a href={`${base}/api/docs?language=${currentLanguage()}`}>{t('settings.api.link')}</a>
            </Section>
          </>
        )}
      </main>
      {asking}
    </>
  )
}
