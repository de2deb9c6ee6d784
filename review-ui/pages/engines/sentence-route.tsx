import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineSettingsView, EnginesView } from '../../../src/contract/views/engines.ts'
import { type EngineName, engineNames } from '../../../src/model/engine.ts'
import { nameIn } from '../../../src/model/names.ts'
import { call } from '../../api.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { useFocusOnWrong } from '../../interaction/focus.ts'
import { Section, SectionForm } from '../settings/section.tsx'
import { useSaving } from '../settings/use-saving.ts'
import { ConsentBox } from './consent-box.tsx'
import { canTake, engineRoles, inOrder, purposeOf, type Roles, roleOf, unagreed, withRole } from './logic/roles.ts'
import { isSetUp } from './logic/set-up.ts'
import { useDestinationWords, usePriceWords } from './use-engine-words.ts'

/** The way of a sentence through the engines, and which of them does what. */
export function SentenceRoute({
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
  const saved: Roles = { active: settings.active, second: settings.second, onDemand: settings.onDemand }
  const [roles, setRoles] = useState(saved)
  const [consent, setConsent] = useState(false)
  const [tried, setTried] = useState(false)
  const saving = useSaving()
  const list = useRef<HTMLFieldSetElement>(null)
  const focusOnWrong = useFocusOnWrong(list)
  const changed = engineNames.some((engine) => roleOf(engine, roles) !== roleOf(engine, saved))
  useEffect(() => onChanged(changed), [changed, onChanged])
  const used = (engine: EngineName) => roleOf(engine, roles) !== 'off'
  const needsConsent = engineNames.filter((engine) => used(engine) && unagreed(engine, settings) !== null)
  const send = async () => {
    setTried(true)
    if (needsConsent.length > 0 && !consent) return focusOnWrong()
    const reply = await saving.save(
      call('changeEngine', { body: { ...roles, onDemand: [...roles.onDemand], consent } }),
    )
    if (reply === null) return
    setConsent(false)
    setTried(false)
    onSaved(reply.engine)
  }
  return (
    <Section
      title={t('engines.route.title')}
      about={
        <>
          <p className="soft">{t('engines.route.about')}</p>
          <p className="soft">{t('engines.route.lines')}</p>
        </>
      }
    >
      <SectionForm
        saving={saving}
        changed={changed}
        mayChange={mayChange}
        onSave={() => void send()}
        onDiscard={() => {
          setRoles(saved)
          setConsent(false)
          setTried(false)
        }}
      >
        <fieldset ref={list}>
          <legend className="hidden">{t('engines.route.title')}</legend>
          <ol className="route">
            {/* In the order that is saved: what one is choosing stays where it is. */}
            {inOrder(engineNames, saved).map((engine, index) => (
              <Stop
                key={engine}
                number={index + 1}
                engine={engine}
                view={view}
                roles={roles}
                consent={consent}
                consentMissing={tried && !consent}
                onRole={(role) => setRoles(withRole(engine, role, roles))}
                onConsent={setConsent}
              />
            ))}
            <li className="last-stop">
              <span className="node end">
                <Icon name="error" />
              </span>
              <div>
                <h3>{t('engines.route.error')}</h3>
                <p>{t('engines.route.errorMeans')}</p>
              </div>
            </li>
          </ol>
        </fieldset>
      </SectionForm>
    </Section>
  )
}

/** An engine on the way of a sentence. */
function Stop({
  number,
  engine,
  view,
  roles,
  consent,
  consentMissing,
  onRole,
  onConsent,
}: {
  number: number
  engine: EngineName
  view: EnginesView
  roles: Roles
  consent: boolean
  consentMissing: boolean
  onRole: (role: (typeof engineRoles)[number]) => void
  onConsent: (consent: boolean) => void
}) {
  const { t } = useTranslation()
  const { settings } = view
  const priceWords = usePriceWords()
  const destinationWords = useDestinationWords()
  const name = t(`engines.names.${engine}`)
  const role = engine === 'memory' ? null : roleOf(engine, roles)
  const isActive = role === 'drafts'
  const isIdle = role === 'off' || role === 'asked'
  const host = role === 'off' ? null : unagreed(engine, settings)
  const destination = destinationWords(engine, settings)
  return (
    <li className={`${isActive ? 'active-one' : ''} ${isIdle ? 'idle' : ''}`}>
      <span className="node" aria-hidden="true">
        {isIdle ? '–' : number}
      </span>
      <div>
        <h3>
          {name} {isActive && <span className="tag">{t('engines.route.active')}</span>}
        </h3>
        <Why engine={engine} view={view} role={role} />
        {role !== null && role !== 'off' && (
          <ConsentBox
            host={host}
            settings={settings}
            engine={engine}
            use={role}
            checked={consent}
            missing={consentMissing}
            onChange={onConsent}
          />
        )}
        <p className="facts">
          <span>
            <Icon name={destination.leaves ? 'leaves' : 'stays'} /> {destination.words}
          </span>
          <span>{priceWords(engine, settings)}</span>
        </p>
      </div>
      {role === null ? (
        <p className="soft set">{t('engines.route.alwaysFirst')}</p>
      ) : (
        <select
          className="input set"
          aria-label={t('engines.route.roleOf', { engine: name })}
          value={role}
          onChange={(event) => onRole(nameIn(engineRoles, event.target.value))}
        >
          {engineRoles.map((one) => (
            <option key={one} value={one} disabled={!canTake(engine, one, roles)}>
              {t(`engines.role.${one}`)}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}

/** Why an engine does what it does, and whether it can. */
function Why({
  engine,
  view,
  role,
}: {
  engine: EngineName
  view: EnginesView
  role: (typeof engineRoles)[number] | null
}) {
  const { t } = useTranslation()
  const { settings, engines } = view
  const { answered = null, failed = null } = engines[engine] ?? {}
  if (role === null) {
    const rest = settings.active === 'memory' ? t('engines.route.memoryOnly') : t('engines.route.memoryFirst')
    return <p>{rest}</p>
  }
  const lastFailed = failed !== null && (answered === null || answered.at < failed.at)
  return (
    <p>
      {t(
        role === 'drafts' && !settings.chosen
          ? 'engines.route.draftsUnchosen'
          : `engines.route.${purposeOf(engine, role, settings)}`,
      )}{' '}
      {!isSetUp(engine, settings) ? (
        <a className={role === 'off' ? '' : 'red'} href={`#${engine}`}>
          {t('engines.route.notSetUp')}
        </a>
      ) : lastFailed ? (
        <a className={role === 'off' ? '' : 'red'} href={`#${engine}`}>
          {t('engines.route.failed')} <When at={failed.at} />
        </a>
      ) : answered ? (
        <>
          {t('engines.route.answered')} <When at={answered.at} />
        </>
      ) : (
        t('engines.route.neverAsked')
      )}
    </p>
  )
}
