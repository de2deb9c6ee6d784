import { attributeOf } from '../../../xml/element.ts'
import type { PlacedElement } from '../../../xml/tree.ts'
import type { FileContext } from '../context.ts'
import { isSameLanguage } from '../languages.ts'
import { namespaceOf } from '../model/namespaces.ts'
import { childrenNamed, childrenOf, hasContent, repeated, xmlValueOf } from '../reading.ts'

/** Resource data of a file or a unit (XLIFF 2.1 §5.5). */
export function checkResourceData(resources: PlacedElement, context: FileContext): void {
  const res = namespaceOf('res')
  const items = childrenNamed(resources, res, 'resourceItem')
  const references = childrenNamed(resources, res, 'resourceItemRef')
  if (items.length === 0 && references.length === 0) {
    const rule = 'res_missing-resourceItem'
    const params = { element: resources.name, child: 'resourceItem, resourceItemRef' }
    context.report({ rule, wording: 'child-missing', params, element: resources })
  }
  const idOf = (element: PlacedElement) => attributeOf(element, 'id')
  for (const [element, earlier] of repeated([...references, ...items], idOf)) {
    const items = element.local === 'resourceItem' && earlier.local === 'resourceItem'
    const rule = items ? 'res_resourceItem-not-unique' : 'res_resourceItemRef-not-unique'
    context.report({ rule, wording: 'id-not-unique', params: { id: idOf(element) ?? '' }, element, attribute: 'id' })
  }
  checkReferences(references, items, context)
  for (const item of items) checkItem(item, context)
}

/**
 * A reference names a resource of the file, or of its own unit. Where the file has no resource data, it may have been
 * taken out for the way, and nothing is said.
 */
function checkReferences(
  references: readonly PlacedElement[],
  items: readonly PlacedElement[],
  { resourceIds, report }: FileContext,
): void {
  if (!resourceIds) return
  const ownIds = new Set(items.map((item) => attributeOf(item, 'id')))
  for (const element of references) {
    const id = attributeOf(element, 'ref')
    if (id === undefined || resourceIds.has(id) || ownIds.has(id)) continue
    const rule = 'res_resourceItemRef-without-resourceItem'
    report({ rule, wording: rule, params: { id }, element, attribute: 'ref' })
  }
}

function checkItem(item: PlacedElement, context: FileContext): void {
  const res = namespaceOf('res')
  const sources = childrenNamed(item, res, 'source')
  const targets = childrenNamed(item, res, 'target')
  const { report } = context
  const missing = (rule: string, child: string) =>
    report({ rule, wording: 'child-missing', params: { element: item.name, child }, element: item })
  if (childrenOf(item).length === 0) missing('res_missing-source', 'source, target, reference')
  else if (attributeOf(item, 'context') === 'no' && sources.length === 0) missing('res_missing-source', 'source')
  const texts = [...sources, ...targets]
  if (attributeOf(item, 'mimeType') === undefined && texts.length > 0 && !texts.some(hasContent)) {
    const params = { element: item.name, attribute: 'mimeType' }
    report({ rule: 'res_resourceItem-missing-mimeType', wording: 'attribute-missing', params, element: item })
  }
  for (const element of texts) checkText(element, context)
  for (const source of sources) checkLanguage(source, context.srcLang, context)
  // What is there as context only may be in any language the reader is helped by: the suite's own valid files have it so.
  if (attributeOf(item, 'context') === 'no')
    for (const target of targets) checkLanguage(target, context.trgLang, context)
}

function checkText(element: PlacedElement, { report }: FileContext): void {
  const hasHref = attributeOf(element, 'href') !== undefined
  if (hasHref !== hasContent(element)) return
  const params = { element: element.name }
  if (hasHref) {
    const rule = `res_${element.local}-has-content-and-href`
    report({ rule, wording: 'content-and-href', params, element, attribute: 'href' })
  } else report({ rule: `res_${element.local}-missing-href`, wording: 'neither-content-nor-href', params, element })
}

function checkLanguage(element: PlacedElement, expected: string | undefined, { report }: FileContext): void {
  const language = xmlValueOf(element, 'lang')
  if (!language || expected === undefined || isSameLanguage(language, expected)) return
  const rule = `res_${element.local}-xml_lang-not-same-as-xliff`
  report({ rule, wording: 'language-differs', params: { language, expected }, element, attribute: 'xml:lang' })
}
