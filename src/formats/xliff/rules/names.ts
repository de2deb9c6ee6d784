import type { ModulePrefix } from './model/namespaces.ts'
import { moduleNames } from './model/namespaces.ts'

/**
 * The names of rules.
 *
 * Each invalid file of the test suites of OASIS is named after the rule it breaks, and the rules here have these names:
 * the file's name without the ending, without `bad_`, `Bad-` or `bad-` before it, and without the number that tells files
 * of one rule apart (`bad_InvalidId3.xlf` is `InvalidId`). Where two names tell the same breach, it is reported by both.
 *
 * The names follow patterns, and rules that the suite has no file for are named by the same patterns: for the core
 * `GroupWithoutId`, `InvalidNotesInFile`, `InvalidDirAttributeOnSource`, `InvalidStateValue`, `SegmentIdNotUnique`; for a
 * module its prefix, an underscore and words with hyphens, `mda_meta-missing-type`, `mtc_match-ID-not-unique`.
 *
 * This file has the patterns that follow from the content model alone. An owner is an element of the core (`prefix`
 * undefined) or of a module.
 */
export interface Owner {
  readonly prefix: ModulePrefix | undefined
  readonly local: string
}

interface Names {
  readonly rule: string
  readonly also?: readonly string[]
}

export function capital(name: string): string {
  return name
    .split(/[:-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}

export function missingAttribute({ prefix, local }: Owner, attribute: string): Names {
  return { rule: prefix ? `${prefix}_${local}-missing-${attribute}` : `${capital(local)}Without${capital(attribute)}` }
}

const valueNames: Readonly<Record<string, string>> = {
  id: 'InvalidId',
  hex: 'InvalidHexValueOnCp',
  srcLang: 'SrcLangNotWellFormed',
  trgLang: 'TrgLangNotWellFormed',
  'xml:lang': 'XmlLangNotWellFormed',
  subFlows: 'SubFlowWithInvalidValue',
  subFlowsStart: 'SubFlowWithInvalidValue',
  subFlowsEnd: 'SubFlowWithInvalidValue',
}

/** A value that its attribute does not accept. */
export function wrongValue({ prefix, local }: Owner, attribute: string): Names {
  if (attribute === 'xml:lang') return { rule: 'XmlLangNotWellFormed' }
  if (attribute === 'xml:space') return { rule: 'InvalidXmlSpaceValue' }
  if (attribute === 'xml:id') return { rule: 'InvalidId' }
  if (prefix === undefined) return { rule: valueNames[attribute] ?? `Invalid${capital(attribute)}Value` }
  if (attribute === 'id') {
    return prefix === 'mtc' ? { rule: 'mtc_id-not-nmtoken' } : { rule: `${prefix}_${local}-id-not-nmtoken` }
  }
  if (prefix === 'mtc')
    return { rule: attribute === 'type' ? 'mtc_type-value-not-in-list' : `mtc_${attribute}-invalid` }
  if (prefix === 'val') return { rule: `val_invalid-${attribute}` }
  return { rule: `${prefix}_${local}-invalid-${attribute}` }
}

/** A value that an attribute of a module, on any element, does not accept. */
export function wrongModuleValue(prefix: ModulePrefix, attribute: string): Names {
  if (prefix === 'fs') return { rule: 'InvalidFSAttributeValue', also: ['fs_fs-not-valid-HTML'] }
  return { rule: `${prefix}_invalid-${attribute}` }
}

/** An attribute that its element does not have. */
export function strangeAttribute({ prefix, local }: Owner, attribute: string): Names {
  if (prefix) return { rule: `${prefix}_${local}-missplaced-${attribute.replace(':', '_')}` }
  const on = `${capital(attribute)}${attribute.startsWith('xml:') ? '' : 'Attribute'}On${capital(local)}`
  return { rule: `Invalid${on}`, also: [`Invalid${capital(attribute)}In${capital(local)}`] }
}

/** An attribute of an extension, or of a module, on an element that takes none. */
export function foreignAttribute({ prefix, local }: Owner, module: ModulePrefix | undefined): Names {
  if (prefix) return { rule: `${prefix}_${local}-missplaced-extension` }
  const rule = `InvalidExtensionAttributeOn${capital(local)}`
  return module ? { rule: `Invalid${module.toUpperCase()}AttributeOn${capital(local)}`, also: [rule] } : { rule }
}

/** An attribute in the namespace of a module that the module does not define. */
export function unknownModuleAttribute(prefix: ModulePrefix): Names {
  return { rule: `Invalid${prefix.toUpperCase()}Attribute` }
}

/** An element in the namespace of a module that the module does not define. */
export function unknownModuleElement(prefix: ModulePrefix): Names {
  return { rule: `Invalid${moduleNames[prefix]}` }
}

/** A child that its parent lacks. */
export function missingChild({ prefix, local }: Owner, child: string): Names {
  if (prefix) return { rule: `${prefix}_missing-${child.replace(/^\w+:/, '')}` }
  if (local === 'xliff') return { rule: 'NoFile' }
  if (local === 'file' && child === 'unit') return { rule: 'NoUnitOrGroupInFile' }
  return { rule: `${capital(local)}Without${capital(child)}` }
}

/** A child more than its parent takes. The suite names the unit where the parent is one of its parts. */
export function surplusChild({ prefix, local }: Owner, child: string): Names {
  const name = child.replace(/^\w+:/, '')
  if (prefix) return { rule: `${prefix}_two-${name}` }
  const parent = local === 'segment' || local === 'ignorable' ? 'unit' : local
  return { rule: `Two${capital(name)}In${capital(parent)}` }
}

/** A child of XLIFF that its parent does not take, or not there; `foreign`: of another namespace than its parent. */
export function strangeChild({ prefix, local }: Owner, child: string, foreign: boolean): Names {
  if (!prefix) return { rule: `Invalid${capital(child)}In${capital(local)}` }
  const rule = `${prefix}_invalid-${child}-in-${local}`
  return foreign ? { rule, also: [`${prefix}_invalid-extension`] } : { rule }
}

/** A child of an extension that its parent does not take, or not there. */
export function strangeExtension({ prefix, local }: Owner): Names {
  if (prefix) return { rule: `${prefix}_invalid-extension` }
  return {
    rule: local === 'xliff' ? 'InvalidExtensionElementOutsideFile' : `InvalidExtensionElementIn${capital(local)}`,
  }
}

/** Text in an element that has only elements. */
export function strangeText({ prefix, local }: Owner): Names {
  if (prefix === 'gls') return { rule: 'gls_invalid-extension' }
  return { rule: prefix ? `${prefix}_text-in-${local}` : `InvalidTextIn${capital(local)}` }
}
