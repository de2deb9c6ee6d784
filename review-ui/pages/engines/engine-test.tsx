import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineName } from '../../../src/model/engine.ts'
import { call, type Reply } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { withLineBreaks } from './logic/sent-body.ts'

type Trial = Reply<'testEngine'>

/** Has the saved engine draft a made-up sentence, and shows what came of it or what to do. */
export function EngineTest({ engine, saved, onTested }: { engine: EngineName; saved: boolean; onTested: () => void }) {
  const { t } = useTranslation()
  const sending = useSending()
  const [trial, setTrial] = useState<Trial | null>(null)
  const test = async () => {
    setTrial(null)
    setTrial(await sending.send(call('testEngine', { body: { engine } })))
    onTested()
  }
  return (
    <div className="stack engine-test">
      <p className="row-of-buttons">
        <button type="button" className="button" disabled={!saved || sending.busy} onClick={() => void test()}>
          {t(sending.busy ? 'settings.engine.testing' : 'settings.engine.test')}
        </button>
        <span className="soft">{t(saved ? 'engines.testSends' : 'settings.engine.testAfterSaving')}</span>
      </p>
      <FailureNotice failure={sending.failure} />
      {trial && <Outcome trial={trial} />}
    </div>
  )
}

function Outcome({ trial: { source, target, terms, figures, calls, sent } }: { trial: Trial }) {
  const { t } = useTranslation()
  if (target === null) {
    return (
      <Notice>
        <p>{t('settings.engine.testNothing')}</p>
        <SentRequests sent={sent} />
      </Notice>
    )
  }
  return (
    <Notice>
      <p>
        <b>{t('engines.works')}</b>
      </p>
      <p className="zh" lang="zh-CN">
        {source}
      </p>
      <p className="en" lang="en">
        {target}
      </p>
      {terms && figures && (
        <p>
          {t('settings.engine.testHeld', {
            terms: terms.met,
            askedTerms: terms.asked,
            figures: figures.met,
            askedFigures: figures.asked,
          })}{' '}
          {t('settings.engine.testCalls', { count: calls ?? 0 })}
        </p>
      )}
      <SentRequests sent={sent} />
    </Notice>
  )
}

/** What went to the engine, to the letter, but for keys, which no request shows. */
function SentRequests({ sent }: Pick<Trial, 'sent'>) {
  const { t } = useTranslation()
  if (sent.length === 0) return null
  return (
    <details className="sent-requests">
      <summary>{t('engines.sent', { count: sent.length })}</summary>
      <p className="soft">{t('engines.sentHint')}</p>
      <ol className="stack">
        {sent.map(({ address, body }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the requests of a trial do not change
          <li key={at}>
            <p>{address === '' ? t('engines.sentHere') : <code>{address}</code>}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
            <pre tabIndex={0} lang="zh-CN">
              {withLineBreaks(body)}
            </pre>
          </li>
        ))}
      </ol>
    </details>
  )
}
