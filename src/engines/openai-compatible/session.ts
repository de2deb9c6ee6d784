import { nothingUsed } from '../../model/engine.ts'
import type { EngineAnswer, EngineCall, EngineTarget, OnSent } from '../../ports/engine.ts'
import { charactersOf, failedAnswer, sentRequest } from '../verdict.ts'
import type { Connection, Server } from './connection.ts'
import type { Dialect, RequestForm } from './dialect.ts'
import { isBadRequest, judgeServer } from './errors.ts'

export const name = 'openai-compatible'

/** A server as one engine knows it. */
export interface Session {
  readonly server: Server
  readonly dialect: Dialect
  readonly connection: Connection
  /** The forms that the server has not turned down, the best first. */
  forms: readonly RequestForm[]
  /** Whether the server has answered in the first of them, which then stays. */
  isSettled: boolean
}

/** One call, in the best form that the server takes. A form turned down is not tried again once another was taken. */
export async function ask(
  session: Session,
  call: EngineCall,
  signal: AbortSignal,
  onSent?: OnSent,
): Promise<EngineAnswer> {
  const { server, dialect, connection } = session
  signal.throwIfAborted()
  // Forms without a text are turned down by servers.
  if (call.requests.every(({ source }) => source.trim() === '')) {
    return { type: 'answered', targets: new Map(), usage: nothingUsed }
  }
  const forms = session.isSettled ? session.forms.slice(0, 1) : session.forms
  let made = 0
  for (const [at, form] of forms.entries()) {
    signal.throwIfAborted()
    made += 1
    try {
      const body = form.body(call, server.model)
      onSent?.(sentRequest(`${server.baseUrl.replace(/\/$/, '')}${dialect.path}`, body))
      const { content, ...counts } = await connection.complete(dialect.path, body, signal)
      session.forms = forms.slice(at)
      session.isSettled = true
      return {
        type: 'answered',
        targets: targetsOf(session, content, call),
        usage: { requests: made, characters: charactersOf(call.requests), ...counts },
      }
    } catch (error) {
      signal.throwIfAborted()
      if (isBadRequest(error) && at < forms.length - 1) continue
      return failedAnswer(judgeServer(error, server), { ...nothingUsed, requests: made })
    }
  }
  throw new Error('a dialect has at least one form')
}

function targetsOf({ server, dialect }: Session, content: string, { requests }: EngineCall) {
  const origin = { type: 'machine', engine: name, version: server.model } as const
  const targets = new Map<string, EngineTarget>()
  for (const [id, target] of dialect.read(content, requests)) targets.set(id, { target, origin })
  return targets
}
