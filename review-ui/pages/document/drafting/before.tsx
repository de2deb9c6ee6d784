import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { call, type Failure, type Reply } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useRemote } from '../../../interaction/use-remote.ts'
import { useEngineWords } from '../../engines/use-engine-words.ts'
import type { StartOptions } from '../room/drafting-commands.ts'
import { useRoomView } from '../room/room-context.tsx'
import { dollarsOf } from './money.ts'

type Forecast = Reply<'estimateDrafting'>

interface BeforeProps {
  readonly empty: number
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onStart: (options: StartOptions) => void
}

/** What a run would do, before anybody presses anything: from where the English would come, and what it costs. */
export function Before({ empty, busy, failure, onStart }: BeforeProps) {
  const { t } = useTranslation()
  const { state } = useRoomView()
  const document = state.document.id
  const forecast = useRemote(
    document,
    (signal) => call('estimateDrafting', { params: { document }, query: {}, signal }),
    empty,
  )
  const [limits, setLimits] = useState({ dollars: '', characters: '' })
  const budget = {
    ...(Number(limits.dollars) > 0 && { dollars: Number(limits.dollars) }),
    ...(Number(limits.characters) > 0 && { characters: Math.floor(Number(limits.characters)) }),
  }
  return (
    <div className="drafting">
      <div>
        <p role="status">
          {t('drafting.empty', { count: empty })} {forecast.data && <Outlook forecast={forecast.data} />}
        </p>
        {forecast.data && <TooLong forecast={forecast.data} />}
        {forecast.failure && <FailureNotice failure={forecast.failure} />}
        {failure && <FailureNotice failure={failure} />}
        {forecast.data && forecast.data.toEngine > 0 && (
          <details className="estimate">
            <summary>{t('drafting.estimate')}</summary>
            <Sources forecast={forecast.data} />
            <Limits {...limits} onChange={setLimits} />
          </details>
        )}
      </div>
      <span className="row-of-buttons">
        <button type="button" className="button primary" disabled={busy} onClick={() => onStart({ budget })}>
          {t('drafting.start')}
        </button>
      </span>
    </div>
  )
}

/** What the active engine can do for the document, in a sentence or two. */
function Outlook({ forecast }: { forecast: Forecast }) {
  const { t, i18n } = useTranslation()
  const engineWords = useEngineWords()
  const { engine, toEngine, segments, fromMemory, microdollars } = forecast
  if (engine === null) {
    return (
      <>
        {t('drafting.memoryOnly', { count: fromMemory, rest: segments - fromMemory })}{' '}
        <Link href="/engines">{t('drafting.setUp')}</Link>
      </>
    )
  }
  const cost = microdollars === undefined ? '' : t('drafting.cost', { cost: dollarsOf(microdollars, i18n.language) })
  return t('drafting.canDraft', { engine: engineWords(engine), count: toEngine, cost })
}

/** Segments that no call takes, said before anybody waits for them. */
function TooLong({ forecast: { engine, tooLong } }: { forecast: Forecast }) {
  const { t } = useTranslation()
  const engineWords = useEngineWords()
  if (engine === null || tooLong === 0) return null
  return (
    <p className="ochre" role="status">
      <Icon name="warning" /> {t('drafting.tooLong', { count: tooLong, engine: engineWords(engine) })}
    </p>
  )
}

function Sources({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation()
  const engineWords = useEngineWords()
  const { engine, second, fromMemory, repeated, toEngine, characters } = forecast
  return (
    <>
      <dl className="tally">
        <div>
          <dt>{t('drafting.fromMemory')}</dt>
          <dd>{fromMemory}</dd>
        </div>
        <div>
          <dt>{t('drafting.repeated')}</dt>
          <dd>{repeated}</dd>
        </div>
        <div>
          <dt>{t('drafting.toEngine', { engine: engineWords(engine ?? '') })}</dt>
          <dd>{toEngine}</dd>
        </div>
        <div>
          <dt>{t('drafting.characters')}</dt>
          <dd>{characters.toLocaleString()}</dd>
        </div>
      </dl>
      {second !== null && <p className="soft">{t('drafting.second', { engine: engineWords(second) })}</p>}
    </>
  )
}

interface LimitsProps {
  readonly dollars: string
  readonly characters: string
  readonly onChange: (limits: { readonly dollars: string; readonly characters: string }) => void
}

/** Where a run stops by itself. Repairs count too. */
function Limits({ dollars, characters, onChange }: LimitsProps) {
  const { t } = useTranslation()
  const [dollarsId, charactersId] = [useId(), useId()]
  return (
    <fieldset className="limits">
      <legend>{t('drafting.stopAt')}</legend>
      <label htmlFor={dollarsId}>{t('drafting.dollars')}</label>
      <input
        id={dollarsId}
        type="number"
        inputMode="decimal"
        min="0"
        step="0.01"
        value={dollars}
        onChange={({ target }) => onChange({ dollars: target.value, characters })}
      />
      <label htmlFor={charactersId}>{t('drafting.orCharacters')}</label>
      <input
        id={charactersId}
        type="number"
        inputMode="numeric"
        min="0"
        step="1000"
        value={characters}
        onChange={({ target }) => onChange({ dollars, characters: target.value })}
      />
    </fieldset>
  )
}
