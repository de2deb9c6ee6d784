import { useTranslation } from 'react-i18next'
import { SectionForm } from '../settings/section.tsx'
import { ConsentBox } from './consent-box.tsx'
import { GoogleFields } from './engine-fields.tsx'
import { EngineFrame, type EngineSectionProps } from './engine-frame.tsx'
import { EngineTest } from './engine-test.tsx'
import { googleBodyOf, googleFormOf, googleProblems } from './logic/engine-edits.ts'
import { roleOf, unagreed } from './logic/roles.ts'
import { isSetUp } from './logic/set-up.ts'
import { useEngineForm } from './use-engine-form.ts'
import { usePriceWords } from './use-engine-words.ts'

/** The field that a refusal of Google's is about. */
const fieldOf: Readonly<Record<string, 'project' | 'bucket' | 'location'>> = {
  'google-bucket': 'bucket',
  'google-unknown': 'project',
  'google-permission': 'project',
}

export function GoogleSection({ view, mayChange, onChanged, onSaved, onUsed }: EngineSectionProps) {
  const { t } = useTranslation()
  const priceWords = usePriceWords()
  const { settings } = view
  const role = roleOf('google', settings)
  const { form, fieldset, saving, changed, host, consent, setConsent, consentMissing, ...edit } = useEngineForm({
    saved: settings,
    formOf: googleFormOf,
    bodyOf: googleBodyOf,
    problemsOf: googleProblems,
    unagreedOf: () => (role === 'off' ? null : unagreed('google', settings)),
    onChanged,
    onSaved,
  })
  const bucket = (form.bucket ?? '').trim() !== ''
  return (
    <EngineFrame
      engine="google"
      view={view}
      goes={t('settings.engine.googlePrivacy')}
      costs={priceWords('google', settings)}
      holds={t(bucket ? 'engines.google.holdsByGlossary' : 'engines.google.holdsInText')}
      next={(code) => {
        const field = fieldOf[code]
        return field && mayChange ? (
          <button type="button" className="text-button" onClick={() => edit.focusField(field)}>
            {t('engines.toField', { field: t(`settings.engine.${field}`) })}
          </button>
        ) : null
      }}
    >
      <SectionForm
        saving={saving}
        changed={changed}
        mayChange={mayChange}
        onSave={() => void edit.save()}
        onDiscard={edit.discard}
      >
        <fieldset className="stack" ref={fieldset}>
          <legend className="hidden">{t('engines.names.google')}</legend>
          <p className="soft">{t('settings.engine.googleNeeds')}</p>
          <GoogleFields form={form} lacks={edit.lacks} onChange={edit.put} />
          {role !== 'off' && host !== null && (
            <ConsentBox
              host={host}
              settings={settings}
              engine="google"
              role={role}
              checked={consent}
              missing={consentMissing}
              onChange={setConsent}
            />
          )}
        </fieldset>
      </SectionForm>
      {mayChange && isSetUp('google', settings) && <EngineTest engine="google" saved={!changed} onTested={onUsed} />}
    </EngineFrame>
  )
}
