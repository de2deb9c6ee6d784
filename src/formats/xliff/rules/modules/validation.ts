import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import type { Context } from '../context.ts'
import { namespaceOf, xmlNamespace, xmlnsNamespace } from '../model/namespaces.ts'
import { childrenNamed } from '../reading.ts'

const conditions = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith']

/** Validation rules that a file carries (XLIFF 2.1 §5.8): each has one condition, of the module or of an extension. */
export function checkValidation(validation: PlacedElement, { report }: Context): void {
  for (const element of childrenNamed(validation, namespaceOf('val'), 'rule')) {
    const present = conditions.filter((name) => attributeOf(element, name) !== undefined)
    const custom = element.attributes.some(
      ({ namespace }) => namespace !== '' && namespace !== xmlNamespace && namespace !== xmlnsNamespace,
    )
    if (present.length + (custom ? 1 : 0) !== 1) {
      const rule = 'val_ExactlyOneAttributeOnRule'
      report({ rule, wording: rule, params: { count: String(present.length + (custom ? 1 : 0)) }, element })
    }
    if (attributeOf(element, 'existsInSource') === undefined) continue
    if (present.filter((name) => name !== 'isNotPresent').length === 1) continue
    const rule = 'val_existsInSourcePatternOnRule'
    report({ rule, wording: rule, element, attribute: 'existsInSource' })
  }
}
