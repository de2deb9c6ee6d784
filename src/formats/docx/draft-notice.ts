import { escapeText } from '../xml/escape.ts'
import { attributeOf, childOf, childrenOf, type Element, within } from './element-tree.ts'
import { writtenPrefix } from './names.ts'
import { relationshipPart, type WordPackage } from './package.ts'

/** The kinds of headers (ECMA-376 part 1, 17.18.36); a section that names none has those of the section before it. */
const headerKinds = ['default', 'first', 'even']
/** Not the id or the name of anything that a document has. */
const relationshipId = 'rIdDuizhaoDraft'
const partName = 'duizhao-draft-header.xml'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'

/**
 * The texts of the parts that say at the head of every page that this is a draft, by name of the part: a paragraph at the
 * top of each header there is, and a header of its own where the first section has none.
 *
 * @param texts the texts of parts that have changed already
 */
export function withDraftNotice(
  file: WordPackage,
  texts: ReadonlyMap<string, string>,
  words: string,
  plainParts: DraftParts,
): ReadonlyMap<string, string> {
  const changed = new Map(texts)
  for (const { name, sort, tree } of file.others) {
    if (sort !== 'header') continue
    const text = changed.get(name) ?? tree.text
    changed.set(name, withParagraph(text, tree.root, words))
  }
  const body = childOf(file.main.tree.root, 'w:body')
  const section = body === undefined ? undefined : [...within(body, 'w:sectPr')][0]
  const missing = headerKinds.filter((kind) => !named(section).includes(kind))
  if (body === undefined || missing.length === 0) return changed
  const folder = file.main.name.slice(0, file.main.name.lastIndexOf('/') + 1)
  const { tag } = file.main.tree.root
  changed.set(file.main.name, withReferences(changed.get(file.main.name) ?? file.main.tree.text, missing, tag))
  changed.set(folder + partName, ownHeader(tag, words))
  changed.set(relationshipPart(file.main.name), withRelationship(plainParts.relationships))
  changed.set('[Content_Types].xml', withContentType(plainParts.contentTypes, `/${folder}${partName}`))
  return changed
}

/** Parts that are not read as text and get one more entry. */
export interface DraftParts {
  readonly relationships: string
  readonly contentTypes: string
}

function named(section: Element | undefined): readonly string[] {
  const references = section === undefined ? [] : childrenOf(section, 'w:headerReference')
  return references.map((reference) => attributeOf(reference, 'w:type') ?? 'default')
}

function noticeParagraph(prefix: string, words: string): string {
  const properties = `<${prefix}pPr><${prefix}jc ${prefix}val="center"/></${prefix}pPr>`
  const text = `<${prefix}t xml:space="preserve">${escapeText(words)}</${prefix}t>`
  return `<${prefix}p>${properties}<${prefix}r><${prefix}rPr><${prefix}b/></${prefix}rPr>${text}</${prefix}r></${prefix}p>`
}

/** A header with the notice as its first paragraph. Its root and what precedes it are as they were. */
function withParagraph(text: string, root: Element, words: string): string {
  const prefix = writtenPrefix(root.tag)
  if (root.tag.endsWith('/>')) {
    const opened = `${root.tag.slice(0, -2)}>${noticeParagraph(prefix, words)}</${prefix}hdr>`
    return text.slice(0, root.from) + opened + text.slice(root.to)
  }
  return text.slice(0, root.content.from) + noticeParagraph(prefix, words) + text.slice(root.content.from)
}

/** The main part, whose first section names the new header for the kinds it has none for. */
function withReferences(text: string, missing: readonly string[], root: string): string {
  const prefix = writtenPrefix(root)
  const strict = root.includes('http://purl.oclc.org/ooxml/')
  const relationships = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const references = missing
    .map(
      (kind) =>
        `<${prefix}headerReference xmlns:dz="${relationships}" ${prefix}type="${kind}" dz:id="${relationshipId}"/>`,
    )
    .join('')
  const section = new RegExp(`<${prefix}sectPr(?:\\s(?:[^"'>]|"[^"]*"|'[^']*')*)?>`).exec(text)
  if (section === null) {
    const end = text.lastIndexOf(`</${prefix}body>`)
    return `${text.slice(0, end)}<${prefix}sectPr>${references}</${prefix}sectPr>${text.slice(end)}`
  }
  const [tag] = section
  const to = section.index + tag.length
  if (!tag.endsWith('/>')) return text.slice(0, to) + references + text.slice(to)
  return `${text.slice(0, section.index)}${tag.slice(0, -2)}>${references}</${prefix}sectPr>${text.slice(to)}`
}

/** A header with the notice alone, in the namespaces of the main part. */
function ownHeader(root: string, words: string): string {
  const prefix = writtenPrefix(root)
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`
  const namespace = root.includes('http://purl.oclc.org/ooxml/')
    ? 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    : 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}hdr ${name}="${namespace}">${noticeParagraph(prefix, words)}</${prefix}hdr>`
}

function withRelationship(text: string): string {
  const sort = text.includes('http://purl.oclc.org/ooxml/officeDocument/relationships/')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/header'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header'
  return withLast(
    text,
    (prefix) => `<${prefix}Relationship Id="${relationshipId}" Type="${sort}" Target="${partName}"/>`,
  )
}

function withContentType(text: string, name: string): string {
  return withLast(text, (prefix) => `<${prefix}Override PartName="${name}" ContentType="${contentType}"/>`)
}

/** A part with one more element at the end of its root. */
function withLast(text: string, elementOf: (prefix: string) => string): string {
  const empty = /<([^\s/>]+)[^<>]*\/>\s*$/.exec(text)
  // A root without elements, as in a document that refers to nothing.
  if (empty?.[1] !== undefined && !text.includes('</'))
    return withLast(`${text.trimEnd().slice(0, -2)}></${empty[1]}>`, elementOf)
  const end = text.lastIndexOf('</')
  const prefix = /^<\/([^\s>:]+:)/.exec(text.slice(end))?.[1] ?? ''
  return text.slice(0, end) + elementOf(prefix) + text.slice(end)
}
