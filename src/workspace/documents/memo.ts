import { atOnce, type Steps } from '../../model/steps.ts'

/** Work that is done once, whether at once or step by step; who comes while it is being done does it too. */
export interface OnceInSteps<T> {
  readonly steps: () => Steps<T>
  readonly atOnce: () => T
}

export function onceInSteps<T>(work: () => Steps<T>): OnceInSteps<T> {
  let made: { readonly value: T } | undefined
  function* steps(): Steps<T> {
    if (made) return made.value
    const value = yield* work()
    // The first result stays: others may compare by identity.
    made ??= { value }
    return made.value
  }
  return { steps, atOnce: () => atOnce(steps()) }
}
