import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineName } from '../../../src/model/engine.ts'
import { SectionForm } from '../settings/section.tsx'
import { ConsentBox } from './consent-box.tsx'
import type { EngineSectionProps } from './engine-frame.tsx'
import { EngineTest } from './engine-test.tsx'
import { purposeOf, roleOf } from './logic/roles.ts'
import { isSetUp } from './logic/set-up.ts'
import type { EngineForm as EngineFormState } from './use-engine-form.ts'

/** The fields of an engine, the consent that its address needs, the buttons that save them, and its test. */
export function EngineForm<Form>({
  engine,
  view: { settings },
  mayChange,
  onUsed,
  edit,
  children,
}: Pick<EngineSectionProps, 'view' | 'mayChange' | 'onUsed'> & {
  engine: EngineName
  edit: EngineFormState<Form>
  children: ReactNode
}) {
  const { t } = useTranslation()
  const use = purposeOf(engine, roleOf(engine, settings), settings)
  const { fieldset, saving, changed, host, consent, consentMissing } = edit
  return (
    <>
      <SectionForm
        saving={saving}
        changed={changed}
        mayChange={mayChange}
        onSave={() => void edit.save()}
        onDiscard={edit.discard}
      >
        <fieldset className="stack" ref={fieldset}>
          <legend className="hidden">{t(`engines.names.${engine}`)}</legend>
          {children}
          {use !== 'off' && host !== null && (
            <ConsentBox
              host={host}
              settings={settings}
              engine={engine}
              use={use}
              checked={consent}
              missing={consentMissing}
              onChange={edit.setConsent}
            />
          )}
        </fieldset>
      </SectionForm>
      {mayChange && isSetUp(engine, settings) && <EngineTest engine={engine} saved={!changed} onTested={onUsed} />}
    </>
  )
}

/** Leads to the field that a failure is about; nothing where it is about none. */
export function ToField({
  field,
  onGo,
}: {
  field: 'project' | 'bucket' | 'location' | 'key' | 'model' | 'dialect' | 'baseUrl' | 'concurrency' | undefined
  onGo: (field: string) => void
}) {
  const { t } = useTranslation()
  if (field === undefined) return null
  return (
    <button type="button" className="text-button" onClick={() => onGo(field)}>
      {t('engines.toField', { field: t(`settings.engine.${field}`) })}
    </button>
  )
}
