import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import { isCode } from './codes.ts'
import type { Context } from './context.ts'
import type { Inline, UnitView } from './unit-view.ts'

/** Rules of the targets of a unit: their language is told, they are there, and they have what they must have. */
export function checkTargets(view: UnitView, context: Context): void {
  const hasTarget = view.parts.some(({ target }) => target !== undefined)
  for (const { element, target } of view.parts) {
    checkState(element, target, context)
    if (target && context.trgLang === undefined) reportNoLanguage(element, context)
  }
  if (!hasTarget) return
  checkOrder(view, context)
  checkNonRemovable(view, context)
}

function reportNoLanguage(part: PlacedElement, { root, reported, report }: Context): void {
  const rule = part.local === 'segment' ? 'NoTrgLang' : 'NoTrgLangWithIgnorable'
  if (reported.has(rule)) return
  reported.add(rule)
  report({ rule, wording: 'NoTrgLang', params: { element: part.local }, element: root })
}

/** A state past `initial` says that there is a translation (§4.3.1.31); `subState` refines a state that is told. */
function checkState(part: PlacedElement, target: PlacedElement | undefined, { report }: Context): void {
  const state = attributeOf(part, 'state')
  if (state === undefined && attributeOf(part, 'subState') !== undefined) {
    const rule = 'SubStateWithoutState'
    report({ rule, wording: rule, element: part, attribute: 'subState' })
  }
  if (target || (state !== 'translated' && state !== 'reviewed' && state !== 'final')) return
  const rule = 'StateWithoutTarget'
  report({ rule, wording: rule, params: { state }, element: part, attribute: 'state' })
}

/** A place in the order of targets is taken once, also by a target that is told none and keeps its own (§4.3.1.24). */
function checkOrder({ parts }: UnitView, { report }: Context): void {
  if (!parts.some(({ target }) => target && attributeOf(target, 'order') !== undefined)) return
  const taken = new Map<number, PlacedElement>()
  for (const [at, { target }] of parts.entries()) {
    if (!target) continue
    const value = attributeOf(target, 'order')
    const order = value === undefined ? at + 1 : Number(value)
    const params = { order: String(order), most: String(parts.length) }
    if (order > parts.length) {
      const rule = 'OrderTooHigh'
      report({ rule, wording: rule, params, element: target, attribute: 'order' })
    }
    const earlier = taken.get(order)
    if (earlier) {
      const explicit = value === undefined ? earlier : target
      report({ rule: 'OrderNotUnique', wording: 'OrderNotUnique', params, element: explicit, attribute: 'order' })
    } else taken.set(order, target)
  }
}

/** Codes that may not be deleted are in the target, or in another target of the unit (§4.7.2.6). */
function checkNonRemovable(view: UnitView, { report }: Context): void {
  const mayNotGo = ({ element }: Inline) => attributeOf(element, 'canDelete') === 'no'
  if (!view.inSources.some(mayNotGo)) return
  const inTargets = new Set(view.inTargets.filter(isCode).flatMap(keysOf))
  for (const { target, inSource } of view.parts) {
    if (!target) continue
    for (const code of inSource) {
      if (!isCode(code) || !mayNotGo(code)) continue
      const [missing] = keysOf(code).filter((key) => !inTargets.has(key))
      if (missing === undefined) continue
      const rule = 'MissingNonRemovable'
      const id = code.id ?? attributeOf(code.element, 'startRef') ?? ''
      report({ rule, wording: rule, params: { id }, element: target })
    }
  }
}

/** What stands for a code whether a span is written as one element or as two; an end without `startRef` is a code itself. */
function keysOf({ type, id, element }: Inline): readonly string[] {
  const startRef = attributeOf(element, 'startRef')
  if (type === 'ec' && startRef !== undefined) return [`end ${startRef}`]
  return type === 'pc' ? [`start ${id}`, `end ${id}`] : [`start ${id}`]
}
