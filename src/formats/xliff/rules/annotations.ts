import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { FileContext } from './context.ts'
import { checkFragment, type Fragment, isInUnit } from './fragments.ts'
import { childrenNamed } from './reading.ts'
import { type Inline, idsOf, type UnitView } from './unit-view.ts'

/** Annotations of a unit (XLIFF 2.1 §4.7.3) and the references of its notes. */
export function checkAnnotations(view: UnitView, context: FileContext): void {
  const lists = childrenNamed(view.element, context.core, 'notes')
  const notes = lists.flatMap((list) => childrenNamed(list, context.core, 'note'))
  const noteIds = new Set(notes.map((note) => attributeOf(note, 'id')))
  for (const inline of view.inSources) checkMarker(inline, noteIds, view, context)
  for (const inline of view.inTargets) checkMarker(inline, noteIds, view, context)
  for (const note of notes) checkNote(note, view, context)
}

function checkMarker(
  { element, type }: Inline,
  noteIds: ReadonlySet<string | undefined>,
  view: UnitView,
  context: FileContext,
): void {
  if (type !== 'mrk' && type !== 'sm') return
  const annotation = attributeOf(element, 'type') ?? 'generic'
  const ref = attributeOf(element, 'ref')
  const { report } = context
  if (annotation === 'generic') checkTranslate(element, context)
  if (annotation === 'comment') {
    checkComment(element, ref, noteIds, view, context)
    return
  }
  if (annotation === 'mtc:match' && ref !== undefined) {
    report({ rule: 'mtc_annotation-with-ref', wording: 'mtc_annotation-with-ref', element, attribute: 'ref' })
  }
  if (ref?.startsWith('#')) checkFragment({ element, attribute: 'ref', value: ref }, report)
}

/** A generic annotation says whether to translate, unless attributes of a module or an extension say what it is for. */
function checkTranslate(element: PlacedElement, { report }: FileContext): void {
  if (attributeOf(element, 'translate') !== undefined) return
  if (element.attributes.some(({ namespace }) => namespace !== '')) return
  const rule = 'InvalidTranslateAnnotation'
  report({ rule, wording: rule, element })
}

/** A comment has its text, or refers to a note of its unit. */
function checkComment(
  element: PlacedElement,
  ref: string | undefined,
  noteIds: ReadonlySet<string | undefined>,
  view: UnitView,
  context: FileContext,
): void {
  const { report } = context
  const hasValue = attributeOf(element, 'value') !== undefined
  if (hasValue && ref !== undefined) {
    const also = ['RefAndValueInComment']
    report({ rule: 'CommentWithValueAndRef', also, wording: 'CommentWithValueAndRef', element, attribute: 'ref' })
  }
  if (!hasValue && ref === undefined) {
    report({ rule: 'InvalidCommentAnnotation', wording: 'comment-empty', element })
  }
  if (hasValue || ref === undefined) return
  const fragment = ref.startsWith('#') ? checkFragment({ element, attribute: 'ref', value: ref }, report) : undefined
  if (fragment === null) return
  const within = { file: attributeOf(context.file, 'id'), unit: attributeOf(view.element, 'id') }
  const leaf = fragment && isInUnit(fragment, within) ? fragment.leaf : undefined
  if (leaf?.prefix === 'n' && noteIds.has(leaf.id)) return
  const rule = 'InvalidCommentAnnotation'
  const also = ['InvalidNoteRefInUnit']
  report({ rule, also, wording: 'comment-without-note', params: { value: ref }, element, attribute: 'ref' })
}

/** A note of a unit may refer to a segment or to a span of it. */
function checkNote(note: PlacedElement, view: UnitView, context: FileContext): void {
  const value = attributeOf(note, 'ref')
  if (value === undefined || !value.startsWith('#') || selectsSpan({ element: note, value }, view, context)) return
  const rule = 'InvalidRefInNote'
  context.report({ rule, wording: rule, params: { value }, element: note, attribute: 'ref' })
}

/**
 * Whether a reference within a file selects a span of a unit's text: a segment, an ignorable or an inline element. A
 * fragment that breaks the grammar is reported as such and taken for one that does.
 */
export function selectsSpan(
  { element, value }: { readonly element: PlacedElement; readonly value: string },
  view: UnitView,
  context: FileContext,
): boolean {
  const fragment = checkFragment({ element, attribute: 'ref', value }, context.report)
  return fragment === null || isSpan(fragment, view, context)
}

function isSpan(fragment: Fragment, view: UnitView, { file }: FileContext): boolean {
  const within = { file: attributeOf(file, 'id'), unit: attributeOf(view.element, 'id') }
  const { leaf } = fragment
  if (!leaf || !isInUnit(fragment, within)) return false
  const ids = idsOf(view)
  if (leaf.prefix === 't') return ids.inTargets.has(leaf.id)
  return leaf.prefix === '' && (ids.inSources.has(leaf.id) || ids.parts.has(leaf.id))
}
