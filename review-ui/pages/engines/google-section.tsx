import { useTranslation } from 'react-i18next'
import { GoogleFields } from './engine-fields.tsx'
import { EngineForm, ToField } from './engine-form.tsx'
import { EngineFrame, type EngineSectionProps } from './engine-frame.tsx'
import { googleBodyOf, googleFormOf, googleProblems } from './logic/engine-edits.ts'
import { roleOf, unagreed } from './logic/roles.ts'
import { useEngineForm } from './use-engine-form.ts'
import { usePriceWords } from './use-engine-words.ts'

/** The field that a refusal of Google's is about. */
const fieldOf: Readonly<Record<string, 'project' | 'bucket' | 'location' | 'concurrency'>> = {
  'google-bucket': 'bucket',
  'google-unknown': 'project',
  'google-permission': 'project',
  'engine-quota': 'concurrency',
}

export function GoogleSection({ view, mayChange, onChanged, onSaved, onUsed }: EngineSectionProps) {
  const { t } = useTranslation()
  const priceWords = usePriceWords()
  const { settings } = view
  const edit = useEngineForm({
    saved: settings,
    formOf: googleFormOf,
    bodyOf: googleBodyOf,
    problemsOf: googleProblems,
    unagreedOf: () => (roleOf('google', settings) === 'off' ? null : unagreed('google', settings)),
    onChanged,
    onSaved,
  })
  const bucket = (edit.form.bucket ?? '').trim() !== ''
  return (
    <EngineFrame
      engine="google"
      view={view}
      goes={t('settings.engine.googlePrivacy')}
      costs={priceWords('google', settings)}
      holds={t(bucket ? 'engines.google.holdsByGlossary' : 'engines.google.holdsInText')}
      next={(code) => mayChange && <ToField field={fieldOf[code]} onGo={edit.focusField} />}
    >
      <EngineForm engine="google" view={view} mayChange={mayChange} onUsed={onUsed} edit={edit}>
        <p className="soft">{t('settings.engine.googleNeeds')}</p>
        <GoogleFields form={edit.form} lacks={edit.lacks} onChange={edit.put} />
      </EngineForm>
    </EngineFrame>
  )
}
