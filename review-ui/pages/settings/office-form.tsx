import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWebAddress } from '../../../src/model/engine-destination.ts'
import type { WorkspaceSettings } from '../../../src/model/settings.ts'
import { call } from '../../api.ts'
import { Field, TextArea } from '../../components/field.tsx'
import { timeZones, zoneWords } from './logic/time-zones.ts'
import { SectionForm } from './section.tsx'
import { useEdits } from './use-edits.ts'
import { useSaving } from './use-saving.ts'

const languages = [
  { name: 'zh', lang: 'zh-CN' },
  { name: 'en', lang: 'en' },
] as const

/** Who publishes, by which clock, at which address, and with which standing. */
export function OfficeForm({
  saved,
  mayChange,
  onSaved,
  onChanged,
}: {
  saved: WorkspaceSettings
  mayChange: boolean
  onSaved: (settings: WorkspaceSettings) => void
  /** Whether there is something unsaved. */
  onChanged: (changed: boolean) => void
}) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const { form, changes, changed, put, discard } = useEdits(saved)
  const [tried, setTried] = useState(false)
  const saving = useSaving()
  const { failure } = saving
  useEffect(() => onChanged(changed), [changed, onChanged])
  const zones = useMemo(() => timeZones(saved.timeZone), [saved.timeZone])
  const address = form.address.trim()
  const refusedAt = failure?.type === 'refusal' && failure.code === 'bad-request' ? failure.params.place : undefined
  const addressWrong = (tried && address !== '' && !isWebAddress(address)) || refusedAt === 'address'
  const send = async () => {
    setTried(true)
    if (address !== '' && !isWebAddress(address)) return
    const reply = await saving.save(call('changeSettings', { body: changes }))
    if (reply === null) return
    discard()
    onSaved(reply.settings)
  }
  return (
    <SectionForm
      saving={saving}
      changed={changed}
      failureShown={refusedAt === 'address'}
      mayChange={mayChange}
      onSave={() => void send()}
      onDiscard={() => {
        discard()
        setTried(false)
      }}
    >
      <div className="pair">
        {languages.map(({ name, lang }) => (
          <Field
            key={name}
            label={t(`settings.office.${name}`)}
            lang={lang}
            maxLength={500}
            value={form.office[name]}
            onChange={(event) => put({ office: { ...form.office, [name]: event.target.value } })}
          />
        ))}
      </div>
      <Field
        label={t('settings.office.contact')}
        hint={t('settings.office.contactHint')}
        maxLength={500}
        value={form.contact}
        onChange={(event) => put({ contact: event.target.value })}
      />
      <div className="field">
        <label htmlFor={`${id}-zone`}>{t('settings.office.zone')}</label>
        <select
          id={`${id}-zone`}
          className="input"
          aria-describedby={`${id}-now`}
          value={form.timeZone}
          onChange={(event) => put({ timeZone: event.target.value })}
        >
          {zones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </select>
        <p className="hint" id={`${id}-now`}>
          {t('settings.office.zoneNow', { ...zoneWords(form.timeZone, i18n.language, new Date()) })}
        </p>
      </div>
      <Field
        label={t('settings.office.address')}
        hint={t('settings.office.addressHint')}
        type="url"
        inputMode="url"
        spellCheck={false}
        maxLength={500}
        value={form.address}
        onChange={(event) => put({ address: event.target.value })}
        wrong={addressWrong ? t('settings.office.addressWrong') : undefined}
      />
      <fieldset className="field" aria-describedby={`${id}-statement`}>
        <legend className="label">{t('settings.office.statement')}</legend>
        <p className="hint" id={`${id}-statement`}>
          {t('settings.office.statementHint')}
        </p>
        <div className="pair">
          {languages.map(({ name, lang }) => (
            <TextArea
              key={name}
              label={t(name === 'zh' ? 'settings.office.statementZh' : 'settings.office.statementEn')}
              className={`input ${name}`}
              lang={lang}
              rows={4}
              maxLength={20_000}
              value={form.statement[name]}
              onChange={(event) => put({ statement: { ...form.statement, [name]: event.target.value } })}
            />
          ))}
        </div>
      </fieldset>
    </SectionForm>
  )
}
