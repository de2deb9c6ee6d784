import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { Context } from './context.ts'
import type { Inline, Part, UnitView } from './unit-view.ts'

/** Start and end codes, and start and end markers, belong together within the sources and within the targets of a unit. */
export function checkPairs(view: UnitView, context: Context): void {
  if (view.inSources.some(isHalf)) checkSide(view.inSources, documentOrder(view.inSources), context)
  if (view.inTargets.some(isHalf)) checkSide(view.inTargets, targetOrder(view), context)
}

const halves: ReadonlySet<string> = new Set(['sc', 'ec', 'sm', 'em'])

function isHalf({ type }: Inline): boolean {
  return halves.has(type)
}

type Order = (inline: Inline) => number

/** Which of two inline elements comes first is asked for pairs only, so that places are counted when they are needed. */
function documentOrder(side: readonly Inline[]): Order {
  let places: Map<Inline, number> | undefined
  return (inline) => {
    places ??= new Map(side.map((item, at) => [item, at]))
    return places.get(inline) ?? -1
  }
}

/** Targets may be told to stand in another order than that of the file (`order`). */
function targetOrder(view: UnitView): Order {
  const orderOf = (part: Part, at: number) => Number(part.target && attributeOf(part.target, 'order')) || at + 1
  const sorted = view.parts.map((part, at) => ({ part, order: orderOf(part, at) })).sort((a, b) => a.order - b.order)
  return documentOrder(sorted.flatMap(({ part }) => part.inTarget))
}

function checkSide(side: readonly Inline[], order: Order, context: Context): void {
  checkSpans(side, order, context)
  checkMarkers(side, order, context)
}

function isIsolated(element: PlacedElement): boolean {
  return attributeOf(element, 'isolated') === 'yes'
}

function byId(side: readonly Inline[], type: string): Map<string, Inline> {
  const map = new Map<string, Inline>()
  for (const inline of side) {
    if (inline.type === type && inline.id !== undefined && !map.has(inline.id)) map.set(inline.id, inline)
  }
  return map
}

function byStart(side: readonly Inline[], type: string): Map<string, Inline[]> {
  const map = new Map<string, Inline[]>()
  for (const inline of side) {
    const start = inline.type === type ? attributeOf(inline.element, 'startRef') : undefined
    if (start === undefined) continue
    const ends = map.get(start)
    if (ends) ends.push(inline)
    else map.set(start, [inline])
  }
  return map
}

function checkSpans(side: readonly Inline[], order: Order, context: Context): void {
  if (!side.some(({ type }) => type === 'sc' || type === 'ec')) return
  const starts = byId(side, 'sc')
  const ends = byStart(side, 'ec')
  const unreferenced = new Set(
    side
      .filter(({ type, element }) => type === 'ec' && attributeOf(element, 'startRef') === undefined)
      .map(({ id }) => id),
  )
  for (const inline of side) {
    if (inline.type === 'ec') checkEnd(inline, starts, order, context)
    else if (inline.type === 'sc') checkStart(inline, ends.get(inline.id ?? '') ?? [], unreferenced, context)
  }
}

function checkStart(
  { element, id }: Inline,
  ends: readonly Inline[],
  unreferenced: ReadonlySet<string | undefined>,
  { report }: Context,
): void {
  const params = { id: id ?? '' }
  if (isIsolated(element)) {
    if (ends.length === 0) return
    report({ rule: 'InvalidIsolatedOnSc', wording: 'InvalidIsolatedOnSc', params, element, attribute: 'isolated' })
  } else if (ends.length === 0) {
    // An end that has this id in place of `startRef` is reported itself.
    if (!unreferenced.has(id)) report({ rule: 'MissingIsolatedOnSc', wording: 'MissingIsolatedOnSc', params, element })
  }
  for (const { element: second } of ends.slice(1)) {
    report({ rule: 'TwoEcForSc', wording: 'two-ends', params, element: second, attribute: 'startRef' })
  }
}

function checkEnd(end: Inline, starts: ReadonlyMap<string, Inline>, order: Order, { report }: Context): void {
  const { element, id } = end
  const startRef = attributeOf(element, 'startRef')
  const start = startRef === undefined ? undefined : starts.get(startRef)
  const isolated = isIsolated(element)
  const params = { id: startRef ?? id ?? '' }
  const tell = (rule: EndRule, attribute?: string) =>
    report({ rule, wording: rule, params, element, ...(attribute !== undefined && { attribute }) })
  if (id !== undefined && startRef !== undefined) {
    tell('ConfusedIsolatedOnEc', 'id')
    if (start && !isolated) tell('NonIsolatedEcWithStartRef', 'startRef')
  }
  if (isolated) {
    if (startRef !== undefined || id === undefined)
      tell('IsolatedEcWithId', startRef === undefined ? undefined : 'startRef')
    if (start) tell('InvalidIsolatedOnEc', 'isolated')
    return
  }
  if (attributeOf(element, 'dir') !== undefined) tell('InvalidDirAttributeOnEc', 'dir')
  if (startRef === undefined) {
    tell('NonIsolatedEcWithoutStartRef')
    if (id !== undefined && !starts.has(id)) tell('MissingIsolatedOnEc')
  } else if (!start) {
    if (id === undefined) tell('MissingIsolatedOnEc')
  } else {
    if (order(end) < order(start)) tell('EcBeforeSc', 'startRef')
    compare(start.element, element, report)
  }
}

type EndRule =
  | 'ConfusedIsolatedOnEc'
  | 'NonIsolatedEcWithStartRef'
  | 'IsolatedEcWithId'
  | 'InvalidIsolatedOnEc'
  | 'InvalidDirAttributeOnEc'
  | 'NonIsolatedEcWithoutStartRef'
  | 'MissingIsolatedOnEc'
  | 'EcBeforeSc'

/** What start and end say of one code must be the same (§4.2.3.4, §4.2.3.5). */
function compare(start: PlacedElement, end: PlacedElement, report: Context['report']): void {
  const differs = (rule: string, attribute: string, first: string, second: string) => {
    const params = { attribute, start: first, end: second }
    report({ rule, wording: 'start-and-end-differ', params, element: end, attribute })
  }
  for (const attribute of ['canCopy', 'canDelete', 'canOverlap'] as const) {
    const [first, second] = [attributeOf(start, attribute) ?? 'yes', attributeOf(end, attribute) ?? 'yes']
    if (first !== second) differs(`Different${attribute.replace('c', 'C')}InScAndEc`, attribute, first, second)
  }
  const [first, second] = [attributeOf(start, 'canReorder') ?? 'yes', attributeOf(end, 'canReorder') ?? 'yes']
  if (first === 'firstNo' ? second !== 'no' : first !== second) {
    const rule = first === 'firstNo' ? 'YesCanReorderInEcForFirstNoInSc' : 'DifferentCanReorderInScAndEc'
    differs(rule, 'canReorder', first, second)
  }
  // Of these only the start has to tell; an end that tells, too, must not contradict.
  for (const [attribute, rule] of [
    ['type', 'DifferentTypeInScAndEc'],
    ['subType', 'DifferentSubTypeInScAndEc'],
    ['copyOf', 'DifferentCopyOfInScAndEc'],
    ['dir', 'DifferentDirInScAndEc'],
  ] as const) {
    const [first, second] = [attributeOf(start, attribute), attributeOf(end, attribute)]
    if (first !== undefined && second !== undefined && first !== second) differs(rule, attribute, first, second)
  }
}

function checkMarkers(side: readonly Inline[], order: Order, { report }: Context): void {
  if (!side.some(({ type }) => type === 'sm' || type === 'em')) return
  const starts = byId(side, 'sm')
  const ends = byStart(side, 'em')
  for (const inline of side) {
    const { element, type, id } = inline
    if (type === 'em') {
      const startRef = attributeOf(element, 'startRef')
      if (startRef === undefined) continue
      const start = starts.get(startRef)
      const rule = !start ? 'InvalidLoneEm' : order(inline) < order(start) ? 'EmBeforeSm' : undefined
      if (rule) report({ rule, wording: rule, params: { id: startRef }, element, attribute: 'startRef' })
    } else if (type === 'sm' && id !== undefined) {
      const matching = ends.get(id) ?? []
      if (matching.length === 0) report({ rule: 'InvalidLoneSm', wording: 'InvalidLoneSm', params: { id }, element })
      for (const { element: second } of matching.slice(1)) {
        report({ rule: 'TwoEmForSm', wording: 'two-ends', params: { id }, element: second, attribute: 'startRef' })
      }
    }
  }
}
