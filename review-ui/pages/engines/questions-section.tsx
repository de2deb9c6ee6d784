import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineSettingsView, EnginesView } from '../../../src/contract/views/engines.ts'
import { call } from '../../api.ts'
import { useFocusOnWrong } from '../../interaction/focus.ts'
import { Section, SectionForm } from '../settings/section.tsx'
import { useSaving } from '../settings/use-saving.ts'
import { ConsentBox } from './consent-box.tsx'
import { unagreed } from './logic/roles.ts'
import { isSetUp } from './logic/set-up.ts'

const engine = 'openai-compatible'

/** Whether people may have the language model of the office asked about finished English. Off unless somebody switches it on. */
export function QuestionsSection({
  view,
  mayChange,
  onChanged,
  onSaved,
}: {
  view: EnginesView
  mayChange: boolean
  onChanged: (changed: boolean) => void
  onSaved: (settings: EngineSettingsView) => void
}) {
  const { t } = useTranslation()
  const { settings } = view
  const id = useId()
  const [on, setOn] = useState(settings.questions)
  const [consent, setConsent] = useState(false)
  const [tried, setTried] = useState(false)
  const saving = useSaving()
  const fields = useRef<HTMLFieldSetElement>(null)
  const focusOnWrong = useFocusOnWrong(fields)
  const changed = on !== settings.questions
  useEffect(() => onChanged(changed), [changed, onChanged])
  const host = on ? unagreed(engine, settings) : null
  const send = async () => {
    setTried(true)
    if (host !== null && !consent) return focusOnWrong()
    const reply = await saving.save(call('changeEngine', { body: { questions: on, consent } }))
    if (reply !== null) onSaved(reply.engine)
  }
  return (
    <Section title={t('engines.questions.title')} about={<p className="soft">{t('engines.questions.about')}</p>}>
      <SectionForm
        saving={saving}
        changed={changed}
        mayChange={mayChange}
        onSave={() => void send()}
        onDiscard={() => {
          setOn(settings.questions)
          setConsent(false)
          setTried(false)
        }}
      >
        <fieldset ref={fields} className="stack">
          <legend className="hidden">{t('engines.questions.title')}</legend>
          <div className="check-line">
            <input id={id} type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
            <label htmlFor={id}>{t('engines.questions.switch')}</label>
          </div>
          {on && !isSetUp(engine, settings) && <p className="ochre">{t('engines.questions.notSetUp')}</p>}
          {on && (
            <ConsentBox
              host={host}
              settings={settings}
              engine={engine}
              use="questions"
              checked={consent}
              missing={tried && !consent}
              onChange={setConsent}
            />
          )}
        </fieldset>
      </SectionForm>
    </Section>
  )
}
