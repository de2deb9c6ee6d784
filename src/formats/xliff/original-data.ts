import { characterOf, withCodePoints } from './controls.ts'
import { coreOf, type Data, isCore, type OriginalData } from './tree.ts'

/** Collects the original data of a unit's inline codes. */
export interface DataCollector {
  /** The id of a piece of data; undefined for an empty piece. */
  ref(data: string): string | undefined
  /** The element with all pieces; empty if there are none. */
  element(): readonly OriginalData[]
}

export function collectData(): DataCollector {
  const ids = new Map<string, string>()
  return {
    ref(data) {
      if (data === '') return undefined
      const id = ids.get(data) ?? `d${ids.size + 1}`
      ids.set(data, id)
      return id
    },
    element() {
      if (ids.size === 0) return []
      const content = [...ids].map(
        ([data, id]): Data => ({
          type: 'data',
          prefix: '',
          attributes: { id },
          other: [],
          content: withCodePoints(data),
        }),
      )
      return [{ type: 'originalData', prefix: '', attributes: {}, other: [], content }]
    },
  }
}

/** The data of each id in an `originalData`. */
export function readData(element: OriginalData | undefined): ReadonlyMap<string, string> {
  return new Map(
    coreOf(element?.content ?? []).map((data) => [
      data.attributes.id ?? '',
      data.content
        .map((node) => (typeof node === 'string' ? node : isCore(node) ? characterOf(node.attributes.hex ?? '') : ''))
        .join(''),
    ]),
  )
}
