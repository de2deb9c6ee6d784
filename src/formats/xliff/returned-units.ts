import { isRefusal, type Refusal } from '../../model/refusal.ts'
import { segmentStates } from '../../model/state.ts'
import type { ReturnedPart, ReturnedUnit } from '../../segmentation/returned.ts'
import { readXliff } from './codec.ts'
import { readData } from './original-data.ts'
import { readInline } from './read-inline.ts'
import { coreOf, type File, type Unit } from './tree.ts'

/**
 * The units of an XLIFF 2 in the order of the file, with those that occur twice: whoever reads it says what becomes of
 * them. Refuses what `readXliff` refuses.
 */
export function returnedUnits(bytes: Uint8Array): readonly ReturnedUnit[] | Refusal {
  const xliff = readXliff(bytes)
  if (isRefusal(xliff)) return xliff
  return coreOf(xliff.root.content).flatMap(unitsOf).map(returnedUnit)
}

function unitsOf(parent: { readonly content: File['content'] }): readonly Unit[] {
  return coreOf(parent.content).flatMap((node) =>
    node.type === 'unit' ? [node] : node.type === 'group' ? unitsOf(node) : [],
  )
}

function returnedUnit(unit: Unit): ReturnedUnit {
  const elements = coreOf(unit.content)
  const data = readData(elements.find((node) => node.type === 'originalData'))
  const parts = elements.flatMap((node): readonly ReturnedPart[] => {
    if (node.type !== 'segment' && node.type !== 'ignorable') return []
    const { id } = node.attributes
    const state = node.type === 'segment' ? segmentStates.find((name) => name === node.attributes.state) : undefined
    const children = coreOf(node.content)
    const source = children.find((child) => child.type === 'source')
    const target = children.find((child) => child.type === 'target')
    const read = (content: Parameters<typeof readInline>[0]) =>
      readInline(content, { unit: unit.attributes.id ?? '' }, data)
    return [
      {
        type: node.type,
        ...(id !== undefined && { id }),
        source: read(source?.content ?? []),
        ...(target !== undefined && { target: read(target.content) }),
        ...(state && { state }),
      },
    ]
  })
  return { id: unit.attributes.id ?? '', parts }
}
