import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import type { Context } from '../context.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { childrenNamed, childrenOf, isElement, localOf, repeated } from '../reading.ts'

/** Changes that are kept beside what was changed (XLIFF 2.0 §5.6): each tells which element and which of its parts. */
export function checkChangeTrack(track: PlacedElement, parent: PlacedElement, context: Context): void {
  const scope = elementsBeside(parent, context)
  const ids = new Set(scope.map((element) => attributeOf(element, 'id')))
  for (const revisions of childrenNamed(track, namespaceOf('ctr'), 'revisions')) {
    const name = attributeOf(revisions, 'appliesTo')
    const instances = scope.filter(({ local }) => local === name)
    checkReference(revisions, instances, ids, context)
    checkCurrent(revisions, context)
    checkItems(revisions, instances, context)
  }
}

/** Elements of the core beside the tracking and within those, but not those of units and groups further down. */
function elementsBeside(parent: PlacedElement, { core }: Context): readonly PlacedElement[] {
  const found: PlacedElement[] = []
  const walk = (element: PlacedElement): void => {
    for (const node of element.content) {
      if (!isElement(node) || node.namespace !== core) continue
      found.push(node)
      if (node.local !== 'unit' && node.local !== 'group') walk(node)
    }
  }
  walk(parent)
  return found
}

/** Both names are of revisions that do not tell by a resolvable `ref` which element is meant. */
const withoutReference = [
  'ctr_appliesTo-not-using-ref-to-resolvableID',
  'ctr_revisions-not-using-ref-to-resolvableID',
] as const

function checkReference(
  revisions: PlacedElement,
  instances: readonly PlacedElement[],
  ids: ReadonlySet<string | undefined>,
  { report }: Context,
): void {
  const ref = attributeOf(revisions, 'ref')
  const params = { element: attributeOf(revisions, 'appliesTo') ?? '', id: ref ?? '' }
  if (ref !== undefined) {
    if (ids.has(ref)) return
    const rule = 'ctr_ref-not-pointed-to-resolvableID'
    report({ rule, also: withoutReference, wording: rule, params, element: revisions, attribute: 'ref' })
    return
  }
  if (instances.length < 2 || instances.some((element) => attributeOf(element, 'id') === undefined)) return
  const [rule, ...also] = withoutReference
  report({ rule, also, wording: rule, params, element: revisions, attribute: 'appliesTo' })
}

function checkCurrent(revisions: PlacedElement, { report }: Context): void {
  const current = attributeOf(revisions, 'currentVersion')
  if (current === undefined) return
  const all = childrenNamed(revisions, namespaceOf('ctr'), 'revision')
  if (all.some((revision) => attributeOf(revision, 'version') === current)) return
  const rule = 'ctr_currentVersion-not-a-version'
  report({ rule, wording: rule, params: { value: current }, element: revisions, attribute: 'currentVersion' })
}

/** A property is `content` or an attribute that the changed element has; a revision tells each once. */
function checkItems(revisions: PlacedElement, instances: readonly PlacedElement[], { report }: Context): void {
  const ref = attributeOf(revisions, 'ref')
  const named = instances.filter((element) => ref !== undefined && attributeOf(element, 'id') === ref)
  const changed = named.length > 0 ? named : instances
  const known = new Set(changed.flatMap(({ attributes }) => attributes.map(({ name }) => localOf(name))))
  for (const revision of childrenNamed(revisions, namespaceOf('ctr'), 'revision')) {
    const items = childrenOf(revision).filter(({ local }) => local === 'item')
    for (const element of items) {
      const property = attributeOf(element, 'property')
      if (property === undefined || property === 'content' || changed.length === 0) continue
      if (known.has(localOf(property))) continue
      const rule = 'ctr_property-not-content-or-valid-attribute-ref'
      report({ rule, wording: rule, params: { property }, element, attribute: 'property' })
    }
    for (const [element] of repeated(items, (item) => attributeOf(item, 'property'))) {
      const rule = 'ctr-property-not-legit-category'
      const params = { property: attributeOf(element, 'property') ?? '' }
      report({ rule, wording: rule, params, element, attribute: 'property' })
    }
  }
}
