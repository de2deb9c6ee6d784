import type { EngineRequest } from '../ports/engine.ts'

/** The limits of one call to a service. Code points are those of the sources. */
export interface BatchLimits {
  readonly items: number
  readonly codePoints: number
}

export function countCodePoints(text: string): number {
  return Array.from(text).length
}

/** Requests in order, in batches within the limits. A request beyond the limits is a batch by itself. */
export function batchesOf(
  requests: readonly EngineRequest[],
  { items, codePoints }: BatchLimits,
): readonly (readonly EngineRequest[])[] {
  const batches: EngineRequest[][] = []
  let held = 0
  for (const request of requests) {
    const length = countCodePoints(request.source)
    const last = batches.at(-1)
    if (last && last.length < items && held + length <= codePoints) {
      last.push(request)
      held += length
    } else {
      batches.push([request])
      held = length
    }
  }
  return batches
}
