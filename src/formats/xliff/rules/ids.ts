import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { Context } from './context.ts'
import { moduleOf, xmlNamespace } from './model/namespaces.ts'
import { isToken } from './model/values.ts'
import { attributeIn, childrenNamed, isElement, repeated } from './reading.ts'
import { type Inline, kindOf, type UnitView } from './unit-view.ts'

const idOf = (element: PlacedElement) => attributeOf(element, 'id')

/** Elements of one kind whose ids must differ in their scope. */
export function checkUnique(elements: readonly PlacedElement[], rule: string, { report }: Context): void {
  for (const [element] of repeated(elements, idOf)) {
    const params = { id: idOf(element) ?? '' }
    report({ rule, wording: 'id-not-unique', params, element, attribute: 'id' })
  }
}

/** Notes of one element (§4.3.1.21). */
export function checkNoteIds(parent: PlacedElement, scope: string, context: Context): void {
  const lists = childrenNamed(parent, context.core, 'notes')
  if (lists.length === 0) return
  const notes = lists.flatMap((list) => childrenNamed(list, context.core, 'note'))
  checkUnique(notes, `DuplicateNoteIdsIn${scope}`, context)
}

/**
 * Elements of extensions directly in a file, a group or a unit, and all within them (§4.9.2): an id occurs once in that
 * scope for each namespace, since fragment identifiers tell extensions apart by prefixes.
 */
export function checkExtensionIds(parent: PlacedElement, scope: 'File' | 'Group' | 'Unit', context: Context): void {
  const identified: { key: string; element: PlacedElement; attribute: string; id: string }[] = []
  const walk = (element: PlacedElement): void => {
    const attribute = element.attributes.find(({ name }) => name === 'id') ?? attributeIn(element, xmlNamespace, 'id')
    if (attribute) {
      const { name, value } = attribute
      identified.push({ key: `${element.namespace} ${value}`, element, attribute: name, id: value })
    }
    for (const node of element.content) if (isElement(node)) walk(node)
  }
  for (const node of parent.content) {
    if (isElement(node) && node.namespace !== context.core && moduleOf(node.namespace) === undefined) walk(node)
  }
  for (const { element, attribute, id } of identified) {
    if (isToken(id)) continue
    const params = { attribute, value: id, values: '' }
    context.report({ rule: 'InvalidId', wording: 'value-token', params, element, attribute })
  }
  for (const [{ element, attribute, id }] of repeated(identified, ({ key }) => key)) {
    const rule = `DuplicateExtElemIdsIn${scope}`
    context.report({ rule, wording: 'id-not-unique', params: { id }, element, attribute })
  }
}

/**
 * Ids of segments, ignorables and inline elements of a unit (§4.3.1.21). An element of a target has the id of the
 * element of a source that it corresponds to, or one of its own.
 */
export function checkInlineIds(view: UnitView, context: Context): void {
  const sources = new Map<string, { element: PlacedElement; type: string }>()
  const add = (id: string | undefined, type: string, element: PlacedElement) => {
    if (id === undefined) return
    const earlier = sources.get(id)
    if (!earlier) sources.set(id, { element, type })
    else reportTwice(id, element, ruleOf(earlier.type, type), context)
  }
  for (const { element } of view.parts) if (element !== view.element) add(idOf(element), element.local, element)
  for (const { id, type, element } of view.inSources) add(id, type, element)
  for (const [inline] of repeated(view.inTargets, ({ id }) => id)) {
    reportTwice(inline.id ?? '', inline.element, 'InlineIdNotUnique', context)
  }
  for (const inline of view.inTargets) {
    const source = inline.id === undefined ? undefined : sources.get(inline.id)
    if (source) checkCorresponding(inline, source, context)
  }
}

function ruleOf(first: string, second: string): string {
  const isPart = (type: string) => type === 'segment' || type === 'ignorable'
  if (isPart(first) !== isPart(second)) return 'PartIdNotUnique'
  if (!isPart(first)) return 'InlineIdNotUnique'
  if (first !== second) return 'PartIdNotUnique'
  return first === 'segment' ? 'SegmentIdNotUnique' : 'IgnorableIdNotUnique'
}

function reportTwice(id: string, element: PlacedElement, rule: string, { report }: Context): void {
  report({ rule, wording: 'id-not-unique', params: { id }, element, attribute: 'id' })
}

function checkCorresponding(
  inline: Inline,
  source: { readonly element: PlacedElement; readonly type: string },
  context: Context,
): void {
  const { element, type, id = '' } = inline
  if (source.type === 'segment' || source.type === 'ignorable') {
    reportTwice(id, element, 'PartIdNotUnique', context)
    return
  }
  const differing = ['type', 'translate'].find((name) => {
    const [first, second] = [attributeOf(source.element, name), attributeOf(element, name)]
    return kindOf(type) === 'annotation' && first !== undefined && second !== undefined && first !== second
  })
  if (kindOf(type) === kindOf(source.type) && differing === undefined) return
  const rule = 'NotCorrespondingCode'
  const params = { id, element: element.name, source: source.element.name }
  context.report({ rule, wording: rule, params, element, attribute: differing ?? 'id' })
}
