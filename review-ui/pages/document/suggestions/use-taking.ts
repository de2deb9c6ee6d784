import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../../src/model/permissions.ts'
import type { SegmentState, Suggestion } from '../../../../src/model/state.ts'
import { openSuggestions } from '../../../../src/review/suggestions.ts'
import type { Failure } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { announce } from '../../../shell/announce.tsx'
import { useRoom } from '../room/room-context.tsx'

/** Takes what is suggested for a sentence, and says why one was not taken. */
export function useTaking(segment: SegmentState) {
  const { t } = useTranslation()
  const words = useWords()
  const { me, takeSuggestion } = useRoom()
  const [failure, setFailure] = useState<Failure | null>(null)
  const take = async ({ id }: Suggestion) => {
    const outcome = await takeSuggestion(segment.id, id)
    setFailure(outcome)
    announce(outcome === null ? t('suggestion.said.taken') : words.failure(outcome), outcome !== null)
  }
  return {
    failure,
    take: (suggestion: Suggestion) => void take(suggestion),
    /** Takes the first that is open, by its key. */
    takeFirst() {
      const [first] = openSuggestions(segment)
      if (first !== undefined && mayDo(me, 'take-suggestion')) void take(first)
    },
  }
}
