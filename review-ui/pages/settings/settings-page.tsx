import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceSettings } from '../../../src/contract/views.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useMe, useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { EngineForm } from './engine-form.tsx'
import { KeyFingerprint } from './key-fingerprint.tsx'
import { OfficeForm } from './office-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { Section } from './section.tsx'
import { StyleForm } from './style-form.tsx'

/** What the workspace says of itself, how it writes, where its drafts come from, how readers know its key, and one's own password. */
export function SettingsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { session, replace } = useSession()
  const remote = useRemote('settings', (signal) => call('settings', { signal }))
  const view = remote.data
  const [office, setOffice] = useState(false)
  const [style, setStyle] = useState(false)
  const [engine, setEngine] = useState(false)
  const [password, setPassword] = useState(false)
  const asking = useUnsaved(office || style || engine || password)
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
            <Section title={t('settings.engine.title')} about={<p className="soft">{t('settings.engine.about')}</p>}>
              <EngineForm
                saved={view.engine}
                mayChange={mayChange}
                onChanged={setEngine}
                onSaved={(next) => {
                  remote.replace({ ...view, engine: next })
                  replace({ ...session, engine: next.active })
                }}
              />
            </Section>
            <Section title={t('settings.key.title')} about={<p className="soft">{t('settings.key.about')}</p>}>
              <KeyFingerprint publicKey={view.key} />
            </Section>
            <Section
              title={t('settings.password.title')}
              about={<p className="soft">{t('settings.password.about')}</p>}
            >
              <PasswordForm onChanged={setPassword} />
            </Section>
          </>
        )}
      </main>
      {asking}
    </>
  )
}
