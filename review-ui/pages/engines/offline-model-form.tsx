import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../src/model/names.ts'
import { type OfflineModelName, type OfflineModelState, offlineModelNames } from '../../../src/model/offline-model.ts'
import { Field, Select } from '../../components/field.tsx'
import { megabytesOf } from './logic/megabytes.ts'
import type { OfflineModelActions } from './use-offline-model.ts'

/** Chooses a model and where it comes from, shows its licence, and begins to fetch it once that was read. */
export function OfflineModelForm({ state, actions }: { state: OfflineModelState; actions: OfflineModelActions }) {
  const { t } = useTranslation()
  const id = useId()
  const { offered, licence } = state
  const [name, setName] = useState<OfflineModelName>(offlineModelNames[0])
  const [mirror, setMirror] = useState('')
  const [isRead, setIsRead] = useState(false)
  const [tried, setTried] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const bytes = offered.find((one) => one.name === name)?.bytes ?? 0
  const fetchIt = () => {
    setTried(true)
    if (isRead) void actions.install(name, mirror.trim())
    else box.current?.focus()
  }
  return (
    <fieldset className="stack">
      <legend className="hidden">{t(state.installed ? 'engines.offline.again' : 'engines.offline.model')}</legend>
      <Select
        label={t('engines.offline.model')}
        hint={t('engines.offline.about')}
        value={name}
        onChange={(event) => setName(nameIn(offlineModelNames, event.target.value))}
      >
        {offered.map((one) => (
          <option key={one.name} value={one.name}>
            {t('engines.offline.size', {
              name: t(`engines.offline.names.${one.name}`),
              megabytes: megabytesOf(one.bytes),
            })}
          </option>
        ))}
      </Select>
      <Field
        label={t('engines.offline.mirror')}
        hint={t('engines.offline.mirrorHint')}
        type="url"
        inputMode="url"
        spellCheck={false}
        maxLength={500}
        value={mirror}
        onChange={(event) => setMirror(event.target.value)}
      />
      <div className="choices">
        <label>
          <input
            ref={box}
            type="checkbox"
            checked={isRead}
            aria-describedby={tried && !isRead ? `${id}-wrong` : undefined}
            onChange={(event) => setIsRead(event.target.checked)}
          />
          <span>
            {t('engines.offline.licence')}{' '}
            <a href={licence.address} target="_blank" rel="noreferrer">
              {licence.name}
            </a>
          </span>
        </label>
        {tried && !isRead && (
          <p className="red" role="alert" id={`${id}-wrong`}>
            {t('engines.offline.licenceFirst')}
          </p>
        )}
      </div>
      <p className="row-of-buttons">
        <button type="button" className="button" disabled={actions.busy} onClick={fetchIt}>
          {t('engines.offline.fetch', { megabytes: megabytesOf(bytes) })}
        </button>
      </p>
    </fieldset>
  )
}
