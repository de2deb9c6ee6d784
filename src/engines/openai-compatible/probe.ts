import { addUsage, nothingUsed, type Usage } from '../../model/engine.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { Connection } from './connection.ts'
import type { RequestForm } from './dialect.ts'
import { unreadable } from './errors.ts'
import { ask, type Session } from './session.ts'

/** A look at a server before the first call of a run. */
export interface Probe {
  /** Refuses what would fail every call. What may pass is left to the calls. */
  run(signal: AbortSignal): Promise<Refusal | null>
  /** The usage with that of the probe, which is counted once. */
  addedTo(usage: Usage): Usage
}

const sentence = '春天来了。'
/** How often a server may give an answer that cannot be read. */
const tries = 2

/**
 * Has a known sentence translated, since templates of servers break models without an error (ollama#13611), and finds
 * out on the way in which form the server takes requests.
 */
export function createProbe(session: Session): Probe {
  let used = nothingUsed
  let isDone = false

  async function run(signal: AbortSignal): Promise<Refusal | null> {
    if (isDone) return null
    const { dialect, connection } = session
    if (dialect.forms.some(({ server }) => server !== undefined)) {
      used = addUsage(used, { ...nothingUsed, requests: 1 })
      session.forms = sorted(dialect.forms, await ownerOf(connection, signal))
    }
    const request = { id: 'probe', source: sentence, terms: [], before: '', after: '', examples: [] }
    for (let tried = 0; tried < tries; tried += 1) {
      const answer = await ask(session, { means: dialect.means[0], requests: [request] }, signal)
      used = addUsage(used, answer.usage)
      if (answer.type === 'failed') {
        if (answer.refusal.code === 'engine-unreadable') continue
        return answer.again && answer.refusal.code !== 'engine-unreachable' ? null : answer.refusal
      }
      isDone = isEnglish(answer.targets.get(request.id)?.target ?? '')
      if (isDone) return null
    }
    return unreadable(session.server)
  }

  return {
    run,
    addedTo(usage) {
      const all = addUsage(usage, used)
      used = nothingUsed
      return all
    },
  }
}

/** The owner of the model; '' where the server lists none, which is no reason not to ask it. */
async function ownerOf(connection: Connection, signal: AbortSignal): Promise<string> {
  try {
    return await connection.ownerOfModel(signal)
  } catch {
    signal.throwIfAborted()
    return ''
  }
}

/** The forms for this server first, then those for any, then those for others. */
function sorted(forms: readonly RequestForm[], owner: string): readonly RequestForm[] {
  const place = ({ server }: RequestForm) => (server === undefined ? 1 : server === owner ? 0 : 2)
  return forms.toSorted((a, b) => place(a) - place(b))
}

function isEnglish(text: string): boolean {
  return /[a-z]{2}/i.test(text) && !/\p{Script=Han}|\}\}|\{\{/u.test(text)
}
