import { useTranslation } from 'react-i18next'
import { Field } from '../../components/field.tsx'
import { SectionForm } from '../settings/section.tsx'
import { EngineFrame, type EngineSectionProps } from './engine-frame.tsx'
import { EngineTest } from './engine-test.tsx'
import { offlineBodyOf, offlineFormOf, offlineProblems } from './logic/engine-edits.ts'
import { isSetUp } from './logic/set-up.ts'
import { OfflineModel } from './offline-model.tsx'
import { useEngineForm } from './use-engine-form.ts'
import { usePriceWords } from './use-engine-words.ts'

/** The offline engine: its model, and how many threads it takes. */
export function OfflineSection({ view, mayChange, onChanged, onSaved, onUsed }: EngineSectionProps) {
  const { t } = useTranslation()
  const priceWords = usePriceWords()
  const { settings } = view
  const { form, fieldset, saving, changed, ...edit } = useEngineForm({
    saved: settings,
    formOf: offlineFormOf,
    bodyOf: offlineBodyOf,
    problemsOf: offlineProblems,
    unagreedOf: () => null,
    onChanged,
    onSaved,
  })
  return (
    <EngineFrame
      engine="offline"
      view={view}
      goes={t('engines.offline.goes')}
      costs={priceWords('offline', settings)}
      holds={t('engines.offline.holds')}
    >
      <p className="soft">{t('engines.offline.needs')}</p>
      <OfflineModel mayChange={mayChange} onChanged={onUsed} />
      <SectionForm
        saving={saving}
        changed={changed}
        mayChange={mayChange}
        onSave={() => void edit.save()}
        onDiscard={edit.discard}
      >
        <fieldset className="stack" ref={fieldset}>
          <legend className="hidden">{t('engines.names.offline')}</legend>
          <Field
            name="threads"
            label={t('engines.offline.threads')}
            hint={t('engines.offline.threadsHint')}
            inputMode="numeric"
            maxLength={2}
            value={form.threads}
            wrong={edit.lacks('threads') ? t('engines.offline.threadsWrong') : undefined}
            onChange={(event) => edit.put({ threads: event.target.value })}
          />
        </fieldset>
      </SectionForm>
      {mayChange && isSetUp('offline', settings) && <EngineTest engine="offline" saved={!changed} onTested={onUsed} />}
    </EngineFrame>
  )
}
