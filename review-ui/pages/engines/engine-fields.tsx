import { useTranslation } from 'react-i18next'
import type { EngineSettingsView } from '../../../src/contract/views/engines.ts'
import { googleModels } from '../../../src/model/engine.ts'
import { nameIn } from '../../../src/model/names.ts'
import { dialectChoices, dialectOfModel } from '../../../src/model/prompt-dialect.ts'
import { Field, Select } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { dropsKey, type EngineProblem, type GoogleEdits, type OpenAiEdits } from './logic/engine-edits.ts'

interface Props<Form> {
  readonly form: Form
  /** Whether to say of a field that it lacks something. */
  readonly lacks: (problem: EngineProblem) => boolean
  readonly onChange: (change: Partial<Form>) => void
}

export function GoogleFields({ form: google, lacks, onChange: put }: Props<GoogleEdits>) {
  const { t } = useTranslation()
  return (
    <>
      <Field
        name="project"
        label={t('settings.engine.project')}
        hint={t('settings.engine.projectHint')}
        spellCheck={false}
        maxLength={500}
        required
        value={google.project}
        wrong={lacks('project') ? t('settings.engine.projectMissing') : undefined}
        onChange={(event) => put({ project: event.target.value })}
      />
      <div className="pair">
        {(['location', 'glossary'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`settings.engine.${name}`)}
            hint={t(`settings.engine.${name}Hint`)}
            spellCheck={false}
            maxLength={500}
            value={google[name]}
            onChange={(event) => put({ [name]: event.target.value })}
          />
        ))}
      </div>
      <div className="pair">
        <Field
          name="bucket"
          label={t('settings.engine.bucket')}
          hint={t('settings.engine.bucketHint')}
          spellCheck={false}
          maxLength={500}
          value={google.bucket ?? ''}
          onChange={(event) => put({ bucket: event.target.value })}
        />
        <Select
          label={t('settings.engine.model')}
          hint={t('settings.engine.googleModelHint')}
          value={google.model ?? googleModels[0]}
          onChange={(event) => put({ model: nameIn(googleModels, event.target.value) })}
        >
          {googleModels.map((model) => (
            <option key={model} value={model}>
              {t(`settings.engine.googleModels.${model}`)}
            </option>
          ))}
        </Select>
      </div>
      <div className="pair">
        <CallsAtOnce
          hint={t('settings.engine.googleConcurrencyHint')}
          value={google.concurrency}
          wrong={lacks('concurrency')}
          onChange={(concurrency) => put({ concurrency })}
        />
        <Field
          name="each"
          label={t('engines.price.eachLabel')}
          hint={t('engines.price.googleHint')}
          inputMode="decimal"
          maxLength={12}
          value={google.each}
          wrong={lacks('price') ? t('engines.price.wrong') : undefined}
          onChange={(event) => put({ each: event.target.value })}
        />
      </div>
    </>
  )
}

export function OpenAiFields({
  form,
  saved,
  mayChange,
  lacks,
  onChange,
}: Props<OpenAiEdits> & { readonly saved: EngineSettingsView; readonly mayChange: boolean }) {
  const { t } = useTranslation()
  const drops = dropsKey(form, saved)
  return (
    <>
      <Field
        name="baseUrl"
        label={t('settings.engine.baseUrl')}
        hint={t('settings.engine.baseUrlHint')}
        type="url"
        spellCheck={false}
        maxLength={500}
        required
        value={form.baseUrl}
        wrong={lacks('baseUrl') ? t('settings.engine.baseUrlWrong') : undefined}
        onChange={(event) => onChange({ baseUrl: event.target.value })}
      />
      <Field
        name="model"
        label={t('settings.engine.model')}
        spellCheck={false}
        maxLength={500}
        required
        value={form.model}
        wrong={lacks('model') ? t('settings.engine.modelMissing') : undefined}
        onChange={(event) => onChange({ model: event.target.value })}
      />
      <HowItIsAsked form={form} lacks={lacks} onChange={onChange} />
      <div className="pair">
        {(['input', 'output'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`engines.price.${name}Label`)}
            hint={name === 'input' ? t('engines.price.tokensHint') : undefined}
            inputMode="decimal"
            maxLength={12}
            value={form[name]}
            wrong={lacks('price') && name === 'input' ? t('engines.price.wrong') : undefined}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
      </div>
      <Field
        name="key"
        label={t('settings.engine.key')}
        type="password"
        autoComplete="off"
        maxLength={1000}
        value={form.key}
        hint={drops ? undefined : t(saved.openai.keySet ? 'settings.engine.keySet' : 'settings.engine.keyNone')}
        onChange={(event) => onChange({ key: event.target.value, removesKey: false })}
      />
      {saved.openai.keySet && !drops && mayChange && form.key === '' && (
        <div className="choices">
          <label>
            <input
              type="checkbox"
              checked={form.removesKey}
              onChange={(event) => onChange({ removesKey: event.target.checked })}
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
  )
}

/** The form of prompts and the number of calls at once, with what stands where neither is set. */
function HowItIsAsked({ form, lacks, onChange }: Props<OpenAiEdits>) {
  const { t } = useTranslation()
  const automatic = t(`settings.engine.dialects.${dialectOfModel(form.model.trim())}`)
  return (
    <div className="pair">
      <Select
        name="dialect"
        label={t('settings.engine.dialect')}
        hint={
          form.dialect === 'auto'
            ? t('settings.engine.dialectAuto', { dialect: automatic })
            : t('settings.engine.dialectHint')
        }
        value={form.dialect}
        onChange={(event) => onChange({ dialect: nameIn(dialectChoices, event.target.value) })}
      >
        {dialectChoices.map((dialect) => (
          <option key={dialect} value={dialect}>
            {t(`settings.engine.dialects.${dialect}`)}
          </option>
        ))}
      </Select>
      <CallsAtOnce
        hint={t('settings.engine.concurrencyHint')}
        value={form.concurrency}
        wrong={lacks('concurrency')}
        onChange={(concurrency) => onChange({ concurrency })}
      />
    </div>
  )
}

function CallsAtOnce({
  hint,
  value,
  wrong,
  onChange,
}: {
  readonly hint: string
  readonly value: string
  readonly wrong: boolean
  readonly onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Field
      name="concurrency"
      label={t('settings.engine.concurrency')}
      hint={hint}
      inputMode="numeric"
      maxLength={2}
      value={value}
      wrong={wrong ? t('settings.engine.concurrencyWrong') : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
