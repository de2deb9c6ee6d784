import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, Failure } from '../../api.ts'
import { useSending } from '../../interaction/use-sending.ts'
import { useSession } from '../../shell/session.tsx'
import { zoneWords } from './logic/time-zones.ts'

/** The saving of one form. */
export interface Saving {
  readonly busy: boolean
  /** The time of day when it was saved here, if it was. */
  readonly savedAt: string | null
  /** What came instead. */
  readonly failure: Failure | null
  /** Gives the reply, or null when it was not saved. */
  readonly save: <T>(call: Promise<Answer<T>>) => Promise<T | null>
}

export function useSaving(): Saving {
  const { i18n } = useTranslation()
  const { session } = useSession()
  const { busy, failure, send } = useSending()
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = async <T>(call: Promise<Answer<T>>): Promise<T | null> => {
    const reply = await send(call)
    if (reply !== null) setSavedAt(zoneWords(session.workspace.timeZone, i18n.language, new Date()).time)
    return reply
  }
  return { busy, savedAt, failure, save }
}
