import { useTranslation } from 'react-i18next'
import type { OfflineModelState } from '../../../src/model/offline-model.ts'
import { useWords } from '../../components/coded-words.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Icon } from '../../components/icon.tsx'
import { When } from '../../components/instant.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { megabytesOf } from './logic/megabytes.ts'
import { OfflineModelForm } from './offline-model-form.tsx'
import { type OfflineModelActions, useOfflineModel } from './use-offline-model.ts'

interface Part {
  readonly state: OfflineModelState
  /** Null for somebody who may not change it. */
  readonly actions: OfflineModelActions | null
}

/**
 * The model of the offline engine: which one is installed, how far an installation is, and how one begins, its licence
 * named first. `onChanged` is called when a model has come or gone, since it may change which engine drafts.
 */
export function OfflineModel({ mayChange, onChanged }: { mayChange: boolean; onChanged: () => void }) {
  const { remote, actions } = useOfflineModel(onChanged)
  const words = useWords()
  const state = remote.data
  if (state === null) return <Loading remote={remote} />
  const part = { state, actions: mayChange ? actions : null }
  return (
    <div className="stack">
      {state.installed !== null && <Installed {...part} installed={state.installed} />}
      {state.refused !== null && <Notice wrong>{words.refusal(state.refused)}</Notice>}
      <FailureNotice failure={actions.failure} />
      {state.installing !== null && <Installing {...part} installing={state.installing} />}
      {state.installing === null && mayChange && <OfflineModelForm state={state} actions={actions} />}
    </div>
  )
}

function Installed({ installed, actions }: Part & { installed: NonNullable<OfflineModelState['installed']> }) {
  const { t } = useTranslation()
  const { version, bytes, installedAt } = installed
  return (
    <div className="row-of-buttons">
      <span>
        <Icon name="met" /> {t('engines.offline.installed', { version, megabytes: megabytesOf(bytes) })}{' '}
        <span className="soft">
          <When at={installedAt} full />
        </span>
      </span>
      {actions && (
        <button type="button" className="button" disabled={actions.busy} onClick={() => void actions.remove()}>
          {t('engines.offline.remove')}
        </button>
      )}
    </div>
  )
}

function Installing({ installing, actions }: Part & { installing: NonNullable<OfflineModelState['installing']> }) {
  const { t } = useTranslation()
  const { name, stage, done, total } = installing
  const title = t(`engines.offline.${stage}`, { name })
  return (
    <div>
      <p>
        <b role="status">{title}</b>{' '}
        {t('engines.offline.progress', { done: megabytesOf(done), total: megabytesOf(total) })}
      </p>
      <progress max={total} value={done} aria-label={title} />
      <p className="row-of-buttons">
        {actions && (
          <button type="button" className="button" disabled={actions.busy} onClick={() => void actions.stop()}>
            {t('engines.offline.stop')}
          </button>
        )}
        <span className="soft">{t('engines.offline.resumes')}</span>
      </p>
    </div>
  )
}
