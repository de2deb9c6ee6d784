import type { Usage } from '../model/engine.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Engine, EngineAnswer, EngineCall } from '../ports/engine.ts'

/** How often a call is tried, and how long to wait between, in milliseconds: `first`, then twice as long each time. */
export interface Patience {
  readonly attempts: number
  readonly first: number
  readonly most: number
}

export const usualPatience: Patience = { attempts: 6, first: 1000, most: 30_000 }

/** Time and chance, from outside. `random` is at least 0 and below 1; `wait` ends early when the signal is aborted. */
export interface Chance {
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly random: () => number
}

/** A call that failed is waited for, and made again. */
export interface Waiting {
  readonly type: 'waiting'
  readonly refusal: Refusal
  readonly milliseconds: number
}

/** How many calls of an engine may be under way: fewer after a failure, and more again after every answer. */
export interface Widths {
  of(engine: Engine): number
  failed(engine: Engine): void
  answered(engine: Engine): void
}

export function createWidths(): Widths {
  const widths = new Map<Engine, number>()
  const exact = (engine: Engine) => widths.get(engine) ?? engine.limits.concurrency
  return {
    of: (engine) => Math.floor(exact(engine)),
    failed: (engine) => void widths.set(engine, Math.max(1, exact(engine) / 2)),
    answered(engine) {
      const width = exact(engine)
      widths.set(engine, Math.min(engine.limits.concurrency, width + 1 / width))
    },
  }
}

/** What may be tried again: an answer, or a failure that may pass if `again`, after as long as the service asks. */
type Outcome =
  | { readonly type: 'answered'; readonly usage: Usage }
  | {
      readonly type: 'failed'
      readonly refusal: Refusal
      readonly again: boolean
      readonly after?: number
      readonly usage: Usage
    }

export interface PatientOptions {
  readonly patience: Patience
  readonly chance: Chance
  readonly signal: AbortSignal
  readonly used: (usage: Usage) => void
  readonly waiting: (waiting: Waiting) => void
}

export interface CallOptions extends PatientOptions {
  readonly widths: Widths
}

/** Makes a call of an engine with patience (`tryWithPatience`), and makes fewer at once after a failure. */
export function callWithPatience(engine: Engine, call: EngineCall, options: CallOptions): Promise<EngineAnswer> {
  const { widths, signal } = options
  const tryOnce = async () => {
    const answer = await engine.call(call, signal)
    if (answer.type === 'answered') widths.answered(engine)
    else widths.failed(engine)
    return answer
  }
  return tryWithPatience(tryOnce, options)
}

/**
 * Tries until it is answered, fails for good, or patience is at its end. Waits between tries as long as the
 * service asks, else exponentially with full jitter, so that calls that failed together do not come back together
 * (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015). Throws when aborted, and what a try throws.
 */
export async function tryWithPatience<A extends Outcome>(
  tryOnce: () => Promise<A>,
  { patience, chance, signal, used, waiting }: PatientOptions,
): Promise<A> {
  for (let tried = 1; ; tried += 1) {
    signal.throwIfAborted()
    const answer = await tryOnce()
    used(answer.usage)
    if (answer.type === 'answered' || !answer.again || tried === patience.attempts) return answer
    const backoff = chance.random() * Math.min(patience.most, patience.first * 2 ** (tried - 1))
    const milliseconds = Math.min(patience.most, Math.max(answer.after ?? 0, backoff))
    waiting({ type: 'waiting', refusal: answer.refusal, milliseconds })
    await chance.wait(milliseconds, signal)
  }
}
