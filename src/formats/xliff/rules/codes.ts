import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { Context, FileContext } from './context.ts'
import { listOf } from './reading.ts'
import { type Inline, kindOf, type UnitView } from './unit-view.ts'

export function isCode({ type }: Inline): boolean {
  const kind = kindOf(type)
  return kind === 'placeholder' || kind === 'span'
}

/** Rules of each code of a unit or a match by itself, and of what it refers to (XLIFF 2.1 §4.2.3, §4.7.2). */
export function checkCodes(view: UnitView, context: Context): void {
  if (view.inSources.length === 0 && view.inTargets.length === 0) return
  const dataIds = view.data && new Set(view.data.map((data) => attributeOf(data, 'id')))
  const bases = new Map<string, Inline>()
  for (const code of [...view.inTargets, ...view.inSources]) {
    if (code.id !== undefined && isCode(code)) bases.set(code.id, code)
  }
  for (const code of [...view.inSources, ...view.inTargets]) {
    if (code.type === 'cp') checkCodePoint(code.element, context)
    if (!isCode(code)) continue
    checkSubType(code.element, context)
    checkHints(code.element, context)
    checkData(code.element, dataIds, context)
    checkCopy(code, bases, context)
  }
}

/** A code point that XML cannot write, and no other (§4.2.3.1). The C1 controls are let pass as the TC's own rules do. */
function checkCodePoint(element: PlacedElement, { report }: Context): void {
  const hex = attributeOf(element, 'hex') ?? ''
  if (!/^[\da-f]+$/i.test(hex)) return
  const point = Number.parseInt(hex, 16)
  const impossible =
    (point < 0x20 && point !== 0x9 && point !== 0xa && point !== 0xd) ||
    (point >= 0x7f && point <= 0x9f && point !== 0x85) ||
    (point >= 0xd800 && point <= 0xdfff) ||
    point === 0xfffe ||
    point === 0xffff
  if (impossible) return
  const params = { value: hex }
  report({ rule: 'InvalidHexRangeOnCp', wording: 'InvalidHexRangeOnCp', params, element, attribute: 'hex' })
}

const typeOfSubType: Readonly<Record<string, string>> = {
  'xlf:b': 'fmt',
  'xlf:i': 'fmt',
  'xlf:u': 'fmt',
  'xlf:lb': 'fmt',
  'xlf:pb': 'fmt',
  'xlf:var': 'ui',
}

function checkSubType(element: PlacedElement, { report }: Context): void {
  const subType = attributeOf(element, 'subType')
  if (subType === undefined) return
  const type = attributeOf(element, 'type')
  if (type === undefined) {
    report({ rule: 'SubTypeWithoutType', wording: 'SubTypeWithoutType', element, attribute: 'subType' })
  } else if (subType.startsWith('xlf:') && typeOfSubType[subType] !== type) {
    const rule = 'InvalidTypeSubTypeValues'
    report({ rule, wording: rule, params: { type, subType }, element, attribute: 'subType' })
  }
}

function checkHints(element: PlacedElement, { report }: Context): void {
  const reorder = attributeOf(element, 'canReorder')
  if (reorder !== 'no' && reorder !== 'firstNo') return
  if (attributeOf(element, 'canCopy') === 'no' && attributeOf(element, 'canDelete') === 'no') return
  const rule = 'canReorderContext'
  report({ rule, wording: rule, params: { value: reorder }, element, attribute: 'canReorder' })
}

const dataRules = {
  dataRef: { rule: 'InvalidDataRef', also: ['UnknownDataRefValue'] },
  dataRefStart: { rule: 'InvalidDataRefStart', also: ['UnknownDataRefStartValue'] },
  dataRefEnd: { rule: 'InvalidDataRefEnd', also: ['UnknownDataRefEndValue'] },
} as const

function checkData(element: PlacedElement, ids: ReadonlySet<string | undefined> | undefined, { report }: Context) {
  for (const attribute of ['dataRef', 'dataRefStart', 'dataRefEnd'] as const) {
    const value = attributeOf(element, attribute)
    if (value === undefined || ids?.has(value)) continue
    const names = ids ? dataRules[attribute] : { rule: 'DataRefWithoutOriginalData' }
    report({
      ...names,
      wording: ids ? 'data-unknown' : 'data-absent',
      params: { attribute, value },
      element,
      attribute,
    })
  }
  for (const [attribute, other, rule] of [
    ['dataRefStart', 'dataRefEnd', 'DataRefStartWithoutDataRefEnd'],
    ['dataRefEnd', 'dataRefStart', 'DataRefEndWithoutDataRefStart'],
  ] as const) {
    if (attributeOf(element, attribute) === undefined || attributeOf(element, other) !== undefined) continue
    report({ rule, wording: 'half-a-pair', params: { attribute, other }, element, attribute })
  }
}

/** A copy names the code it copies, which has no original data of its own that the copy could use (§4.7.2.4.1). */
function checkCopy(code: Inline, bases: ReadonlyMap<string, Inline>, { report }: Context): void {
  const { element, id } = code
  const copyOf = attributeOf(element, 'copyOf')
  if (copyOf === undefined) return
  const breach = { params: { id: copyOf }, element, attribute: 'copyOf' } as const
  const base = copyOf === id ? undefined : bases.get(copyOf)
  if (!base || kindOf(base.type) !== kindOf(code.type)) {
    report({ rule: 'CopyOfWithBadReference', wording: 'CopyOfWithBadReference', ...breach })
    return
  }
  if (attributeOf(base.element, 'canCopy') === 'no') {
    report({ rule: 'CopyOfWithNoCopyReference', wording: 'CopyOfWithNoCopyReference', ...breach })
  }
  if (hasData(element) || hasData(base.element)) {
    report({ rule: 'CopyOfWithOriginalData', wording: 'CopyOfWithOriginalData', ...breach })
  }
}

function hasData(element: PlacedElement): boolean {
  return ['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => attributeOf(element, name) !== undefined)
}

/** Collects the units that codes name as their sub-flows. */
export function collectSubFlows(view: UnitView, { subFlows }: FileContext): void {
  for (const { element } of [...view.inSources, ...view.inTargets]) {
    for (const attribute of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
      const value = attributeOf(element, attribute)
      if (value !== undefined) for (const id of listOf(value)) subFlows.push({ element, attribute, id })
    }
  }
}

/** Sub-flows are units of the same file (§4.7.4). */
export function checkSubFlows({ subFlows, report }: FileContext, unitIds: ReadonlySet<string | undefined>): void {
  for (const { element, attribute, id } of subFlows) {
    if (unitIds.has(id)) continue
    const rule = 'SubFlowWithInvalidReference'
    report({ rule, wording: rule, params: { attribute, id }, element, attribute })
  }
}
