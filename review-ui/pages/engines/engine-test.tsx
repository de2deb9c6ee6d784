import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineName } from '../../../src/model/engine.ts'
import { call, type Reply } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSending } from '../../interaction/use-sending.ts'

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

function Outcome({ trial: { source, target, terms, figures, calls } }: { trial: Trial }) {
  const { t } = useTranslation()
  if (target === null) return <Notice>{t('settings.engine.testNothing')}</Notice>
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
    </Notice>
  )
}
