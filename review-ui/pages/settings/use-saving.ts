import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../src/model/refusal.ts'
import type { Unreachable } from '../../api.ts'
import { useSession } from '../../shell/session.tsx'
import { zoneWords } from './logic/time-zones.ts'

/** The saving of one form: whether it is under way, when it was done, what came instead. */
export function useSaving() {
  const { i18n } = useTranslation()
  const { session } = useSession()
  const [busy, setBusy] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  /** Gives the reply, or null when it was not saved. */
  const save = async <T>(sent: Promise<{ readonly type: 'reply'; readonly reply: T } | Refusal | Unreachable>) => {
    setBusy(true)
    setFailure(null)
    const outcome = await sent
    setBusy(false)
    if (outcome.type !== 'reply') {
      setFailure(outcome)
      return null
    }
    setSavedAt(zoneWords(session.workspace.timeZone, i18n.language, new Date()).time)
    return outcome.reply
  }
  return { busy, savedAt, failure, save }
}
