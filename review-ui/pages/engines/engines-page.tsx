import { type ComponentType, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineSettingsView } from '../../../src/contract/views/engines.ts'
import { type EngineName, engineNames } from '../../../src/model/engine.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call } from '../../api.ts'
import { Loading } from '../../components/loading.tsx'
import { useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useMe, useSession } from '../../shell/session.tsx'
import { useTitle } from '../../shell/title.ts'
import { useUnsaved } from '../../shell/unsaved.tsx'
import type { EngineSectionProps } from './engine-frame.tsx'
import { GoogleSection } from './google-section.tsx'
import { MemorySection } from './memory-section.tsx'
import { OfflineSection } from './offline-section.tsx'
import { OpenAiSection } from './openai-section.tsx'
import { QuestionsSection } from './questions-section.tsx'
import { SentenceRoute } from './sentence-route.tsx'

const sections: Readonly<Record<EngineName, ComponentType<EngineSectionProps>>> = {
  memory: MemorySection,
  offline: OfflineSection,
  google: GoogleSection,
  'openai-compatible': OpenAiSection,
}

/** Where first drafts come from: the way of a sentence, and what each engine is, sends where, costs and did. */
export function EnginesPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { session, replace } = useSession()
  const remote = useRemote('engines', (signal) => call('engines', { signal }))
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const asking = useUnsaved(changed.size > 0)
  useTitle(t('rooms.engines'))
  const mayChange = mayDo(me, 'change-settings')
  const view = remote.data
  const active = view?.settings.active
  useEffect(() => {
    if (active !== undefined && active !== session.engine) replace({ ...session, engine: active })
  }, [active, session, replace])
  const onSaved = (settings: EngineSettingsView) => {
    if (view !== null) remote.replace({ ...view, settings })
    replace({ ...session, engine: settings.active })
  }
  const noted = (part: string) => (isChanged: boolean) =>
    setChanged((before) => {
      if (before.has(part) === isChanged) return before
      const after = new Set(before)
      if (isChanged) after.add(part)
      else after.delete(part)
      return after
    })
  return (
    <>
      <Header />
      <main className="page settings engines-page" id="main">
        <header>
          <h1>{t('rooms.engines')}</h1>
          <p className="lead">{t('engines.lead')}</p>
          {!mayChange && <p className="soft">{t('engines.readOnly')}</p>}
        </header>
        <Loading remote={remote} />
        {view !== null && (
          <>
            <SentenceRoute
              // Which engine drafts changes by itself where nobody has chosen and a model comes or goes.
              key={view.settings.chosen ? '' : view.settings.active}
              view={view}
              mayChange={mayChange}
              onChanged={noted('route')}
              onSaved={onSaved}
            />
            <QuestionsSection
              key={`questions ${view.settings.questions}`}
              view={view}
              mayChange={mayChange}
              onChanged={noted('questions')}
              onSaved={onSaved}
            />
            {engineNames.map((engine) => {
              const EngineSection = sections[engine]
              return (
                <EngineSection
                  key={engine}
                  view={view}
                  mayChange={mayChange}
                  onChanged={noted(engine)}
                  onSaved={onSaved}
                  onUsed={() => void remote.reload()}
                />
              )
            })}
          </>
        )}
      </main>
      {asking}
    </>
  )
}
