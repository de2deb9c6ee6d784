import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import type { Decoded } from '../../text/decode.ts'
import { decodeXml } from '../../xml/decode.ts'
import { indexXml, nameOf, nextOf, type XmlIndex } from '../../xml/scan/index.ts'
import { attributesOf } from '../../xml/scan/nodes.ts'
import { type Flavour, flavourOf } from './flavour.ts'
import { type Languages, languagesAt, noLanguages } from './languages.ts'
import { numbering, type Surroundings, translates, unitAt, type XliffUnit } from './units.ts'

/**
 * An XLIFF file of any version and tool as it was read: what is understood of it, over a text and an index of all that is
 * in it. What is not edited goes out byte for byte.
 */
export interface XliffView extends Languages {
  readonly type: 'xliff-view'
  readonly bytes: Uint8Array
  readonly notices: Decoded['notices']
  readonly index: XmlIndex
  readonly flavour: Flavour
}

/**
 * Reads XLIFF 1.0 to 2.2 of any tool. Refuses what is not well-formed (`file-malformed`), a document type with
 * declarations of its own (`file-unsafe`), what cannot be decoded, and any other kind of file (`file-format-unknown`).
 */
export function viewXliff(bytes: Uint8Array): XliffView | Refusal {
  const decoded = decodeXml(bytes)
  if (isRefusal(decoded)) return decoded
  const index = indexXml(decoded.text, 'outside')
  if (isRefusal(index)) return index
  const flavour = flavourOf(nameOf(index, 0), attributesOf(index, 0))
  if (flavour === null) return unknownFormat
  return { type: 'xliff-view', bytes, notices: decoded.notices, index, flavour, ...languagesOf(index, flavour) }
}

export const unknownFormat = refuse('file-format-unknown', { endings: '.xlf' })

function languagesOf(index: XmlIndex, { namespace }: Flavour): Languages {
  let languages = languagesAt(index, 0, noLanguages)
  for (let file = 1; file < nextOf(index, 0); file = nextOf(index, file)) {
    const name = nameOf(index, file)
    if (name.local === 'file' && name.namespace === namespace) languages = languagesAt(index, file, languages)
  }
  return languages
}

/** The units of a file in order, each read when it is asked for. */
export function* unitsOf({ index, flavour }: XliffView): Generator<XliffUnit> {
  const number = numbering()
  let files = 0
  function* inside(parent: number, around: Surroundings): Generator<XliffUnit> {
    const end = nextOf(index, parent)
    for (let node = parent + 1; node < end; node = nextOf(index, node)) {
      const place = placeOf(index, node, flavour, parent === 0)
      if (place === 'unit') yield unitAt(index, node, flavour, around, number)
      else if (place === 'holder') {
        if (parent === 0) files++
        yield* inside(node, { file: files, translate: translates(index, node, around.translate) })
      }
    }
  }
  yield* inside(0, { file: 0, translate: true })
}

/** What an element inside the root, a file or a group is: a unit, something that holds units, or neither. */
export function placeOf(
  index: XmlIndex,
  node: number,
  { generation, namespace }: Flavour,
  inRoot: boolean,
): 'unit' | 'holder' | null {
  const name = nameOf(index, node)
  if (name.namespace !== namespace) return null
  if (inRoot) return name.local === 'file' ? 'holder' : null
  if (name.local === (generation === 2 ? 'unit' : 'trans-unit')) return 'unit'
  const holds = name.local === 'group' || (generation === 1 && (name.local === 'body' || name.local === 'bin-unit'))
  return holds ? 'holder' : null
}
