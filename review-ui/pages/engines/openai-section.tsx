import { useTranslation } from 'react-i18next'
import { destinationOf } from '../../../src/model/engine-destination.ts'
import { chosenDialect } from '../../../src/model/prompt-dialect.ts'
import { Icon } from '../../components/icon.tsx'
import { SectionForm } from '../settings/section.tsx'
import { ConsentBox } from './consent-box.tsx'
import { OpenAiFields } from './engine-fields.tsx'
import { EngineFrame, type EngineSectionProps } from './engine-frame.tsx'
import { EngineTest } from './engine-test.tsx'
import { LocalServers } from './local-servers.tsx'
import { openAiBodyOf, openAiFormOf, openAiProblems } from './logic/engine-edits.ts'
import { roleOf, unagreed } from './logic/roles.ts'
import { isSetUp } from './logic/set-up.ts'
import { useEngineForm } from './use-engine-form.ts'
import { usePriceWords } from './use-engine-words.ts'

/** The field that a refusal is about. */
const fieldOf: Readonly<Record<string, 'key' | 'model' | 'dialect' | 'baseUrl' | 'concurrency'>> = {
  'engine-key': 'key',
  'engine-model': 'model',
  'engine-unreadable': 'dialect',
  'engine-unreachable': 'baseUrl',
  'engine-busy': 'concurrency',
}

export function OpenAiSection({ view, mayChange, onChanged, onSaved, onUsed }: EngineSectionProps) {
  const { t } = useTranslation()
  const priceWords = usePriceWords()
  const { settings } = view
  const role = roleOf('openai-compatible', settings)
  const { form, fieldset, saving, changed, host, consent, setConsent, consentMissing, ...edit } = useEngineForm({
    saved: settings,
    formOf: openAiFormOf,
    bodyOf: openAiBodyOf,
    problemsOf: openAiProblems,
    unagreedOf: ({ baseUrl }) =>
      role === 'off'
        ? null
        : unagreed('openai-compatible', { ...settings, openai: { ...settings.openai, baseUrl: baseUrl.trim() } }),
    onChanged,
    onSaved,
  })
  const dialect = t(`settings.engine.dialects.${chosenDialect(form.dialect, form.model.trim())}`)
  return (
    <EngineFrame
      engine="openai-compatible"
      view={view}
      goes={<Goes baseUrl={form.baseUrl} />}
      costs={priceWords('openai-compatible', settings)}
      holds={t('engines.openai.holds', { dialect })}
      next={(code) => {
        const field = fieldOf[code]
        return field && mayChange ? (
          <button type="button" className="text-button" onClick={() => edit.focusField(field)}>
            {t('engines.toField', { field: t(`settings.engine.${field}`) })}
          </button>
        ) : null
      }}
    >
      {mayChange && (
        <LocalServers
          onChoose={(baseUrl, model) => {
            edit.put({ baseUrl, model, dialect: 'auto' })
            edit.focusField('model')
          }}
        />
      )}
      <SectionForm
        saving={saving}
        changed={changed}
        mayChange={mayChange}
        onSave={() => void edit.save()}
        onDiscard={edit.discard}
      >
        <fieldset className="stack" ref={fieldset}>
          <legend className="hidden">{t('engines.names.openai-compatible')}</legend>
          <p className="soft">{t('settings.engine.openaiNeeds')}</p>
          <OpenAiFields form={form} saved={settings} mayChange={mayChange} lacks={edit.lacks} onChange={edit.put} />
          {role !== 'off' && host !== null && (
            <ConsentBox
              host={host}
              settings={settings}
              engine="openai-compatible"
              role={role}
              checked={consent}
              missing={consentMissing}
              onChange={setConsent}
            />
          )}
        </fieldset>
      </SectionForm>
      {mayChange && isSetUp('openai-compatible', settings) && (
        <EngineTest engine="openai-compatible" saved={!changed} onTested={onUsed} />
      )}
    </EngineFrame>
  )
}

function Goes({ baseUrl }: { baseUrl: string }) {
  const { t } = useTranslation()
  const destination = destinationOf(baseUrl)
  const host = 'host' in destination ? destination.host : ''
  return (
    <span className={destination.type === 'open' ? 'ochre' : ''}>
      {destination.type === 'open' && <Icon name="warning" />}{' '}
      {t(`settings.engine.openaiPrivacy.${destination.type}`, { host })}
    </span>
  )
}
