import type { Code, Inline } from '../../model/inline.ts'
import type { XmlNode } from '../xml/tree.ts'
import { kindOf } from './code-kinds.ts'
import { characterOf } from './controls.ts'
import { ownCodeId, ownCodeIdIn } from './ids.ts'
import { type InlineElement, isCore } from './tree.ts'

/**
 * The text and codes of a `source` or `target`, without its marks. Content outside the core (comments, extensions) is
 * not text. Codes get their own ids, as they went out for a segment, or for any segment of a unit.
 */
export function readInline(
  content: readonly (InlineElement | XmlNode)[],
  segment: string | { readonly unit: string },
  data: ReadonlyMap<string, string>,
): Inline {
  const ownId = (id: string) => (typeof segment === 'string' ? ownCodeId(segment, id) : ownCodeIdIn(segment.unit, id))
  const parts: (string | Code)[] = []
  const text = (value: string) => {
    const last = parts.at(-1)
    if (value === '') return
    if (typeof last === 'string') parts[parts.length - 1] = last + value
    else parts.push(value)
  }
  const code = (type: Code['type'], id: string | undefined, ref: string | undefined, subType: string | undefined) => {
    const kind = kindOf(subType)
    parts.push({ type, id: ownId(id ?? ''), data: data.get(ref ?? '') ?? '', ...(kind && { kind }) })
  }

  function read(nodes: readonly (InlineElement | XmlNode)[]): void {
    for (const node of nodes) {
      if (typeof node === 'string') text(node)
      else if (isCore(node)) {
        if (node.type === 'cp') text(characterOf(node.attributes.hex ?? ''))
        else if (node.type === 'ph') code('alone', node.attributes.id, node.attributes.dataRef, node.attributes.subType)
        else if (node.type === 'sc') code('open', node.attributes.id, node.attributes.dataRef, node.attributes.subType)
        else if (node.type === 'ec')
          code(
            'close',
            node.attributes.startRef ?? node.attributes.id,
            node.attributes.dataRef,
            node.attributes.subType,
          )
        else if (node.type === 'mrk') read(node.content)
        else if (node.type === 'pc') {
          code('open', node.attributes.id, node.attributes.dataRefStart, node.attributes.subType)
          read(node.content)
          code('close', node.attributes.id, node.attributes.dataRefEnd, node.attributes.subType)
        }
      }
    }
  }

  read(content)
  return parts
}
