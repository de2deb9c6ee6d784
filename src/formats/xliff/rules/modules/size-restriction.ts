import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import type { Ancestors, FileContext } from '../context.ts'
import { namespaceOf, xmlNamespace } from '../model/namespaces.ts'
import { attributeIn, childrenNamed, isElement, oncePer } from '../reading.ts'

const storageProfiles = new Set(['xliff:utf8', 'xliff:utf16', 'xliff:utf32'])

/** Size and length restriction (XLIFF 2.1 §5.7): what values mean is said by the profile that the file chose. */
export function checkSizes(element: PlacedElement, ancestors: Ancestors, context: FileContext): void {
  const slr = namespaceOf('slr')
  const { profiles, report } = context
  const standard = {
    general: profiles.general === 'xliff:codepoints',
    storage: storageProfiles.has(profiles.storage),
  }
  for (const [local, checked] of [
    ['sizeRestriction', standard.general],
    ['storageRestriction', standard.storage],
  ] as const) {
    const attribute = attributeIn(element, slr, local)
    if (!attribute || !checked || isRange(attribute.value)) continue
    const params = { attribute: attribute.name, value: attribute.value }
    report({ rule: `slr_${local}-patterns`, wording: 'size-pattern', params, element, attribute: attribute.name })
  }
  checkContribution(element, 'equivStorage', standard.storage, context)
  checkContribution(element, 'sizeInfo', standard.general, context)
  checkReference(element, ancestors, context)
  checkEnd(element, context)
}

/** `*`, a most, or a least and a most. */
function isRange(value: string): boolean {
  const match = /^(?:(\d+),)?(\d+|\*)$/.exec(value)
  if (!match) return false
  const [, least, most] = match
  return least === undefined || most === '*' || Number(least) <= Number(most)
}

/** What an element counts for is a whole number in the standard profiles; without a profile, a number must be one, too. */
function checkContribution(
  element: PlacedElement,
  local: 'equivStorage' | 'sizeInfo',
  standard: boolean,
  { profiles, report }: FileContext,
): void {
  const attribute = attributeIn(element, namespaceOf('slr'), local)
  if (!attribute || /^[+-]?\d*$/.test(attribute.value)) return
  const profile = local === 'sizeInfo' ? profiles.general : profiles.storage
  const isNumber = attribute.value.trim() !== '' && Number.isFinite(Number(attribute.value))
  if (!standard && !(profile === '' && isNumber)) return
  const params = { attribute: attribute.name, value: attribute.value, values: '' }
  report({ rule: `slr_${local}-not-integer`, wording: 'value-whole', params, element, attribute: attribute.name })
}

/** The ids of what is in the size data directly in an element. */
const sizeIds = oncePer((parent: PlacedElement): ReadonlySet<string> => {
  const ids = new Set<string>()
  const collect = (element: PlacedElement): void => {
    for (const node of element.content) {
      if (!isElement(node)) continue
      const id = attributeOf(node, 'id') ?? attributeIn(node, xmlNamespace, 'id')?.value
      if (id !== undefined) ids.add(id)
      collect(node)
    }
  }
  for (const data of childrenNamed(parent, namespaceOf('slr'), 'data')) collect(data)
  return ids
})

/** Size information stands in the attribute or in data beside the element or beside one it is in. */
function checkReference(element: PlacedElement, ancestors: Ancestors, { report }: FileContext): void {
  const slr = namespaceOf('slr')
  const reference = attributeIn(element, slr, 'sizeInfoRef')
  if (!reference) return
  if (attributeIn(element, slr, 'sizeInfo')) {
    const also = ['slr_sizeInfoRef-with-sizeInfo']
    const rule = 'slr_sizeInfo-with-sizeInfoRef'
    report({ rule, also, wording: rule, element, attribute: reference.name })
  }
  if (ancestors.some((ancestor) => sizeIds(ancestor).has(reference.value))) return
  const rule = 'slr_sizeInfoRef-has-no-data-sib'
  report({ rule, wording: rule, params: { value: reference.value }, element, attribute: reference.name })
}

function checkEnd(element: PlacedElement, { core, report }: FileContext): void {
  if (element.namespace !== core || element.local !== 'ec' || attributeOf(element, 'isolated') === 'yes') return
  for (const local of ['equivStorage', 'sizeInfo', 'sizeInfoRef']) {
    const attribute = attributeIn(element, namespaceOf('slr'), local)
    if (!attribute) continue
    const rule = `slr_${local}-ec-not-isolated`
    report({
      rule,
      wording: 'ec-not-isolated',
      params: { attribute: attribute.name },
      element,
      attribute: attribute.name,
    })
  }
}
