import { type ComponentType, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineSettingsView } from '../../../src/contract/views.ts'
import { type EngineName, engineNames } from '../../../src/model/engine.ts'
import { call } from '../../api.ts'
import { Icon } from '../../components/icon.tsx'
import { useFocusOnWrong } from '../../interaction/focus.ts'
import { GoogleDetails, OpenAiDetails } from './engine-details.tsx'
import { EngineTest } from './engine-test.tsx'
import { bodyOf, destinationOf, type EngineProblem, formOf, problemsOf } from './logic/engine-edits.ts'
import { SectionForm } from './section.tsx'
import { useSaving } from './use-saving.ts'

const names = { memory: 'memory', google: 'google', 'openai-compatible': 'openai' } as const satisfies Record<
  EngineName,
  string
>

/** Where the texts go, by engine; `baseUrl` is the address of the server that was chosen. */
const privacy: Readonly<Record<EngineName, ComponentType<{ baseUrl: string }>>> = {
  memory: MemoryPrivacy,
  google: GooglePrivacy,
  'openai-compatible': OpenAiPrivacy,
}

/** Where first drafts come from, what each engine needs, and where the texts go with it. */
export function EngineForm({
  saved,
  mayChange,
  onSaved,
  onChanged,
}: {
  saved: EngineSettingsView
  mayChange: boolean
  onSaved: (engine: EngineSettingsView) => void
  onChanged: (changed: boolean) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const [form, setForm] = useState(() => formOf(saved))
  const [tried, setTried] = useState(false)
  const saving = useSaving()
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const focusOnWrong = useFocusOnWrong(fieldset)
  const changed = JSON.stringify(form) !== JSON.stringify(formOf(saved))
  useEffect(() => onChanged(changed), [changed, onChanged])
  const problems = problemsOf(form)
  const details = {
    form,
    lacks: (problem: EngineProblem) => tried && problems.includes(problem),
    onChange: (change: Partial<typeof form>) => setForm({ ...form, ...change }),
  }
  const fields: Readonly<Record<EngineName, ReactNode>> = {
    memory: null,
    google: <GoogleDetails {...details} />,
    'openai-compatible': <OpenAiDetails {...details} saved={saved} mayChange={mayChange} />,
  }
  const send = async () => {
    setTried(true)
    if (problems.length > 0) return focusOnWrong()
    const reply = await saving.save(call('changeEngine', { body: bodyOf(form) }))
    if (reply === null) return
    setForm(formOf(reply.engine))
    onSaved(reply.engine)
  }
  return (
    <SectionForm
      saving={saving}
      changed={changed}
      mayChange={mayChange}
      onSave={() => void send()}
      onDiscard={() => {
        setForm(formOf(saved))
        setTried(false)
      }}
    >
      <fieldset className="engines" ref={fieldset}>
        <legend className="label">{t('settings.engine.choice')}</legend>
        {engineNames.map((engine) => {
          const Privacy = privacy[engine]
          return (
            <div key={engine} data-chosen={form.active === engine || undefined}>
              <label>
                <input
                  type="radio"
                  name={`${id}-engine`}
                  aria-describedby={`${id}-${engine}`}
                  checked={form.active === engine}
                  onChange={() => details.onChange({ active: engine })}
                />
                <b>{t(`settings.engine.${names[engine]}`)}</b>
              </label>
              <div className="needs" id={`${id}-${engine}`}>
                <p className="soft">{t(`settings.engine.${names[engine]}Needs`)}</p>
                <Privacy baseUrl={form.active === engine ? form.baseUrl : ''} />
              </div>
              {form.active === engine && fields[engine] !== null && (
                <div className="stack">
                  {fields[engine]}
                  {mayChange && <EngineTest engine={engine} saved={!changed} />}
                </div>
              )}
            </div>
          )
        })}
      </fieldset>
    </SectionForm>
  )
}

function MemoryPrivacy() {
  const { t } = useTranslation()
  return <p>{t('settings.engine.memoryPrivacy')}</p>
}

function GooglePrivacy() {
  const { t } = useTranslation()
  return (
    <p>
      <Icon name="note" /> {t('settings.engine.googlePrivacy')}
    </p>
  )
}

function OpenAiPrivacy({ baseUrl }: { baseUrl: string }) {
  const { t } = useTranslation()
  const destination = destinationOf(baseUrl)
  const host = 'host' in destination ? destination.host : ''
  return (
    <p className={destination.type === 'open' ? 'ochre' : ''}>
      <Icon name={destination.type === 'open' ? 'warning' : 'note'} />{' '}
      {t(`settings.engine.openaiPrivacy.${destination.type}`, { host })}
    </p>
  )
}
