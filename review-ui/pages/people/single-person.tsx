import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'

/** Whether one person may do every step, what that means for readers, and the way to change it. */
export function SinglePerson({ on, mayChange, onChanged }: { on: boolean; mayChange: boolean; onChanged: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  const declare = async () => {
    setBusy(true)
    setFailure(null)
    const outcome = await call('declareSinglePerson', { body: { on: !on } })
    setBusy(false)
    if (outcome.type !== 'reply') return setFailure(outcome)
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
        <Dialog title={t(on ? 'people.single.askOff' : 'people.single.askOn')} onClose={() => setAsking(false)}>
          <div className="stack">
            <p>{t(on ? 'people.single.askOffAbout' : 'people.single.askOnAbout')}</p>
            {failure !== null && <Notice wrong>{words.failure(failure)}</Notice>}
            <div className="row-of-buttons">
              <button type="button" className="button primary" disabled={busy} onClick={() => void declare()}>
                {t(on ? 'people.single.submitOff' : 'people.single.submitOn')}
              </button>
              <button type="button" className="button" data-first onClick={() => setAsking(false)}>
                {t('common.cancel')}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </section>
  )
}
