import { attributeOf, elementsIn, elementsOf, textIn } from '../xml/element.ts'
import type { XmlElement, XmlNode } from '../xml/tree.ts'
import { escapeControls, unescapeControls } from './controls.ts'

export const metadataNamespace = 'urn:oasis:names:tc:xliff:metadata:2.0'
const element = elementsOf(metadataNamespace, 'mda')

/** One group of the metadata module (XLIFF 2.1 §5.4): a category, and values under names that may repeat. */
export interface MetaGroup {
  readonly category: string
  readonly entries: readonly (readonly [type: string, value: string])[]
}

/** The metadata element with the groups; empty if there are none. `id` identifies the writer. */
export function writeMetadata(groups: readonly MetaGroup[], id?: string): readonly XmlElement[] {
  if (groups.length === 0) return []
  const content = groups.map(({ category, entries }) =>
    element(
      'metaGroup',
      { category },
      entries.map(([type, value]) => element('meta', { type }, value === '' ? [] : [escapeControls(value)])),
    ),
  )
  return [element('metadata', { id }, content)]
}

/** The groups of the metadata in some content, only of those with the id if one is given. */
export function readMetadata(content: readonly XmlNode[], id?: string): readonly MetaGroup[] {
  return elementsIn(content, metadataNamespace, 'metadata')
    .filter((metadata) => id === undefined || attributeOf(metadata, 'id') === id)
    .flatMap((metadata) => elementsIn(metadata.content, metadataNamespace, 'metaGroup'))
    .map((group) => ({
      category: attributeOf(group, 'category') ?? '',
      entries: elementsIn(group.content, metadataNamespace, 'meta').map(
        (meta) => [attributeOf(meta, 'type') ?? '', unescapeControls(textIn(meta.content))] as const,
      ),
    }))
}

/** The first value of that name in a group. */
export function valueIn(group: MetaGroup | undefined, type: string): string | undefined {
  return group?.entries.find(([name]) => name === type)?.[1]
}

/** All values of that name in a group. */
export function valuesIn(group: MetaGroup | undefined, type: string): readonly string[] {
  return (group?.entries ?? []).filter(([name]) => name === type).map(([, value]) => value)
}
