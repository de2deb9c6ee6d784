import type { PlacedElement } from '../../../xml/tree.ts'
import type { Context } from '../context.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { attributeIn, listOf } from '../reading.ts'
import type { UnitView } from '../unit-view.ts'

const pgs = namespaceOf('pgs')
const numberCases = /^(?:zero|one|two|few|many|other|\d+(?:\.\d+)?)$/

/** Variants by number, gender or choice (XLIFF 2.2, part 2): a unit says what decides, each segment for which values. */
export function checkVariants(view: UnitView, { report }: Context): void {
  const unitSwitch = attributeIn(view.element, pgs, 'switch')
  const kinds = unitSwitch ? listOf(unitSwitch.value).map((item) => /^([^:]+):[^:]+$/.exec(item)?.[1]) : []
  if (unitSwitch && (kinds.length === 0 || !kinds.every(isKind))) {
    const rule = 'pgs_invalid-switch'
    const params = { value: unitSwitch.value }
    report({ rule, wording: rule, params, element: view.element, attribute: unitSwitch.name })
  }
  for (const { element } of view.parts) {
    const segmentCase = attributeIn(element, pgs, 'case')
    if (!segmentCase) continue
    const values = listOf(segmentCase.value)
    const breach = { params: { value: segmentCase.value }, element, attribute: segmentCase.name } as const
    if (!unitSwitch) report({ rule: 'pgs_case-without-switch', wording: 'pgs_case-without-switch', ...breach })
    else if (values.length !== kinds.length) {
      report({ rule: 'pgs_case-count-not-same-as-switch', wording: 'pgs_case-count-not-same-as-switch', ...breach })
    } else if (values.some((value, at) => isNumberKind(kinds[at]) && !numberCases.test(value))) {
      report({ rule: 'pgs_invalid-case', wording: 'pgs_invalid-case', ...breach })
    }
  }
}

function isKind(kind: string | undefined): boolean {
  return isNumberKind(kind) || kind === 'gender' || kind === 'select'
}

function isNumberKind(kind: string | undefined): boolean {
  return kind === 'plural' || kind === 'ordinal'
}

/** The switch stands on units, the case on segments. */
export function checkVariantPlaces(element: PlacedElement, { report }: Context): void {
  for (const [local, owner] of [
    ['switch', 'unit'],
    ['case', 'segment'],
  ] as const) {
    const attribute = attributeIn(element, pgs, local)
    if (!attribute || element.local === owner) continue
    const rule = `pgs_${local}-not-on-${owner}`
    const params = { attribute: attribute.name, element: element.name }
    report({ rule, wording: 'attribute-not-allowed', params, element, attribute: attribute.name })
  }
}
