import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import type { Context } from '../context.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { attributeIn } from '../reading.ts'

/** Format style (XLIFF 2.1 §5.3): details need a style, an end code has one only if it stands alone. */
export function checkFormatStyle(element: PlacedElement, { core, report }: Context): void {
  const fs = attributeIn(element, namespaceOf('fs'), 'fs')
  const subFs = attributeIn(element, namespaceOf('fs'), 'subFs')
  if (subFs && !fs) {
    const rule = 'fs_subFs-not-allowed-w-o-fs'
    report({ rule, wording: rule, element, attribute: subFs.name })
  }
  if (subFs && !isPairs(subFs.value)) {
    const rule = 'fs_invalid-subFs'
    report({ rule, wording: rule, params: { value: subFs.value }, element, attribute: subFs.name })
  }
  if (element.namespace !== core || element.local !== 'ec' || attributeOf(element, 'isolated') === 'yes') return
  for (const attribute of [fs, subFs]) {
    if (!attribute) continue
    const rule = 'InvalidFSAttributeOnEc'
    report({
      rule,
      wording: 'ec-not-isolated',
      params: { attribute: attribute.name },
      element,
      attribute: attribute.name,
    })
  }
}

/** Pairs `name,value`, parted by backslashes; in a value a comma or a backslash has a backslash before it. */
function isPairs(value: string): boolean {
  return /^[^\\,]+,(?:[^\\,]|\\[\\,])*(?:\\[^\\,]+,(?:[^\\,]|\\[\\,])*)*$/.test(value)
}
