import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import type { Context } from '../context.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { childrenNamed, childrenOf, isElement, localOf, oncePer, repeated } from '../reading.ts'

/** Changes that are kept beside what was changed (XLIFF 2.0 §5.6): each tells which element and which of its parts. */
export function checkChangeTrack(track: PlacedElement, parent: PlacedElement, context: Context): void {
  const beside = elementsBeside(parent)
  for (const revisions of childrenNamed(track, namespaceOf('ctr'), 'revisions')) {
    checkReference(revisions, beside, context)
    checkCurrent(revisions, context)
    checkItems(revisions, beside, context)
  }
}

/** What is known of elements of one name, or of one element. */
interface Instances {
  count: number
  withoutId: number
  readonly attributes: Set<string>
}

/** Elements of the core beside a tracking, by name, and by name and id. */
interface Beside {
  readonly instances: ReadonlyMap<string, Instances>
  readonly ids: ReadonlySet<string>
}

/** Elements beside a tracking in a file, group or unit, and within them, but not those of units and groups further down. */
const elementsBeside = oncePer((parent: PlacedElement): Beside => {
  const instances = new Map<string, Instances>()
  const ids = new Set<string>()
  const add = (key: string, { attributes }: PlacedElement, id: string | undefined): void => {
    const entry = instances.get(key) ?? { count: 0, withoutId: 0, attributes: new Set() }
    entry.count++
    if (id === undefined) entry.withoutId++
    for (const { name } of attributes) entry.attributes.add(localOf(name))
    instances.set(key, entry)
  }
  const walk = (element: PlacedElement): void => {
    for (const node of element.content) {
      if (!isElement(node) || node.namespace !== parent.namespace) continue
      const id = attributeOf(node, 'id')
      add(node.local, node, id)
      if (id !== undefined) {
        ids.add(id)
        add(`${node.local} ${id}`, node, id)
      }
      if (node.local !== 'unit' && node.local !== 'group') walk(node)
    }
  }
  walk(parent)
  return { instances, ids }
})

/** Both names are of revisions that do not tell by a resolvable `ref` which element is meant. */
const withoutReference = [
  'ctr_appliesTo-not-using-ref-to-resolvableID',
  'ctr_revisions-not-using-ref-to-resolvableID',
] as const

function checkReference(revisions: PlacedElement, { instances, ids }: Beside, { report }: Context): void {
  const ref = attributeOf(revisions, 'ref')
  const name = attributeOf(revisions, 'appliesTo') ?? ''
  const params = { element: name, id: ref ?? '' }
  if (ref !== undefined) {
    if (ids.has(ref)) return
    const rule = 'ctr_ref-not-pointed-to-resolvableID'
    report({ rule, also: withoutReference, wording: rule, params, element: revisions, attribute: 'ref' })
    return
  }
  const named = instances.get(name)
  if (!named || named.count < 2 || named.withoutId > 0) return
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
function checkItems(revisions: PlacedElement, { instances }: Beside, { report }: Context): void {
  const name = attributeOf(revisions, 'appliesTo') ?? ''
  const ref = attributeOf(revisions, 'ref')
  const changed = (ref === undefined ? undefined : instances.get(`${name} ${ref}`)) ?? instances.get(name)
  for (const revision of childrenNamed(revisions, namespaceOf('ctr'), 'revision')) {
    const items = childrenOf(revision).filter(({ local }) => local === 'item')
    for (const element of items) {
      const property = attributeOf(element, 'property')
      if (property === undefined || property === 'content' || !changed) continue
      if (changed.attributes.has(localOf(property))) continue
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
