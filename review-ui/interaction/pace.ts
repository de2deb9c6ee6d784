import { expectDefined } from '../../src/model/expect.ts'

/** The page is drawn for what others send at most once in this time, in milliseconds. */
const pace = 100

/** Beside drawing it does other things three quarters of the time: a long document takes longer to draw. */
const timesAsLong = 4

/** What is passed on together, by weight: as much, or a share of what waits, so that a great deal does not wait long. */
const portion = { least: 150, share: 1 / 4 }

/**
 * Passes things on without a wait where they come alone, and gathered where they come fast: in their order, a portion at
 * a time.
 */
export interface Pace<T> {
  add(things: readonly T[]): void
  /** Passes on all that waits. */
  passAll(): void
  /** Forgets what waits. */
  close(): void
}

/** `weightOf`: how much there is to draw for a thing. `now` is in milliseconds. */
export function createPace<T>(
  deliver: (things: readonly T[]) => void,
  { weightOf = () => 1, now = () => performance.now() }: { weightOf?: (thing: T) => number; now?: () => number } = {},
): Pace<T> {
  let waiting: T[] = []
  const takePortion = () => {
    const most = Math.max(portion.least, waiting.reduce((sum, thing) => sum + weightOf(thing), 0) * portion.share)
    let [count, weight] = [0, 0]
    for (; count < waiting.length && weight < most; count++)
      weight += weightOf(expectDefined(waiting[count], 'a thing'))
    return waiting.splice(0, count)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let next = 0
  const pass = () => {
    const things = takePortion()
    timer = things.length === 0 ? undefined : setTimeout(passOnceRested, pace)
    if (things.length === 0) return
    const begun = now()
    deliver(things)
    // What is delivered is drawn before anything else comes.
    queueMicrotask(() => {
      next = begun + (now() - begun) * timesAsLong
    })
  }
  const passOnceRested = () => {
    const rest = next - now()
    if (rest > 0 && waiting.length > 0) timer = setTimeout(pass, rest)
    else pass()
  }
  return {
    add(things) {
      for (const thing of things) waiting.push(thing)
      if (timer === undefined) pass()
    },
    passAll() {
      const things = waiting
      waiting = []
      if (things.length > 0) deliver(things)
    },
    close() {
      clearTimeout(timer)
      waiting = []
    },
  }
}
