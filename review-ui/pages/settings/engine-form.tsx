import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineSettingsView } from '../../../src/contract/views.ts'
import { call } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import { bodyOf, destinationOf, dropsKey, formOf, problemsOf } from './logic/engine-form.ts'
import { SectionForm } from './section.tsx'
import { useSaving } from './use-saving.ts'

const engines = ['memory', 'google', 'openai-compatible'] as const
const names = { memory: 'memory', google: 'google', 'openai-compatible': 'openai' } as const

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
  const words = useWords()
  const id = useId()
  const [form, setForm] = useState(() => formOf(saved))
  const [tried, setTried] = useState(false)
  const { busy, savedAt, failure, save } = useSaving()
  const fields = useRef<HTMLFieldSetElement>(null)
  const changed = JSON.stringify(form) !== JSON.stringify(formOf(saved))
  useEffect(() => onChanged(changed), [changed, onChanged])
  const problems = problemsOf(form)
  const lacks = (problem: (typeof problems)[number]) => tried && problems.includes(problem)
  const put = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const send = async () => {
    setTried(true)
    if (problems.length > 0) {
      // The field that lacks something is known once it is drawn so.
      setTimeout(() => fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const reply = await save(call('changeEngine', { body: bodyOf(form) }))
    if (reply === null) return
    setForm(formOf(reply.engine))
    onSaved(reply.engine)
  }
  const { google } = form
  const drops = dropsKey(form, saved)
  const details: Record<(typeof engines)[number], ReactNode> = {
    memory: null,
    google: (
      <>
        <Field
          label={t('settings.engine.project')}
          hint={t('settings.engine.projectHint')}
          spellCheck={false}
          maxLength={500}
          required
          value={google.project}
          onChange={(event) => put({ google: { ...google, project: event.target.value } })}
          {...(lacks('project') && { wrong: t('settings.engine.projectMissing') })}
        />
        <div className="pair">
          <Field
            label={t('settings.engine.location')}
            hint={t('settings.engine.locationHint')}
            spellCheck={false}
            maxLength={500}
            value={google.location}
            onChange={(event) => put({ google: { ...google, location: event.target.value } })}
          />
          <Field
            label={t('settings.engine.glossary')}
            hint={t('settings.engine.glossaryHint')}
            spellCheck={false}
            maxLength={500}
            value={google.glossary}
            onChange={(event) => put({ google: { ...google, glossary: event.target.value } })}
          />
        </div>
      </>
    ),
    'openai-compatible': (
      <>
        <Field
          label={t('settings.engine.baseUrl')}
          hint={t('settings.engine.baseUrlHint')}
          type="url"
          spellCheck={false}
          maxLength={500}
          required
          value={form.baseUrl}
          onChange={(event) => put({ baseUrl: event.target.value })}
          {...(lacks('baseUrl') && { wrong: t('settings.engine.baseUrlWrong') })}
        />
        <Field
          label={t('settings.engine.model')}
          spellCheck={false}
          maxLength={500}
          required
          value={form.model}
          onChange={(event) => put({ model: event.target.value })}
          {...(lacks('model') && { wrong: t('settings.engine.modelMissing') })}
        />
        <Field
          label={t('settings.engine.key')}
          type="password"
          autoComplete="off"
          maxLength={1000}
          value={form.key}
          onChange={(event) => put({ key: event.target.value, removesKey: false })}
          {...(!drops && { hint: t(saved.openai.keySet ? 'settings.engine.keySet' : 'settings.engine.keyNone') })}
        />
        {saved.openai.keySet && !drops && mayChange && form.key === '' && (
          <div className="choices">
            <label>
              <input
                type="checkbox"
                checked={form.removesKey}
                onChange={(event) => put({ removesKey: event.target.checked })}
              />
              <span>
                {t('settings.engine.keyRemove')}{' '}
                {form.removesKey && <span className="soft">{t('settings.engine.keyRemoved')}</span>}
              </span>
            </label>
          </div>
        )}
        {drops && (
          <p className="ochre" role="status">
            <Icon name="warning" /> {t('settings.engine.keyDropped')}
          </p>
        )}
      </>
    ),
  }
  return (
    <SectionForm
      saving={{ busy, changed, savedAt }}
      mayChange={mayChange}
      onSave={() => void send()}
      onDiscard={() => {
        setForm(formOf(saved))
        setTried(false)
      }}
    >
      <fieldset className="engines" ref={fields}>
        <legend className="label">{t('settings.engine.choice')}</legend>
        {engines.map((engine) => (
          <div key={engine} data-chosen={form.active === engine || undefined}>
            <label>
              <input
                type="radio"
                name={`${id}-engine`}
                aria-describedby={`${id}-${engine}`}
                checked={form.active === engine}
                onChange={() => put({ active: engine })}
              />
              <b>{t(`settings.engine.${names[engine]}`)}</b>
            </label>
            <div className="needs" id={`${id}-${engine}`}>
              <p className="soft">{t(`settings.engine.${names[engine]}Needs`)}</p>
              <Privacy engine={engine} baseUrl={form.active === engine ? form.baseUrl : ''} />
            </div>
            {form.active === engine && details[engine] !== null && <div className="stack">{details[engine]}</div>}
          </div>
        ))}
      </fieldset>
      {failure !== null && <Notice wrong>{words.failure(failure)}</Notice>}
    </SectionForm>
  )
}

function Privacy({ engine, baseUrl }: { engine: (typeof engines)[number]; baseUrl: string }) {
  const { t } = useTranslation()
  if (engine === 'memory') return <p>{t('settings.engine.memoryPrivacy')}</p>
  if (engine === 'google') {
    return (
      <p>
        <Icon name="note" /> {t('settings.engine.googlePrivacy')}
      </p>
    )
  }
  const destination = destinationOf(baseUrl)
  const host = 'host' in destination ? destination.host : ''
  return (
    <p className={destination.type === 'open' ? 'ochre' : ''}>
      <Icon name={destination.type === 'open' ? 'warning' : 'note'} />{' '}
      {t(`settings.engine.openaiPrivacy.${destination.type}`, { host })}
    </p>
  )
}
