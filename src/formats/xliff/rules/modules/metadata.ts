import type { PlacedElement } from '../../../xml/tree.ts'
import type { Context } from '../context.ts'
import { checkUnique } from '../ids.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { childrenNamed } from '../reading.ts'

/** Metadata (XLIFF 2.1 §5.4): ids of groups and of the whole differ. */
export function checkMetadata(metadata: PlacedElement, context: Context): void {
  const groups: PlacedElement[] = [metadata]
  const collect = (element: PlacedElement): void => {
    for (const group of childrenNamed(element, namespaceOf('mda'), 'metaGroup')) {
      groups.push(group)
      collect(group)
    }
  }
  collect(metadata)
  checkUnique(groups, 'mda_metaGroup-id-not-unique', context)
}
