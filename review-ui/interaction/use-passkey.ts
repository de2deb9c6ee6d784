import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../api.ts'
import { useWords } from '../components/coded-words.tsx'
import type { Broken, PasskeyAnswer } from './passkey.ts'

/** The asking of the browser for a passkey, and what came instead of one. */
export function usePasskeyAsking() {
  const { t } = useTranslation()
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | Broken | null>(null)
  return {
    busy,
    /** The words for what went wrong; null where nothing did. */
    wrong: failure === null ? null : failure.type === 'broken' ? t('passkey.broken') : words.failure(failure),
    /** The answer of the browser; null where there is none. */
    async ask(asked: Promise<PasskeyAnswer | Failure | Broken>): Promise<PasskeyAnswer | null> {
      setBusy(true)
      setFailure(null)
      const answer = await asked
      setBusy(false)
      if (answer.type === 'public-key') return answer
      setFailure(answer)
      return null
    },
    reset: () => setFailure(null),
  }
}
