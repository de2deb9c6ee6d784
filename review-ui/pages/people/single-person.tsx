import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { useSending } from '../../interaction/use-sending.ts'

/** Whether one person may do every step, what that means for readers, and the way to change it. */
export function SinglePerson({ on, mayChange, onChanged }: { on: boolean; mayChange: boolean; onChanged: () => void }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const { busy, failure, send } = useSending()
  const cancel = useRef<HTMLButtonElement>(null)
  const declare = async () => {
    if ((await send(call('declareSinglePerson', { body: { on: !on } }))) === null) return
    setAsking(false)
    onChanged()
  }
  return (
    <section className="single" aria-labelledby="single-person">
      <h2 id="single-person">{t('people.single.title')}</h2>
      <p role="status">
        <Icon name={on ? 'warning' : 'reviewed'} /> {t(on ? 'people.single.on' : 'people.single.off')}
      </p>
      {mayChange && (
        <p>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {t(on ? 'people.single.turnOff' : 'people.single.turnOn')}
          </button>
        </p>
      )}
      {asking && (
        <Dialog
          title={t(on ? 'people.single.askOff' : 'people.single.askOn')}
          first={cancel}
          onClose={() => setAsking(false)}
        >
          <div className="stack">
            <p>{t(on ? 'people.single.askOffAbout' : 'people.single.askOnAbout')}</p>
            <FailureNotice failure={failure} />
            <div className="row-of-buttons">
              <button type="button" className="button primary" disabled={busy} onClick={() => void declare()}>
                {t(on ? 'people.single.submitOff' : 'people.single.submitOn')}
              </button>
              <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </section>
  )
}
