import { attributeOf } from '../../xml/element.ts'
import type { XmlAttribute } from '../../xml/parse.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { Report } from './breach.ts'
import { coreModels } from './model/core.ts'
import type { ElementModel, Particle } from './model/element-model.ts'
import { moduleAttributes, moduleModel } from './model/modules.ts'
import { coreNamespaces, moduleOf, schemaInstance, xmlNamespace, xmlnsNamespace } from './model/namespaces.ts'
import { choice, languageOrNone, plainName, type ValueType } from './model/values.ts'
import * as names from './names.ts'
import { isElement, isText, localOf } from './reading.ts'

export type Version = keyof typeof coreModels

/** The model of an element of the core or of a module; undefined for extensions and for what no model knows. */
export function modelOf({ namespace, local }: PlacedElement, version: Version): ElementModel | undefined {
  if (coreNamespaces[namespace] === version) {
    const models = coreModels[version]
    return Object.hasOwn(models, local) ? models[local] : undefined
  }
  const prefix = moduleOf(namespace)
  return prefix && moduleModel(prefix, local, version)
}

/** Holds an element against its model: its attributes, its children and their order, and text that may not be there. */
export function checkStructure(element: PlacedElement, model: ElementModel, version: Version, report: Report): void {
  const owner = { prefix: moduleOf(element.namespace), local: element.local }
  checkAttributes({ element, model, owner, report })
  checkChildren({ element, model, owner, report }, version)
  if (!model.text && element.content.some(isText)) {
    report({ ...names.strangeText(owner), wording: 'text-not-allowed', params: { element: element.name }, element })
  }
}

interface Check {
  readonly element: PlacedElement
  readonly model: ElementModel
  readonly owner: names.Owner
  readonly report: Report
}

function checkAttributes(check: Check): void {
  const { element, model, owner, report } = check
  for (const attribute of element.attributes) {
    if (attribute.namespace === '') checkOwnAttribute(check, attribute)
    else if (attribute.namespace !== xmlnsNamespace && attribute.namespace !== schemaInstance) {
      checkPrefixedAttribute(check, attribute)
    }
  }
  for (const name in model.attributes) {
    if (!model.attributes[name]?.required || attributeOf(element, name) !== undefined) continue
    const params = { element: element.name, attribute: name }
    report({ ...names.missingAttribute(owner, name), wording: 'attribute-missing', params, element })
  }
}

function checkOwnAttribute(check: Check, { name, value }: XmlAttribute): void {
  const model = Object.hasOwn(check.model.attributes, name) ? check.model.attributes[name] : undefined
  if (!model && !check.model.loose) reportStrange(check, name)
  else if (model && !model.value.accepts(value))
    reportValue(check, name, value, model.value, names.wrongValue(check.owner, name))
}

function checkPrefixedAttribute(check: Check, attribute: XmlAttribute): void {
  const { namespace, name, value } = attribute
  if (namespace === xmlNamespace) {
    checkXmlAttribute(check, attribute)
    return
  }
  const { element, model, owner, report } = check
  const prefix = moduleOf(namespace)
  const defined = prefix && moduleAttributes[prefix]
  const local = localOf(name)
  if (!takes(model, prefix)) {
    const params = { element: element.name, attribute: name }
    const wording = { wording: 'attribute-not-allowed', params, element, attribute: name } as const
    report({ ...names.foreignAttribute(owner, prefix), ...wording })
  } else if (prefix && defined && !Object.hasOwn(defined, local)) {
    const params = { attribute: name }
    report({
      ...names.unknownModuleAttribute(prefix),
      wording: 'attribute-unknown',
      params,
      element,
      attribute: name,
    })
  } else if (prefix && defined?.[local] && !defined[local].accepts(value)) {
    reportValue(check, name, value, defined[local], names.wrongModuleValue(prefix, local))
  }
}

function takes({ foreign }: ElementModel, prefix: string | undefined): boolean {
  if (foreign === 'any' || foreign === 'any-but-xml') return true
  return (foreign === 'codes' && (prefix === 'fs' || prefix === 'slr')) || (foreign === 'pgs' && prefix === 'pgs')
}

/** Attributes of XML have their meaning on every element that takes them. */
const xmlValues: Readonly<Record<string, ValueType>> = {
  'xml:lang': languageOrNone,
  'xml:space': choice('default', 'preserve'),
  'xml:id': plainName,
}

function checkXmlAttribute(check: Check, { name, value }: XmlAttribute): void {
  const model = Object.hasOwn(check.model.attributes, name) ? check.model.attributes[name]?.value : undefined
  if (!model && check.model.foreign !== 'any') {
    reportStrange(check, name)
    return
  }
  const type = model ?? xmlValues[name]
  if (type && !type.accepts(value)) reportValue(check, name, value, type, names.wrongValue(check.owner, name))
}

function reportStrange({ element, owner, report }: Check, name: string): void {
  const params = { element: element.name, attribute: name }
  const wording = { wording: 'attribute-not-allowed', params, element, attribute: name } as const
  report({ ...names.strangeAttribute(owner, name), ...wording })
}

function reportValue(
  { element, report }: Check,
  name: string,
  value: string,
  { type, values }: ValueType,
  rule: ReturnType<typeof names.wrongValue>,
): void {
  const params = { attribute: name, value, values: (values ?? []).join(', ') }
  report({ ...rule, wording: `value-${type}`, params, element, attribute: name })
}

/** A child as models name it: a core element, a module's with its prefix, or `*` for an extension. */
function childName(child: PlacedElement, version: Version): string {
  if (coreNamespaces[child.namespace] === version) return child.local
  const prefix = moduleOf(child.namespace)
  return prefix ? `${prefix}:${child.local}` : '*'
}

function checkChildren(check: Check, version: Version): void {
  const { element, model, owner, report } = check
  if (element.content.length === 0 && model.children.every(({ least }) => least === 0)) return
  const counts = new Map<string, number>()
  const parts: number[] = model.children.map(() => 0)
  let behind = 0
  for (const child of element.content) {
    if (!isElement(child)) continue
    const name = childName(child, version)
    const at = placeOf(child, name, check)
    if (at === -1 || at < behind) {
      reportStrangeChild(check, child, name)
      continue
    }
    behind = at
    parts[at] = (parts[at] ?? 0) + 1
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    if (count > mostOf(name, at, model)) {
      const params = { element: element.name, child: child.name }
      report({ ...names.surplusChild(owner, name), wording: 'child-surplus', params, element: child })
    }
  }
  for (const [at, particle] of model.children.entries()) {
    if (parts[at] === 0 && particle.least > 0) reportMissing(check, particle)
  }
}

/** Where among the parts of its parent a child belongs; -1: nowhere. */
function placeOf(child: PlacedElement, name: string, { element, model }: Check): number {
  const exact = model.children.findIndex(({ names: alternatives }) => alternatives.includes(name))
  if (exact !== -1 && name !== '*') return exact
  // The wildcard takes elements of other namespaces, and not those without one.
  if (child.namespace === element.namespace || child.namespace === '') return -1
  if (model.modules && name !== '*' && isKnown(child) && !Object.hasOwn(model.modules, name)) return -1
  return model.children.findIndex(({ names: alternatives }) => alternatives.includes('*'))
}

function isKnown(child: PlacedElement): boolean {
  const prefix = moduleOf(child.namespace)
  return prefix !== undefined && moduleModel(prefix, child.local, '2.2') !== undefined
}

function mostOf(name: string, at: number, model: ElementModel): number {
  if (model.modules && Object.hasOwn(model.modules, name)) {
    return model.modules[name] === 1 ? 1 : Number.POSITIVE_INFINITY
  }
  return model.children[at]?.most === 1 ? 1 : Number.POSITIVE_INFINITY
}

function reportMissing({ element, owner, report }: Check, { names: alternatives }: Particle): void {
  const params = { element: element.name, child: alternatives.join(', ') }
  report({ ...names.missingChild(owner, alternatives[0] ?? ''), wording: 'child-missing', params, element })
}

function reportStrangeChild({ element, owner, report }: Check, child: PlacedElement, name: string): void {
  const rule =
    name === '*'
      ? names.strangeExtension(owner)
      : names.strangeChild(owner, child.local, child.namespace !== element.namespace)
  const params = { element: element.name, child: child.name }
  report({ ...rule, wording: 'child-not-allowed', params, element: child })
}
