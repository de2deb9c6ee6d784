import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineSettingsView, EnginesView } from '../../../src/contract/views/engines.ts'
import type { EngineName } from '../../../src/model/engine.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { dollarsOf } from '../document/drafting/money.ts'
import { purposeOf, roleOf } from './logic/roles.ts'
import { isSetUp } from './logic/set-up.ts'

/** What the section of an engine gets. */
export interface EngineSectionProps {
  readonly view: EnginesView
  readonly mayChange: boolean
  readonly onChanged: (changed: boolean) => void
  readonly onSaved: (settings: EngineSettingsView) => void
  /** The engine was asked for something: its record is another now. */
  readonly onUsed: () => void
}

/** An engine: the same three answers of each on the left, and on the right its fields, its last failure and its month. */
export function EngineFrame({
  engine,
  view,
  goes,
  costs,
  holds,
  next,
  children,
}: {
  engine: EngineName
  view: EnginesView
  goes: ReactNode
  costs: ReactNode
  holds: ReactNode
  /** What there is to do about a failure with this code. */
  next?: (code: string) => ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section aria-labelledby={id} id={engine}>
      <div className="about">
        <h2 id={id}>{t(`engines.names.${engine}`)}</h2>
        <EngineState engine={engine} view={view} />
        <dl>
          <div>
            <dt>{t('engines.textsGo')}</dt>
            <dd>{goes}</dd>
          </div>
          <div>
            <dt>{t('engines.costs')}</dt>
            <dd>{costs}</dd>
          </div>
          <div>
            <dt>{t('engines.holds')}</dt>
            <dd>{holds}</dd>
          </div>
        </dl>
      </div>
      <div className="fields">
        {children}
        <LastFailure engine={engine} view={view} next={next} />
        <Month engine={engine} view={view} />
      </div>
    </section>
  )
}

const roleIcons = {
  drafts: 'reviewed',
  repairs: 'translated',
  asked: 'draft',
  questions: 'draft',
  off: 'empty',
} as const

function EngineState({ engine, view: { settings } }: { engine: EngineName; view: EnginesView }) {
  const { t } = useTranslation()
  const role = purposeOf(engine, roleOf(engine, settings), settings)
  if (engine === 'memory') {
    return (
      <p className="engine-state">
        <Icon name="reviewed" /> {t('engines.route.alwaysFirst')}
      </p>
    )
  }
  if (!isSetUp(engine, settings)) {
    return (
      <p className={`engine-state ${role === 'off' ? '' : 'red'}`}>
        <Icon name={role === 'off' ? 'empty' : 'error'} /> {t('engines.route.notSetUp')}
      </p>
    )
  }
  return (
    <p className="engine-state">
      <Icon name={roleIcons[role]} /> {t(`engines.is.${role}`)}
    </p>
  )
}

/** What an engine last failed of, in words, with what came of it. */
function LastFailure({
  engine,
  view: { engines },
  next,
}: {
  engine: EngineName
  view: EnginesView
  next: ((code: string) => ReactNode) | undefined
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { failed = null, answered = null } = engines[engine] ?? {}
  if (failed === null) return null
  const isPast = answered !== null && answered.at > failed.at
  return (
    <div className="last-failure">
      <Icon name={isPast ? 'note' : 'warning'} />
      <div>
        <p>
          <b>{t('engines.lastError')}</b>{' '}
          <span className="soft">
            <When at={failed.at} /> · {t(`engines.during.${failed.during}`)}
          </span>
        </p>
        <p>
          {words.refusal(failed)} {!failed.ended && t('engines.wentOn')}
        </p>
        {isPast ? (
          <p className="soft">
            {t('engines.route.answered')} <When at={answered.at} />
          </p>
        ) : (
          next?.(failed.code)
        )}
      </div>
    </div>
  )
}

/** What an engine did and used this month. */
function Month({ engine, view: { engines, month: name } }: { engine: EngineName; view: EnginesView }) {
  const { t, i18n } = useTranslation()
  const month = engines[engine]?.month
  const title = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${name}-01T00:00:00Z`),
  )
  if (month === undefined || (month.sentences === 0 && month.requests === 0)) {
    return <p className="soft month-none">{t('engines.month.none', { month: title })}</p>
  }
  const { sentences, atOnce, mended, requests, characters, inputTokens, outputTokens, microdollars } = month
  const count = (amount: number) => amount.toLocaleString(i18n.language)
  const share = (amount: number) =>
    (amount / sentences).toLocaleString(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  const tokens = inputTokens + outputTokens
  return (
    <div>
      <h3 className="month-title">
        <b>{title}</b>
      </h3>
      <dl className="month">
        <Fact name={t('engines.month.sentences')} value={count(sentences)} />
        {characters > 0 && <Fact name={t('engines.month.characters')} value={count(characters)} />}
        {tokens > 0 && <Fact name={t('engines.month.tokens')} value={count(tokens)} />}
        {requests > 0 && <Fact name={t('engines.month.calls')} value={count(requests)} />}
        {engine !== 'memory' && sentences > 0 && (
          <Fact
            name={t('engines.month.met')}
            value={share(atOnce)}
            more={t('engines.month.afterRepair', { share: share(atOnce + mended) })}
          />
        )}
        {microdollars !== null && (
          <Fact name={t('engines.month.cost')} value={dollarsOf(microdollars, i18n.language)} />
        )}
      </dl>
    </div>
  )
}

function Fact({ name, value, more }: { name: string; value: string; more?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b> {more}
      </dd>
    </div>
  )
}
