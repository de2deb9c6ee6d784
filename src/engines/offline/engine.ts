import { nothingUsed, type Usage } from '../../model/engine.ts'
import { type Refusal, type RefusalCode, refuse } from '../../model/refusal.ts'
import type { Engine, EngineAnswer, EngineCall, EngineRequest, EngineTarget, OnSent } from '../../ports/engine.ts'
import { unlessAborted } from '../abort.ts'
import { charactersOf, failedAnswer, sentRequest } from '../verdict.ts'
import type { Failure, FailureReason } from './loaded-thread.ts'
import { piecesOf, targetOf } from './pieces.ts'
import type { PoolModel, ThreadPool } from './pool.ts'

const name = 'offline'

/** A model that is installed. `version` says which, in the origin of drafts. */
export interface OfflineModel extends PoolModel {
  readonly version: string
}

/** Few segments a call: one that fails is lost as a whole, and a segment may take a second. */
const perCall = { items: 4, codePoints: 1000, longest: 1000 }

/** How often a text may end its thread before it is left out, so that the other segments are not held up by it. */
const mostCrashes = 2

const refusals: Readonly<Record<FailureReason, RefusalCode>> = {
  broken: 'offline-broken',
  crashed: 'offline-crashed',
  memory: 'offline-memory',
  slow: 'offline-slow',
}

/**
 * Neural translation on this machine, by the engine and the models of Firefox. It knows no glossary and no markup: terms
 * stand in the source as English, or as signs for it. It takes one segment at a time and mends no drafts; one that misses
 * a term is translated again by the other means. A call whose thread ends fails as a whole and may be made again, on a
 * fresh thread; a model that cannot be loaded ends the run.
 */
export function createOfflineEngine(model: OfflineModel | null, pool: ThreadPool): Engine | Refusal {
  if (model === null) return refuse('offline-not-installed', { engine: name })
  const { version } = model
  const crashes = new Map<string, number>()
  const isLeftOut = (text: string) => (crashes.get(text) ?? 0) >= mostCrashes
  const translate = (texts: readonly string[], signal: AbortSignal) =>
    unlessAborted(pool.translate(model, texts, signal), signal)

  async function call({ requests }: EngineCall, signal: AbortSignal, onSent?: OnSent): Promise<EngineAnswer> {
    const usage = usageOf(requests)
    const parted = requests.map((request) => partedOf(request, isLeftOut))
    signal.throwIfAborted()
    const texts = parted.flatMap(({ lines }) => lines.flat())
    onSent?.(sentRequest('', texts))
    const answer = await translate(texts, signal)
    if (answer.type === 'translated')
      return { type: 'answered', targets: targetsOf(parted, answer.texts, version), usage }
    if (answer.text !== null) crashes.set(answer.text, (crashes.get(answer.text) ?? 0) + 1)
    return failedAnswer({ again: answer.reason !== 'broken', refusal: refusalOf(answer, version) }, usage)
  }

  return {
    name,
    version,
    limits: { ...perCall, concurrency: pool.size },
    repairs: false,
    examples: 0,
    async prepare(_, signal) {
      const answer = await translate([], signal)
      return answer.type === 'failed' ? refusalOf(answer, version) : ['target-in-source', 'placeholder']
    },
    call,
    expect: ({ requests }) => usageOf(requests),
  }
}

function refusalOf({ reason, detail }: Failure, version: string): Refusal {
  return refuse(refusals[reason], { engine: name, model: version, detail })
}

function usageOf(requests: readonly EngineRequest[]): Usage {
  return { ...nothingUsed, requests: 1, characters: charactersOf(requests) }
}

/** A request as the texts that the model gets for it, line by line; none if it is to be left out. */
interface Parted {
  readonly id: string
  readonly lines: readonly (readonly string[])[]
}

function partedOf({ id, source }: EngineRequest, isLeftOut: (text: string) => boolean): Parted {
  const lines = piecesOf(source) ?? []
  return { id, lines: lines.flat().some(isLeftOut) ? [] : lines }
}

/** The targets of requests from the translations of all their texts, in order. */
function targetsOf(
  parted: readonly Parted[],
  texts: readonly string[],
  version: string,
): ReadonlyMap<string, EngineTarget> {
  const targets = new Map<string, EngineTarget>()
  let at = 0
  for (const { id, lines } of parted) {
    const translated = lines.map((line) => line.map(() => texts[at++] ?? ''))
    const target = targetOf(translated)
    if (target !== '') targets.set(id, { target, origin: { type: 'machine', engine: name, version } })
  }
  return targets
}
