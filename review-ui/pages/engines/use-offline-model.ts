import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfflineModelName, OfflineModelState } from '../../../src/model/offline-model.ts'
import { call, type Failure } from '../../api.ts'
import { paused, type Remote, useRemote } from '../../interaction/use-remote.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'

export interface OfflineModelActions {
  readonly busy: boolean
  readonly failure: Failure | null
  /** `mirror` may be empty: from the makers. */
  readonly install: (name: OfflineModelName, mirror: string) => Promise<void>
  readonly stop: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** Milliseconds between two questions how far an installation is. */
const interval = 700

/** What is known of the model, asked again while one is being installed, and what can be done with it. */
export function useOfflineModel(onChanged: () => void): {
  readonly remote: Remote<OfflineModelState>
  readonly actions: OfflineModelActions
} {
  const { t } = useTranslation()
  const remote = useRemote('offline-model', (signal) => call('offlineModel', { signal }))
  const sending = useSending()
  const { data, reload, replace } = remote
  const isInstalling = data !== null && data.installing !== null
  useEffect(() => {
    if (!isInstalling) return
    const stop = new AbortController()
    const ask = async () => {
      while (!stop.signal.aborted) {
        await paused(interval, stop.signal)
        if (!stop.signal.aborted) await reload()
      }
    }
    void ask()
    return () => stop.abort()
  }, [isInstalling, reload])
  const installedAt = data === null ? undefined : (data.installed?.installedAt ?? null)
  const before = useRef(installedAt)
  const changed = useRef(onChanged)
  changed.current = onChanged
  useEffect(() => {
    if (installedAt === undefined) return
    if (before.current !== undefined && before.current !== installedAt) {
      announce(t(installedAt === null ? 'engines.offline.removed' : 'engines.offline.done'))
      changed.current()
    }
    before.current = installedAt
  }, [installedAt, t])
  const send = async (sent: ReturnType<typeof call<'offlineModel'>>) => {
    const reply = await sending.send(sent)
    if (reply !== null) replace(reply)
    return reply !== null
  }
  const actions: OfflineModelActions = {
    busy: sending.busy,
    failure: sending.failure,
    async install(model, mirror) {
      await send(call('installOfflineModel', { body: { model, licence: 'MPL-2.0', ...(mirror !== '' && { mirror }) } }))
    },
    async stop() {
      if (await send(call('stopOfflineModel'))) announce(t('engines.offline.stopped'))
    },
    async remove() {
      await send(call('removeOfflineModel'))
    },
  }
  return { remote, actions }
}
