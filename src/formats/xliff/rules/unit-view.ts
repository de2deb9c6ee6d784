import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import { childrenNamed, isElement, oncePer } from './reading.ts'

/** An inline element with where it stands. */
export interface Inline {
  readonly element: PlacedElement
  /** Its name in the core: `ph`, `pc`, `sc`, `ec`, `mrk`, `sm`, `em`, `cp`. */
  readonly type: string
  readonly id: string | undefined
}

/** A span may be written as one element or as two; a placeholder, a span and an annotation are never one another. */
export function kindOf(type: string): 'placeholder' | 'span' | 'annotation' | undefined {
  if (type === 'ph') return 'placeholder'
  if (type === 'mrk' || type === 'sm') return 'annotation'
  return type === 'pc' || type === 'sc' || type === 'ec' ? 'span' : undefined
}

/** A segment or an ignorable, or a match: a source and its target. */
export interface Part {
  readonly element: PlacedElement
  readonly source: PlacedElement | undefined
  readonly target: PlacedElement | undefined
  readonly inSource: readonly Inline[]
  readonly inTarget: readonly Inline[]
}

/** A unit, or a match, which has the same rules within itself. */
export interface UnitView {
  readonly element: PlacedElement
  readonly parts: readonly Part[]
  /** Inline elements of all sources, and of all targets, in the order of the file. */
  readonly inSources: readonly Inline[]
  readonly inTargets: readonly Inline[]
  /** Undefined where there is no `originalData`. */
  readonly data: readonly PlacedElement[] | undefined
}

const none: readonly Inline[] = []

/** The ids by which a reference can select something in a unit. */
export interface UnitIds {
  readonly parts: ReadonlySet<string | undefined>
  readonly inSources: ReadonlySet<string | undefined>
  readonly inTargets: ReadonlySet<string | undefined>
}

/** Made when the first reference asks for them, since most units have none. */
export const idsOf = oncePer(
  (view: UnitView): UnitIds => ({
    parts: new Set(view.parts.map(({ element }) => attributeOf(element, 'id'))),
    inSources: new Set(view.inSources.map(({ id }) => id)),
    inTargets: new Set(view.inTargets.map(({ id }) => id)),
  }),
)

/** A unit as its rules see it. */
export function viewUnit(unit: PlacedElement, core: string): UnitView {
  const parts = unit.content.filter(
    (node): node is PlacedElement =>
      isElement(node) && node.namespace === core && (node.local === 'segment' || node.local === 'ignorable'),
  )
  return view(unit, parts, core)
}

/** A match as the same rules see it: its own unit, with one part. */
export function viewMatch(match: PlacedElement, core: string): UnitView {
  return view(match, [match], core)
}

function view(element: PlacedElement, parts: readonly PlacedElement[], core: string): UnitView {
  const views = parts.map((part) => viewPart(part, core))
  const data = childrenNamed(element, core, 'originalData')
  const [only] = views
  return {
    element,
    parts: views,
    inSources: views.length === 1 && only ? only.inSource : views.flatMap(({ inSource }) => inSource),
    inTargets: views.length === 1 && only ? only.inTarget : views.flatMap(({ inTarget }) => inTarget),
    data: data.length === 0 ? undefined : data.flatMap((list) => childrenNamed(list, core, 'data')),
  }
}

function viewPart(element: PlacedElement, core: string): Part {
  const [source] = childrenNamed(element, core, 'source')
  const [target] = childrenNamed(element, core, 'target')
  return { element, source, target, inSource: inlineIn(source, core), inTarget: inlineIn(target, core) }
}

function inlineIn(text: PlacedElement | undefined, core: string): readonly Inline[] {
  if (!text || (text.content.length < 2 && typeof text.content[0] === 'string')) return none
  const inline: Inline[] = []
  const walk = (element: PlacedElement): void => {
    for (const node of element.content) {
      if (!isElement(node) || node.namespace !== core) continue
      inline.push({ element: node, type: node.local, id: attributeOf(node, 'id') })
      walk(node)
    }
  }
  walk(text)
  return inline
}
