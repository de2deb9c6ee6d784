import type { XmlAttribute } from '../xml/parse.ts'
import type { XmlNode, XmlRemark } from '../xml/tree.ts'
import type { AttributeOf, CoreName } from './elements.ts'

/**
 * An element of the XLIFF core. `attributes` are those of the core, absent if not written; `other` are all the others
 * (of modules and extensions, `xml:` ones, namespace declarations). `content` is in the order of the file: core elements,
 * and as `XmlNode` everything else (modules, extensions, comments, white space).
 */
interface Core<N extends CoreName, C> {
  readonly type: N
  /** The written prefix, '' for none. */
  readonly prefix: string
  readonly attributes: { readonly [name in AttributeOf<N>]?: string }
  readonly other: readonly XmlAttribute[]
  readonly content: readonly (C | XmlNode)[]
}

export type Xliff = Core<'xliff', File>
export type File = Core<'file', Core<'skeleton', never> | Notes | Group | Unit>
export type Group = Core<'group', Notes | Group | Unit>
export type Unit = Core<'unit', Notes | OriginalData | Segment | IgnorablePart>
export type Notes = Core<'notes', Note>
export type Note = Core<'note', never>
export type OriginalData = Core<'originalData', Data>
export type Data = Core<'data', CodePoint>
export type Segment = Core<'segment', Source | Target>
export type IgnorablePart = Core<'ignorable', Source | Target>
export type Source = Core<'source', InlineElement>
export type Target = Core<'target', InlineElement>

/** The content of `source` and `target` besides text (XLIFF 2.1 §4.2.3, §4.2.4). */
export type InlineElement =
  | CodePoint
  | Core<'ph', never>
  | Core<'pc', InlineElement>
  | Core<'sc', never>
  | Core<'ec', never>
  | Core<'mrk', InlineElement>
  | Core<'sm', never>
  | Core<'em', never>
export type CodePoint = Core<'cp', never>

export type CoreElement =
  | Xliff
  | File
  | Core<'skeleton', never>
  | Group
  | Unit
  | Notes
  | Note
  | OriginalData
  | Data
  | Segment
  | IgnorablePart
  | Source
  | Target
  | InlineElement

/** A whole XLIFF 2 file. */
export interface XliffFile {
  readonly type: 'xliff-file'
  /** The namespace of its core elements. */
  readonly namespace: string
  readonly before: readonly XmlRemark[]
  readonly root: Xliff
  readonly after: readonly XmlRemark[]
}

export function isCore<T extends CoreElement>(node: T | XmlNode): node is T {
  return typeof node !== 'string' && 'prefix' in node
}

/** The core elements of some content. */
export function coreOf<T extends CoreElement>(content: readonly (T | XmlNode)[]): readonly T[] {
  return content.filter((node) => isCore(node))
}
