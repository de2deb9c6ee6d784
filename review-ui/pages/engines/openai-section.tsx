import { useTranslation } from 'react-i18next'
import { destinationOf } from '../../../src/model/engine-destination.ts'
import { chosenDialect } from '../../../src/model/prompt-dialect.ts'
import { Icon } from '../../components/icon.tsx'
import { OpenAiFields } from './engine-fields.tsx'
import { EngineForm, ToField } from './engine-form.tsx'
import { EngineFrame, type EngineSectionProps } from './engine-frame.tsx'
import { LocalServers } from './local-servers.tsx'
import { openAiBodyOf, openAiFormOf, openAiProblems } from './logic/engine-edits.ts'
import { roleOf, unagreed } from './logic/roles.ts'
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
  const edit = useEngineForm({
    saved: settings,
    formOf: openAiFormOf,
    bodyOf: openAiBodyOf,
    problemsOf: openAiProblems,
    unagreedOf: ({ baseUrl }) =>
      roleOf('openai-compatible', settings) === 'off' && !settings.questions
        ? null
        : unagreed('openai-compatible', { ...settings, openai: { ...settings.openai, baseUrl: baseUrl.trim() } }),
    onChanged,
    onSaved,
  })
  const { form } = edit
  const dialect = t(`settings.engine.dialects.${chosenDialect(form.dialect, form.model.trim())}`)
  return (
    <EngineFrame
      engine="openai-compatible"
      view={view}
      goes={<Goes baseUrl={form.baseUrl} />}
      costs={priceWords('openai-compatible', settings)}
      holds={t('engines.openai.holds', { dialect })}
      next={(code) => mayChange && <ToField field={fieldOf[code]} onGo={edit.focusField} />}
    >
      {mayChange && (
        <LocalServers
          onChoose={(baseUrl, model) => {
            edit.put({ baseUrl, model, dialect: 'auto' })
            edit.focusField('model')
          }}
        />
      )}
      <EngineForm engine="openai-compatible" view={view} mayChange={mayChange} onUsed={onUsed} edit={edit}>
        <p className="soft">{t('settings.engine.openaiNeeds')}</p>
        <OpenAiFields form={form} saved={settings} mayChange={mayChange} lacks={edit.lacks} onChange={edit.put} />
      </EngineForm>
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
