import { useTranslation } from 'react-i18next'
import { Field } from '../../components/field.tsx'
import { EngineForm } from './engine-form.tsx'
import { EngineFrame, type EngineSectionProps } from './engine-frame.tsx'
import { offlineBodyOf, offlineFormOf, offlineProblems } from './logic/engine-edits.ts'
import { OfflineModel } from './offline-model.tsx'
import { useEngineForm } from './use-engine-form.ts'
import { usePriceWords } from './use-engine-words.ts'

/** The offline engine: its model, and how many threads it takes. */
export function OfflineSection({ view, mayChange, onChanged, onSaved, onUsed }: EngineSectionProps) {
  const { t } = useTranslation()
  const priceWords = usePriceWords()
  const { settings } = view
  const edit = useEngineForm({
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
      <EngineForm engine="offline" view={view} mayChange={mayChange} onUsed={onUsed} edit={edit}>
        <Field
          name="threads"
          label={t('engines.offline.threads')}
          hint={t('engines.offline.threadsHint')}
          inputMode="numeric"
          maxLength={2}
          value={edit.form.threads}
          wrong={edit.lacks('threads') ? t('engines.offline.threadsWrong') : undefined}
          onChange={(event) => edit.put({ threads: event.target.value })}
        />
      </EngineForm>
    </EngineFrame>
  )
}
