import type { Pause } from '../ports/world.ts'

/** Milliseconds that work goes on before others are let in. */
const slice = 8

/** Lets whatever waits for the server go first, once work has gone on for a slice. */
export function createPause(): Pause {
  let since = performance.now()
  return () => {
    if (performance.now() - since < slice) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}
