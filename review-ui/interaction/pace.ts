/** The page is drawn for what others send at most once in this time, in milliseconds. */
const pace = 100

/** Beside drawing it does other things three quarters of the time: a long document takes longer to draw. */
const timesAsLong = 4

/** Passes things on without a wait where they come alone, and gathered where they come fast: in their order. */
export interface Pace<T> {
  add(thing: T): void
  /** Forgets what waits. */
  close(): void
}

/** `now` is in milliseconds. */
export function createPace<T>(deliver: (things: readonly T[]) => void, now = () => performance.now()): Pace<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let next = 0
  const pass = () => {
    const things = waiting
    waiting = []
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
    add(thing) {
      waiting.push(thing)
      if (timer === undefined) pass()
    },
    close() {
      clearTimeout(timer)
      waiting = []
    },
  }
}
