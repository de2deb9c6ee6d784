import type { Pause } from '../ports/world.ts'

/** Milliseconds of work before other tasks run. */
const slice = 3

/** Makes a pause that lets waiting tasks of the server run once work has lasted for a slice. */
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
