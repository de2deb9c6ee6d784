import type { ReactNode } from 'react'
import type { Failure } from '../api.ts'
import { useWords } from './coded-words.tsx'
import { Notice } from './notice.tsx'

/** Why something was not done, where it was to be done; nothing while nothing is wrong. */
export function FailureNotice({ failure, children }: { failure: Failure | null; children?: ReactNode }) {
  const words = useWords()
  if (failure === null) return null
  return (
    <Notice wrong>
      {words.failure(failure)}
      {children}
    </Notice>
  )
}
