import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { EngineSettingsView } from '../../../src/contract/views/engines.ts'
import type { EngineName } from '../../../src/model/engine.ts'
import { destinationOfEngine } from '../../../src/model/engine-destination.ts'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'

/** That texts may leave the machine: who agreed and when, or the box by which one agrees; nothing where they stay. */
export function ConsentBox({
  host,
  settings,
  engine,
  use,
  checked,
  missing,
  onChange,
}: {
  /** The host that nobody has agreed to yet; null for none. */
  host: string | null
  settings: EngineSettingsView
  engine: EngineName
  use: 'drafts' | 'repairs' | 'asked' | 'questions'
  checked: boolean
  /** Whether it was to be saved without this. */
  missing: boolean
  onChange: (checked: boolean) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  if (host === null) {
    const destination = destinationOfEngine(engine, settings)
    const given = 'host' in destination ? settings.consents.find(({ to }) => to === destination.host) : undefined
    return given ? (
      <p className="agreed">
        <Icon name="met" /> {t(`engines.consent.${use}`, { host: given.to })}{' '}
        <span className="soft">
          {t('engines.consent.given', { name: given.name })} <When at={given.at} />
        </span>
      </p>
    ) : null
  }
  return (
    <div className="check-line">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-wrong` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{t(`engines.consent.${use}`, { host })}</label>
      {missing && (
        <p className="wrong red" id={`${id}-wrong`} role="alert">
          {t('engines.consent.missing')}
        </p>
      )}
    </div>
  )
}
