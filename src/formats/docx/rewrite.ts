import { codeFaults } from '../../model/code-faults.ts'
import { expectDefined } from '../../model/expect.ts'
import type { Inline } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { RewriteOptions } from '../../ports/format.ts'
import { sameText } from '../../segmentation/returned.ts'
import { spliceArchive } from '../zip/splice.ts'
import { readDocument, type TextBlock, type WordDocument } from './document.ts'
import { withDraftNotice } from './draft-notice.ts'
import type { Range } from './element-tree.ts'
import { englishLook, englishNumbering } from './english-look.ts'
import { type Part, readXmlPart, relationshipPart, type WordPackage } from './package.ts'
import type { Paragraph } from './paragraph.ts'
import { chineseLook, type Look, writeParagraph } from './write-paragraph.ts'

/** A paragraph that gets another text. */
interface Replacement {
  readonly paragraph: Paragraph
  readonly target: Inline
}

/**
 * A Word file with other texts in the place of its own, one for each block that was read. Refuses what `readDocument`
 * refuses.
 */
export async function rewriteDocx(
  bytes: Uint8Array,
  targets: readonly (Inline | null)[],
  { draftNotice, look }: RewriteOptions = {},
): Promise<Uint8Array | Refusal> {
  const document = await readDocument(bytes)
  if (isRefusal(document)) return document
  const { file } = document
  const inEnglish = look === 'english'
  const texts = new Map(rewriteParts(document, targets, inEnglish ? englishLook : chineseLook))
  const numbering = file.others.find(({ sort }) => sort === 'numbering')
  if (inEnglish && texts.size > 0 && numbering !== undefined)
    texts.set(numbering.name, englishNumbering(numbering.tree))
  const plain = draftNotice === undefined ? plainParts([]) : await draftParts(file)
  if (isRefusal(plain)) return plain
  const changed =
    draftNotice === undefined
      ? texts
      : withDraftNotice(file, texts, draftNotice, {
          relationships: plain.textOf(relationshipPart(file.main.name)),
          contentTypes: plain.textOf('[Content_Types].xml'),
        })
  const parts = new Map([...plain.parts, ...[file.main, ...file.others].map((part) => [part.name, part] as const)])
  const written = [...changed].filter(([name, text]) => parts.get(name)?.tree.text !== text)
  if (written.length === 0) return bytes
  const encode = (name: string) => parts.get(name)?.encode ?? ((text: string) => new TextEncoder().encode(text))
  // The case of a name does not matter, and an archive may have it otherwise than a part is called.
  const entryOf = (name: string) =>
    file.archive.entries.find(({ fileName }) => fileName.toLowerCase() === name.toLowerCase())?.fileName ?? name
  return spliceArchive(file.archive, new Map(written.map(([name, text]) => [entryOf(name), encode(name)(text)])))
}

const noRelationships = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

type PlainPart = Pick<Part, 'name' | 'tree' | 'encode'>

function plainParts(list: readonly PlainPart[]) {
  const parts = new Map(list.map((part) => [part.name, part]))
  return {
    type: 'plain-parts' as const,
    parts,
    textOf: (name: string) => parts.get(name)?.tree.text ?? noRelationships,
  }
}

/** The parts that name others, for one more to be named in them. */
async function draftParts({ archive, main }: WordPackage) {
  const parts: PlainPart[] = []
  for (const name of [relationshipPart(main.name), '[Content_Types].xml']) {
    const part = await readXmlPart(archive, name)
    if (isRefusal(part)) return part
    if (part !== null) parts.push({ ...part, name })
  }
  return plainParts(parts)
}

/** The texts of the parts in which paragraphs have another text, by name of the part. */
function rewriteParts(
  { parts, blocks }: WordDocument,
  targets: readonly (Inline | null)[],
  look: Look,
): ReadonlyMap<string, string> {
  const byPart = new Map<string, Replacement[]>()
  for (const [at, { block, places }] of blocks.entries()) {
    const target = targets[at] ?? null
    if (target === null || !isReplaced(block.text, target)) continue
    for (const { part, paragraph } of places) {
      const list = byPart.get(part) ?? []
      list.push({ paragraph, target })
      byPart.set(part, list)
    }
  }
  return new Map(
    [...byPart].map(([name, list]) => [name, rewritePart(expectDefined(parts.get(name), 'a part'), list, look)]),
  )
}

/** A target with faults in its codes would break the file: the paragraph stays as it is. */
function isReplaced(source: TextBlock['block']['text'], target: Inline): boolean {
  return !sameText(source, target) && codeFaults(source, target).length === 0
}

/** The part with the replacements in it, and every other byte as it was. */
function rewritePart({ tree: { text } }: Part, list: readonly Replacement[], look: Look): string {
  const replaced = list.toSorted((a, b) => a.paragraph.from - b.paragraph.from)

  /** A stretch of the part. Paragraphs can stand in one another, as in text boxes: the outer one is written with the inner. */
  function render({ from, to }: Range): string {
    const out: string[] = []
    let at = from
    for (let next = firstFrom(replaced, from); ; ) {
      const replacement = replaced[next]
      if (replacement === undefined || replacement.paragraph.to > to) break
      const { paragraph, target } = replacement
      out.push(text.slice(at, paragraph.from), writeParagraph(paragraph, target, { text, look, render }))
      at = paragraph.to
      next = firstFrom(replaced, at)
    }
    out.push(text.slice(at, to))
    return out.join('')
  }

  return render({ from: 0, to: text.length })
}

/** The index of the first replacement at or behind a place. */
function firstFrom(replaced: readonly Replacement[], at: number): number {
  let low = 0
  let high = replaced.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((replaced[middle]?.paragraph.from ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}
