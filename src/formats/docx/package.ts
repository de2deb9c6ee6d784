import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { type Archive, openArchive, unpackEntries } from '../zip/archive.ts'
import { attributeOf, childrenOf, type ElementTree, readTree } from './element-tree.ts'
import { decodePart, type PartText } from './part-text.ts'

/** A relationship of a part (ECMA-376 part 2, 9.3). */
export interface Relationship {
  readonly id: string
  /** The last word of its type, which the transitional and the strict standard share: `header`. */
  readonly sort: string
  /** The name of a part, or an address outside. */
  readonly target: string
  readonly outside: boolean
}

/** A part that was read. */
export interface Part {
  readonly name: string
  readonly tree: ElementTree
  readonly encode: PartText['encode']
  readonly relationships: readonly Relationship[]
}

/** A Word document as far as it is read: the main part and those that it names. */
export interface WordPackage {
  readonly type: 'package'
  readonly archive: Archive
  readonly main: Part
  /** In the order of the relationships. */
  readonly others: readonly (Part & { readonly sort: string })[]
  /** Sorts of parts that hold text and were not read, each as often as it occurs. */
  readonly unread: readonly string[]
}

const readSorts: ReadonlySet<string> = new Set([
  'header',
  'footer',
  'footnotes',
  'endnotes',
  'comments',
  'styles',
  'numbering',
  'settings',
])
const unreadSorts: ReadonlySet<string> = new Set(['chart', 'diagramData'])

/**
 * Opens a Word document. Refuses `file-word-old` (the format before 2007), `file-encrypted`, `file-not-word`, what
 * `openArchive` and `unpackEntries` refuse, and parts that are not well-formed.
 */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage | Refusal> {
  const other = refusalOfOther(bytes)
  if (other) return other
  const archive = await openArchive(bytes)
  if (isRefusal(archive)) return archive
  const outer = await relationshipsOf(archive, '')
  if (isRefusal(outer)) return outer
  const name = outer.find(({ sort, outside }) => sort === 'officeDocument' && !outside)?.target ?? 'word/document.xml'
  const main = await readPart(archive, name)
  if (isRefusal(main)) return main
  if (main?.tree.root.name !== 'w:document') return refuse('file-not-word')
  const others: (Part & { readonly sort: string })[] = []
  const seen = new Set([name])
  for (const { sort, target, outside } of main.relationships) {
    if (outside || !readSorts.has(sort) || seen.has(target)) continue
    seen.add(target)
    const part = await readPart(archive, target)
    if (isRefusal(part)) return part
    if (part !== null) others.push({ ...part, sort })
  }
  const unread = main.relationships.flatMap(({ sort, outside }) => (!outside && unreadSorts.has(sort) ? [sort] : []))
  return { type: 'package', archive, main, others, unread }
}

/** The refusal of a file that is no archive: what else it may be, by its first bytes. */
function refusalOfOther(bytes: Uint8Array): Refusal | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)
  if (!isCompound) return refuse('file-not-word')
  // A locked document is an encrypted package in a compound file (MS-OFFCRYPTO 2.3.4.4), whose directory names it in UTF-16.
  const directory = String.fromCharCode(...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]))
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(directory, 0, 'latin1')
    ? refuse('file-encrypted')
    : refuse('file-word-old')
}

/** A part by its name, whose case does not matter (ECMA-376 part 2, 9.1.1); null if it is not there. */
async function readPart(archive: Archive, name: string): Promise<Part | null | Refusal> {
  const tree = await readXmlPart(archive, name)
  if (tree === null || isRefusal(tree)) return tree
  const relationships = await relationshipsOf(archive, name)
  return isRefusal(relationships) ? relationships : { ...tree, relationships }
}

type XmlPart = Omit<Part, 'relationships'>

/** A part without its relationships; null if it is not there. */
export async function readXmlPart(archive: Archive, name: string): Promise<XmlPart | null | Refusal> {
  const entry = archive.entries.find(({ fileName }) => fileName.toLowerCase() === name.toLowerCase())
  if (entry === undefined) return null
  const contents = await unpackEntries(archive, [entry.fileName])
  if (isRefusal(contents)) return contents
  const part = decodePart(contents.get(entry.fileName) ?? new Uint8Array())
  if (isRefusal(part)) return part
  const tree = readTree(part.text)
  return isRefusal(tree) ? tree : { name: entry.fileName, tree, encode: part.encode }
}

/** The relationships of a part, of the package for the empty name; none if there is no part for them. */
async function relationshipsOf(archive: Archive, name: string): Promise<readonly Relationship[] | Refusal> {
  const slash = name.lastIndexOf('/') + 1
  const folder = name.slice(0, slash)
  const part = await readXmlPart(archive, relationshipPart(name))
  if (part === null || isRefusal(part)) return part ?? []
  return childrenOf(part.tree.root, 'rel:Relationship').map((element): Relationship => {
    const target = attributeOf(element, 'Target') ?? ''
    const outside = attributeOf(element, 'TargetMode') === 'External'
    return {
      id: attributeOf(element, 'Id') ?? '',
      sort: (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '',
      target: outside ? target : resolved(folder, target),
      outside,
    }
  })
}

/** The name of the part that has the relationships of another. */
export function relationshipPart(name: string): string {
  const slash = name.lastIndexOf('/') + 1
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`
}

/** The name of a part from a reference in a folder: `media/a.png`, `../a.xml`, `/word/a.xml`. */
function resolved(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
