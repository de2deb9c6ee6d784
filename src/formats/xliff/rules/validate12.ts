import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { Breach, Report } from './breach.ts'
import { childrenNamed, isElement, repeated } from './reading.ts'
import { checkStructure, modelOf } from './structure.ts'

/**
 * Where an XLIFF 1.2 document breaks the structure of the format: elements that may not stand where they do or are missing,
 * attributes that are missing, ids of units that occur twice in a file (§2.2). Values of attributes and the dialects of
 * tools are let be.
 */
export function validate12(root: PlacedElement): readonly Breach[] {
  const breaches: Breach[] = []
  const report: Report = (breach) => breaches.push(breach)
  visit(root, report)
  for (const file of childrenNamed(root, root.namespace, 'file')) checkUnitIds(file, report)
  return breaches
}

function visit(element: PlacedElement, report: Report): void {
  const model = modelOf(element, '1.2')
  if (!model) return
  checkStructure(element, model, '1.2', report)
  for (const child of element.content) if (isElement(child)) visit(child, report)
}

function checkUnitIds(file: PlacedElement, report: Report): void {
  const units: PlacedElement[] = []
  const collect = (parent: PlacedElement): void => {
    for (const node of parent.content) {
      if (!isElement(node) || node.namespace !== file.namespace) continue
      if (node.local === 'trans-unit' || node.local === 'bin-unit') units.push(node)
      else if (node.local === 'body' || node.local === 'group') collect(node)
    }
  }
  collect(file)
  for (const [element] of repeated(units, (unit) => attributeOf(unit, 'id'))) {
    const params = { id: attributeOf(element, 'id') ?? '' }
    report({ rule: 'TransUnitIdNotUnique', wording: 'id-not-unique', params, element, attribute: 'id' })
  }
}
