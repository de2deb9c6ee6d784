import type { ModelFiles, ThreadEnd, ThreadReply, ThreadRequest, TranslationThread } from './protocol.ts'

/** Why a thread did not do what it was asked to. */
export type FailureReason = 'broken' | 'crashed' | 'memory' | 'slow'
export interface Failure {
  readonly type: 'failed'
  readonly reason: FailureReason
  readonly detail: string
}

/** A thread that is asked one thing at a time. After a failure it is of no use any more. */
export interface LoadedThread {
  /** Loads the model, the first time. */
  load(files: ModelFiles): Promise<Failure | null>
  translate(text: string): Promise<string | Failure>
  stop(): void
}

/** How long a thread may take, in milliseconds, to start and load its model, and to translate a text. */
export interface ThreadTimes {
  readonly loading: number
  readonly text: number
}

/** `ended` is called if the thread ends while nothing is asked. */
export function loadedThread(thread: TranslationThread, times: ThreadTimes, ended: () => void): LoadedThread {
  let settle: ((said: ThreadReply | Failure) => void) | null = null
  let isLoaded = false
  thread.hear(
    (reply) => settle?.(reply),
    (end) => (settle ? settle(failureOf(end)) : ended()),
  )

  function ask(request: ThreadRequest): Promise<ThreadReply | Failure> {
    const most = request.type === 'load' ? times.loading : times.text
    return new Promise((resolve) => {
      const finish = (said: ThreadReply | Failure) => {
        clearTimeout(timer)
        settle = null
        resolve(said)
      }
      const timer = setTimeout(finish, most, { type: 'failed', reason: 'slow', detail: `${most} ms` })
      settle = finish
      thread.post(request)
    })
  }

  return {
    async load(files) {
      if (isLoaded) return null
      const said = await ask({ type: 'load', files })
      isLoaded = said.type === 'loaded'
      return isLoaded ? null : asFailure(said)
    },
    async translate(text) {
      const said = await ask({ type: 'translate', text })
      return said.type === 'translated' ? said.text : asFailure(said)
    },
    stop() {
      thread.stop()
      settle?.({ type: 'failed', reason: 'crashed', detail: 'the thread was stopped' })
    },
  }
}

function failureOf({ reason, detail }: ThreadEnd): Failure {
  return { type: 'failed', reason, detail }
}

function asFailure(said: ThreadReply | Failure): Failure {
  switch (said.type) {
    case 'failed':
      return said
    case 'broken':
    case 'crashed':
      return { type: 'failed', reason: said.type, detail: said.detail }
    case 'loaded':
    case 'translated':
      return { type: 'failed', reason: 'crashed', detail: `the thread said ${said.type}` }
  }
}
