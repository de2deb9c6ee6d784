import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import { selectsSpan } from '../annotations.ts'
import type { FileContext } from '../context.ts'
import { checkUnique } from '../ids.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { childrenNamed, childrenOf } from '../reading.ts'
import { idsOf, type UnitView } from '../unit-view.ts'

/** The glossary of a unit (XLIFF 2.1 §5.2). */
export function checkGlossary(glossary: PlacedElement, unit: UnitView, context: FileContext): void {
  const gls = namespaceOf('gls')
  const entries = childrenNamed(glossary, gls, 'glossEntry')
  const named = entries.flatMap((entry) => [entry, ...childrenNamed(entry, gls, 'translation')])
  checkUnique(named, 'gls_glossEntry-and-translation-not-unique-in-glossary', context)
  for (const entry of entries) {
    const says = ({ namespace, local }: PlacedElement) =>
      namespace === gls && (local === 'translation' || local === 'definition')
    if (childrenOf(entry).some(says)) continue
    const rule = 'gls_glossEntry-w-o-translation-or-definition'
    context.report({ rule, wording: rule, element: entry })
  }
  for (const element of named) {
    const value = attributeOf(element, 'ref')
    if (value === undefined) continue
    if (value.startsWith('#') ? selectsSpan({ element, value }, unit, context) : namesSpan(value, unit)) continue
    const rule = 'gls_wrong-ref-value'
    context.report({ rule, wording: 'reference-no-span', params: { value }, element, attribute: 'ref' })
  }
}

/** The TC's own rules take an id without `#`, too, and look only at what is behind one. */
function namesSpan(value: string, unit: UnitView): boolean {
  const wanted = value.slice(value.indexOf('#') + 1)
  const { parts, inSources, inTargets } = idsOf(unit)
  return parts.has(wanted) || inSources.has(wanted) || inTargets.has(wanted)
}
