import { characterOf, withCodePoints } from './controls.ts'
import { coreOf, type Data, isCore, type OriginalData } from './tree.ts'

/** Collects what the inline codes of a unit stand for. */
export interface DataCollector {
  /** The id to refer to a piece of data by; none for the empty one. */
  ref(data: string): string | undefined
  /** The element that holds all pieces, or nothing where there are none. */
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

/** What the ids in an `originalData` stand for. */
export function readData(element: OriginalData | undefined): ReadonlyMap<string, string> {
  return new Map(
    coreOf(element?.content ?? []).map((data) => [
      data.attributes.id ?? '',
      data.content.map((node) => (typeof node === 'string' ? node : isCore(node) ? characterOf(node) : '')).join(''),
    ]),
  )
}
