import { isRefusal, type Refusal, refuse } from '../../../model/refusal.ts'
import { decodeXml } from '../../xml/decode.ts'
import { attributeOf } from '../../xml/element.ts'
import { placesOf } from '../../xml/place.ts'
import { readXml } from '../../xml/read.ts'
import type { PlacedElement } from '../../xml/tree.ts'
import type { Breach } from './breach.ts'
import { coreNamespaces } from './model/namespaces.ts'
import { beginValidation, type Validation } from './validate.ts'
import { validate12 } from './validate12.ts'
import type { Wording } from './wordings.ts'

/** One place in a file that breaks a rule. */
export interface XliffFinding {
  readonly rule: string
  /** Both from 1; the column in characters. */
  readonly line: number
  readonly column: number
  /** The words of `locales/<language>/xliff.json`, with what fills them. */
  readonly wording: Wording
  readonly params: Readonly<Record<string, string>>
}

/** What the check of a file came to. */
export interface XliffCheck {
  readonly type: 'xliff-check'
  /**
   * How far the file was checked: by all rules; XLIFF 1.2 by its structure; older ones, and what is not well-formed, for
   * being well-formed.
   */
  readonly extent: 'rules' | 'structure' | 'form'
  readonly findings: readonly XliffFinding[]
}

/**
 * Checks an XLIFF 2.0, 2.1 or 2.2 file against the rules of the core and of all modules, one of 1.2 against its
 * structure. A file that is not well-formed
 * has one finding, `well-formed`. Refuses what is no XLIFF (`file-format-unknown`) and what is not read for safety.
 */
export function checkXliff(bytes: Uint8Array): XliffCheck | Refusal {
  const decoded = decodeXml(bytes)
  if (isRefusal(decoded)) return illFormed(decoded)
  let validation: Validation | undefined
  const xml = readXml(decoded.text, 'outside', (element, parents) => {
    const [root] = parents
    if (!root || !isUnit(element, parents)) return false
    validation ??= beginValidation(root)
    validation.unit(element, parents)
    return true
  })
  if (isRefusal(xml)) return illFormed(xml)
  if (xml.root.local !== 'xliff') return refuse('file-format-unknown', { endings: '.xlf' })
  const { extent, breaches } = checkRoot(xml.root, validation)
  return { type: 'xliff-check', extent, findings: findingsOf(breaches, decoded.text) }
}

/** Whether a refusal says that there is no well-formed XML. */
function illFormed(refusal: Refusal): XliffCheck | Refusal {
  if (!['file-malformed', 'file-undecodable', 'file-empty'].includes(refusal.code)) return refusal
  const { line = '1', column = '1' } = refusal.params
  const finding = { rule: 'well-formed', wording: 'well-formed', params: {} } as const
  const findings = [{ ...finding, line: Number(line), column: Number(column) }]
  return { type: 'xliff-check', extent: 'form', findings }
}

/** Whether an element is a unit of XLIFF 2 where units stand: in a file or in groups of one. */
function isUnit(element: PlacedElement, parents: readonly PlacedElement[]): boolean {
  const [root, file, ...groups] = parents
  if (element.local !== 'unit' || root?.local !== 'xliff' || file?.local !== 'file') return false
  const version = coreNamespaces[root.namespace]
  if (version === undefined || version === '1.2') return false
  const isCore = ({ namespace }: PlacedElement) => namespace === root.namespace
  return isCore(element) && isCore(file) && groups.every((group) => isCore(group) && group.local === 'group')
}

function checkRoot(
  root: PlacedElement,
  validation: Validation | undefined,
): { extent: XliffCheck['extent']; breaches: readonly Breach[] } {
  const version = coreNamespaces[root.namespace]
  if (version === '1.2') return { extent: 'structure', breaches: validate12(root) }
  if (version !== undefined) return { extent: 'rules', breaches: (validation ?? beginValidation(root)).finish() }
  // XLIFF 1.0 had no namespace, 1.1 one of its own.
  if (/^1\.[01]$/.test(attributeOf(root, 'version') ?? '')) return { extent: 'form', breaches: [] }
  const params = { namespace: root.namespace }
  const rule = 'InvalidNamespaceOnXliff'
  return { extent: 'form', breaches: [{ rule, wording: rule, params, element: root }] }
}

function findingsOf(breaches: readonly Breach[], text: string): readonly XliffFinding[] {
  const placed = breaches.map((breach) => ({ breach, offset: offsetOf(breach, text) }))
  placed.sort((a, b) => a.offset - b.offset)
  const places = placesOf(
    text,
    placed.map(({ offset }) => offset),
  )
  return placed.flatMap(({ breach: { rule, also = [], wording, params = {} } }, at) => {
    const { line = 1, column = 1 } = places[at] ?? {}
    return [rule, ...also].map((name) => ({ rule: name, line, column, wording, params }))
  })
}

/** Where the element begins, or the attribute that it is about. */
function offsetOf({ element, attribute }: Breach, text: string): number {
  if (attribute === undefined) return element.start
  const tag = /[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*')/y
  let at = element.start + 1 + element.name.length
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++
    tag.lastIndex = at
    const match = tag.exec(text)
    if (!match) return element.start
    if (match[0].startsWith(attribute) && /^\s*=/.test(match[0].slice(attribute.length))) return at
    at = tag.lastIndex
  }
}
