import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Failure } from '../api.ts'

/** What a page has asked the server for. */
export interface Remote<T> {
  /** The last reply; null until the first has come. */
  readonly data: T | null
  /** Why the last call brought no reply. */
  readonly failure: Failure | null
  readonly loading: boolean
  /** Asks again; what is there stays until the reply has come. */
  readonly reload: () => Promise<void>
  /** Puts in what is known without asking: the reply to a change. */
  readonly replace: (data: T) => void
}

interface State<T> {
  readonly key: string | null
  readonly data: T | null
  readonly failure: Failure | null
  readonly loading: boolean
}

/**
 * Asks the server on arrival, and anew whenever `key` or `revision` changes; leaving or asking anew aborts the call.
 * With another key the old reply is dropped, with another revision of the same key it stays until the new one has come.
 * Nothing is asked while the key is null.
 */
export function useRemote<T>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<Answer<T>>,
  revision: string | number = '',
): Remote<T> {
  const [state, setState] = useState<State<T>>({ key: null, data: null, failure: null, loading: true })
  const latest = useRef(ask)
  latest.current = ask
  const pending = useRef<AbortController | null>(null)
  const reload = useCallback(async () => {
    pending.current?.abort()
    if (key === null) return
    const call = new AbortController()
    pending.current = call
    setState((before) =>
      before.key === key ? { ...before, loading: true } : { key, data: null, failure: null, loading: true },
    )
    const answer = await latest.current(call.signal)
    if (call.signal.aborted) return
    setState((before) =>
      answer.type === 'reply'
        ? { key, data: answer.reply, failure: null, loading: false }
        : { key, data: before.key === key ? before.data : null, failure: answer, loading: false },
    )
  }, [key])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is what there is to ask anew for
  useEffect(() => {
    void reload()
    return () => pending.current?.abort()
  }, [reload, revision])
  const replace = useCallback((data: T) => setState({ key, data, failure: null, loading: false }), [key])
  const current = state.key === key ? state : { data: null, failure: null, loading: key !== null }
  return { data: current.data, failure: current.failure, loading: current.loading, reload, replace }
}

/** Several answers as one: all the replies, in order, or the first failure. */
export async function together<T extends readonly unknown[]>(
  ...calls: { [Index in keyof T]: Promise<Answer<T[Index]>> }
): Promise<Answer<T>> {
  const replies: unknown[] = []
  for (const answer of await Promise.all<Answer<unknown>>(calls)) {
    if (answer.type !== 'reply') return answer
    replies.push(answer.reply)
  }
  // biome-ignore lint/plugin/no-cast: one reply for each call, in order: as many and of the types that T lists
  return { type: 'reply', reply: replies as unknown as T }
}

/** Waits so many milliseconds, or until it is no longer wanted. */
export function paused(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Asks again when somebody comes back to the page: others may have changed things in the meantime. */
export function useReloadOnReturn(reload: () => Promise<void>): void {
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') void reload()
    }
    document.addEventListener('visibilitychange', back)
    return () => document.removeEventListener('visibilitychange', back)
  }, [reload])
}
