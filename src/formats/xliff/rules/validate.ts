import { attributeOf } from '../../xml/element.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import { checkAnnotations } from './annotations.ts'
import type { Breach } from './breach.ts'
import { checkCodes, checkSubFlows, collectSubFlows } from './codes.ts'
import type { Context, FileContext } from './context.ts'
import { checkExtensionIds, checkInlineIds, checkNoteIds, checkUnique } from './ids.ts'
import { checkLanguages } from './languages.ts'
import { coreNamespaces, moduleOf, namespaceOf } from './model/namespaces.ts'
import { checkChangeTrack } from './modules/change-tracking.ts'
import { checkFormatStyle } from './modules/format-style.ts'
import { checkGlossary } from './modules/glossary.ts'
import { checkItsAttributes, checkStandoff, isItsModule } from './modules/its.ts'
import { checkMatches } from './modules/matches.ts'
import { checkMetadata } from './modules/metadata.ts'
import { checkVariantPlaces, checkVariants } from './modules/plural.ts'
import { checkResourceData } from './modules/resource-data.ts'
import { checkSizes } from './modules/size-restriction.ts'
import { checkValidation } from './modules/validation.ts'
import { unknownModuleElement } from './names.ts'
import { checkPairs } from './pairs.ts'
import { childrenNamed, hasContent, isElement, oncePer } from './reading.ts'
import { checkReordering } from './reordering.ts'
import { checkStructure, modelOf } from './structure.ts'
import { checkTargets } from './targets.ts'
import { type UnitView, viewUnit } from './unit-view.ts'

/** The check of an XLIFF 2 document while it is read. Takes time in proportion to the document. */
export interface Validation {
  /** Checks a unit that was read to its end, with the elements around it, outermost first: root, file, groups. */
  unit(unit: PlacedElement, ancestors: readonly PlacedElement[]): void
  /** Checks everything else; every place that breaks a rule of the core or of a module, in the order of the file. */
  finish(): readonly Breach[]
}

/** Begins the check of a document whose root, `xliff` in a namespace of the core, was opened. */
export function beginValidation(root: PlacedElement): Validation {
  const breaches: Breach[] = []
  const version = coreNamespaces[root.namespace]
  if (version === undefined || version === '1.2') throw new Error(`no XLIFF 2: ${root.namespace}`)
  const context: Context = {
    version,
    declared: attributeOf(root, 'version') ?? version,
    core: root.namespace,
    root,
    srcLang: attributeOf(root, 'srcLang'),
    trgLang: attributeOf(root, 'trgLang'),
    report: (breach) => breaches.push(breach),
    checked: new WeakSet(),
    reported: new Set(),
  }
  const fileContext = oncePer((file: PlacedElement) => beginFile(file, context))
  return {
    unit(unit, ancestors) {
      const [, file] = ancestors
      if (!file) return
      visit(unit, [...ancestors], fileContext(file), undefined)
      context.checked.add(unit)
    },
    finish() {
      visitRoot(root, context, fileContext)
      return breaches.sort((a, b) => a.element.start - b.element.start)
    },
  }
}

function visitRoot(root: PlacedElement, context: Context, fileContext: (file: PlacedElement) => FileContext): void {
  const model = modelOf(root, context.version)
  if (model) checkStructure(root, model, context.version, context.report)
  checkUnique(childrenNamed(root, context.core, 'file'), 'FileIdNotUnique', context)
  checkNoteIds(root, 'Xliff', context)
  // What is beside the files has no file around it; the rules that ask for one find the root.
  const outside = fileContext(root)
  checkAttributes(root, [], outside)
  const ancestors = [root]
  for (const child of root.content) {
    if (!isElement(child)) continue
    const isFile = child.namespace === context.core && child.local === 'file'
    visit(child, ancestors, isFile ? fileContext(child) : outside, undefined)
    if (isFile) finishFile(child, fileContext(child))
  }
}

/** What units ask of their file stands in it before them. */
function beginFile(file: PlacedElement, context: Context): FileContext {
  const [profiles] = childrenNamed(file, namespaceOf('slr'), 'profiles')
  const resources = childrenNamed(file, namespaceOf('res'), 'resourceData')
  const items = resources.flatMap((list) => childrenNamed(list, namespaceOf('res'), 'resourceItem'))
  return {
    ...context,
    file,
    subFlows: [],
    resourceIds: resources.length === 0 ? undefined : new Set(items.map((item) => attributeOf(item, 'id') ?? '')),
    profiles: {
      general: (profiles && attributeOf(profiles, 'generalProfile')) ?? '',
      storage: (profiles && attributeOf(profiles, 'storageProfile')) ?? '',
    },
  }
}

/** Holds the units and groups of a file against each other. */
function finishFile(file: PlacedElement, context: FileContext): void {
  const units: PlacedElement[] = []
  const groups: PlacedElement[] = []
  const collect = (parent: PlacedElement): void => {
    for (const node of parent.content) {
      if (!isElement(node) || node.namespace !== context.core) continue
      if (node.local === 'unit') units.push(node)
      else if (node.local === 'group') {
        groups.push(node)
        collect(node)
      }
    }
  }
  collect(file)
  checkUnique(groups, 'GroupIdNotUnique', context)
  checkUnique(units, 'UnitIdNotUnique', context)
  if (context.subFlows.length > 0) checkSubFlows(context, new Set(units.map((unit) => attributeOf(unit, 'id'))))
}

/** What stands in these is another's: no rule of XLIFF is about it. */
const opaque = new Set(['skeleton', 'res:source', 'res:target', 'slr:data'])

/** `ancestors` are the elements around it, outermost first; `unit` is the unit it is in. */
function visit(
  element: PlacedElement,
  ancestors: PlacedElement[],
  context: FileContext,
  unit: UnitView | undefined,
): void {
  if (context.checked.has(element)) return
  const prefix = moduleOf(element.namespace)
  const model = modelOf(element, context.version)
  if (!model) {
    if (!prefix) return
    const params = { element: element.name }
    context.report({ ...unknownModuleElement(prefix), wording: 'element-unknown', params, element })
    return
  }
  checkStructure(element, model, context.version, context.report)
  checkAttributes(element, ancestors, context)
  const view = prefix ? unit : (checkCore(element, ancestors, context) ?? unit)
  if (prefix) checkModule(`${prefix}:${element.local}`, element, ancestors, context, unit)
  if (opaque.has(prefix ? `${prefix}:${element.local}` : element.local)) return
  ancestors.push(element)
  for (const child of element.content) if (isElement(child)) visit(child, ancestors, context, view)
  ancestors.pop()
}

/** Attributes of modules on any element; most elements have none. */
function checkAttributes(element: PlacedElement, ancestors: readonly PlacedElement[], context: FileContext): void {
  if (!element.attributes.some(({ namespace }) => moduleOf(namespace) !== undefined)) return
  checkFormatStyle(element, context)
  checkSizes(element, ancestors, context)
  checkVariantPlaces(element, context)
  if (isItsModule(context)) checkItsAttributes(element, ancestors, context)
}

/** Rules of an element of the core that its model cannot tell. Returns the view of a unit, for what is in it. */
function checkCore(
  element: PlacedElement,
  ancestors: readonly PlacedElement[],
  context: FileContext,
): UnitView | undefined {
  switch (element.local) {
    case 'file':
      checkExtensionIds(element, 'File', context)
      checkNoteIds(element, 'File', context)
      return undefined
    case 'group':
      checkExtensionIds(element, 'Group', context)
      checkNoteIds(element, 'Group', context)
      return undefined
    case 'skeleton':
      checkSkeleton(element, context)
      return undefined
    case 'unit':
      return checkUnit(element, ancestors, context)
    default:
      return undefined
  }
}

function checkUnit(unit: PlacedElement, ancestors: readonly PlacedElement[], context: FileContext): UnitView {
  const view = viewUnit(unit, context.core)
  checkExtensionIds(unit, 'Unit', context)
  checkNoteIds(unit, 'Unit', context)
  if (view.data) checkUnique(view.data, 'DataIdNotUnique', context)
  const onlyIgnorable = view.parts.length > 0 && view.parts.every(({ element }) => element.local === 'ignorable')
  if (onlyIgnorable) {
    const params = { element: unit.name, child: 'segment' }
    context.report({ rule: 'UnitWithoutSegment', wording: 'child-missing', params, element: unit })
  }
  checkInlineIds(view, context)
  checkCodes(view, context)
  collectSubFlows(view, context)
  checkPairs(view, context)
  checkReordering(view, context)
  checkTargets(view, context)
  checkLanguages(view, [...ancestors, unit], context)
  checkAnnotations(view, context)
  checkVariants(view, context)
  return view
}

/** A skeleton is elsewhere, or here (XLIFF 2.1 §4.2.2.3). */
function checkSkeleton(element: PlacedElement, { report }: Context): void {
  const hasHref = attributeOf(element, 'href') !== undefined
  if (hasHref !== hasContent(element)) return
  const params = { element: element.name }
  if (hasHref) {
    const rule = 'NonEmptySkeletonWithHref'
    report({ rule, wording: 'content-and-href', params, element, attribute: 'href' })
  } else report({ rule: 'EmptySkeletonWithoutHref', wording: 'neither-content-nor-href', params, element })
}

function checkModule(
  name: string,
  element: PlacedElement,
  ancestors: readonly PlacedElement[],
  context: FileContext,
  unit: UnitView | undefined,
): void {
  const parent = ancestors.at(-1)
  if (name === 'mtc:matches' && unit) checkMatches(element, unit, context)
  else if (name === 'gls:glossary' && unit) checkGlossary(element, unit, context)
  else if (name === 'mda:metadata') checkMetadata(element, context)
  else if (name === 'res:resourceData') checkResourceData(element, context)
  else if (name === 'val:validation') checkValidation(element, context)
  else if (name === 'ctr:changeTrack' && parent) checkChangeTrack(element, parent, context)
  else if ((name === 'its:locQualityIssues' || name === 'its:provenanceRecords') && isItsModule(context)) {
    checkStandoff(element, context)
  }
}
