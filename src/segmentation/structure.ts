import { namesAfterTitles } from '../language/chinese/name-forms.ts'
import { foldLookalikes } from '../language/text/fold.ts'
import type { Block, BlockKind, Part, RawBlock } from '../model/document.ts'
import { expectDefined } from '../model/expect.ts'
import { plain } from '../model/inline.ts'
import { bylinesOf } from './bylines.ts'
import { enumerationOf } from './enumeration.ts'
import { headingLevels } from './headings.ts'
import { type Label, labelOf } from './labels.ts'
import { cutInline } from './parts.ts'
import { splitSentences } from './sentences.ts'

/** The kind of a block and its speaker. */
interface Role {
  readonly kind: BlockKind
  readonly level?: number
  readonly speaker?: string
}

/** The state that applies to a line without a label: who speaks, and what kind of contribution it is. */
interface Floor {
  readonly held: 'nobody' | 'question' | 'answer' | 'host' | 'statement'
  readonly speaker?: string
}

const nobody: Floor = { held: 'nobody' }

/**
 * Recognises the structure of a text (press conference, report, article) and splits its blocks into segments. Ids count
 * from 1: `b1`, `b1.s1`. Drops blocks without visible text; the parts of every other block restore its text.
 */
export function blocksOf(raw: readonly RawBlock[]): readonly Block[] {
  const written = raw.filter(isVisible).map((block) => ({ block, looks: foldLookalikes(plain(block.text)).text }))
  const roles = rolesOf(written.map(({ block, looks }) => ({ ...block, text: [looks] })))
  return written.map(({ block }, index) => ({
    id: `b${index + 1}`,
    ...expectDefined(roles[index], 'the role of a block'),
    ...(block.parts && { given: true }),
    parts: partsOf(block, `b${index + 1}`),
  }))
}

/** Whether a block has text that a reader can see. */
export function isVisible({ text }: Pick<RawBlock, 'text'>): boolean {
  return foldLookalikes(plain(text)).text.trim() !== ''
}

function partsOf(block: RawBlock, id: string): readonly Part[] {
  let count = 0
  const parts = block.parts ?? cutInline(block.text, splitSentences(plain(block.text)))
  return parts.map((part) =>
    part.type === 'segment' ? { type: 'segment', id: `${id}.s${++count}`, source: part.source } : part,
  )
}

function rolesOf(blocks: readonly RawBlock[]): readonly Role[] {
  const headings = headingLevels(blocks)
  const bylines = bylinesOf(blocks, headings)
  const labels = surerLabels(blocks, headings)
  const roles: Role[] = []
  let floor = nobody
  let hasQuestion = false
  for (const [at, block] of blocks.entries()) {
    const label = labels[at] ?? null
    const level = headings.get(at)
    if (bylines.has(at)) {
      roles.push({ kind: 'byline' })
      continue
    }
    if (block.hint === 'heading' || (level !== undefined && !staysInAnswer(block, floor))) {
      roles.push({ kind: 'heading', level: block.level ?? level ?? 2 })
      floor = nobody
      continue
    }
    if (block.hint === 'quote' || block.hint === 'cell') {
      roles.push({ kind: block.hint })
      continue
    }
    if (label !== null) {
      hasQuestion ||= label.type === 'question'
      floor = floorOf(label, hasQuestion)
    } else if (floor.held === 'question' && !answeredByLabel(labels, headings, at)) floor = { held: 'answer' }
    roles.push(roleOn(floor, block))
  }
  return roles
}

function floorOf(label: Label, hasQuestion: boolean): Floor {
  if (label.type === 'question') return { held: 'question', ...speakerOf(label) }
  if (label.type === 'host') return { held: 'host', ...speakerOf(label) }
  return { held: hasQuestion || label.type === 'answer' ? 'answer' : 'statement', ...speakerOf(label) }
}

function speakerOf(label: Label): { readonly speaker?: string } {
  return 'speaker' in label && label.speaker !== undefined ? { speaker: label.speaker } : {}
}

function roleOn(floor: Floor, block: RawBlock): Role {
  const speaker = floor.speaker === undefined ? {} : { speaker: floor.speaker }
  if (floor.held === 'question' || floor.held === 'answer') return { kind: floor.held, ...speaker }
  const listed = block.hint === 'item' || (block.hint === undefined && enumerationOf(plain(block.text)) !== null)
  return { kind: listed ? 'item' : 'paragraph', ...speaker }
}

/** Whether a numbered line is a point of an answer, which officials often number. */
function staysInAnswer(block: RawBlock, floor: Floor): boolean {
  return floor.held === 'question' || (floor.held === 'answer' && enumerationOf(plain(block.text)) !== null)
}

/** Whether a question continues at `at`: the next label, before any heading, is that of an answer. */
function answeredByLabel(
  labels: readonly (Label | null)[],
  headings: ReadonlyMap<number, number>,
  at: number,
): boolean {
  for (let next = at + 1; next < labels.length && next < at + 20; next++) {
    const label = labels[next] ?? null
    if (label !== null) return label.type !== 'question'
    if (headings.has(next)) return false
  }
  return false
}

/**
 * The labels of the blocks. A label that only has the form of a name counts if it answers a question, follows the
 * presenter, is found after a title of office elsewhere in the text, or has counted elsewhere.
 */
function surerLabels(blocks: readonly RawBlock[], headings: ReadonlyMap<number, number>): readonly (Label | null)[] {
  const titledNames = new Set(namesAfterTitles(blocks.map((block) => plain(block.text)).join('\n')))
  const sure = new Set<string>()
  const candidates = blocks.map((block, at) =>
    headings.has(at) || block.hint === 'heading' ? null : labelOf(plain(block.text)),
  )
  let invited = false
  for (const [at, label] of candidates.entries()) {
    if (headings.has(at)) invited = false
    if (label === null) continue
    if (label.type === 'person' && (label.sure || invited || titledNames.has(label.speaker))) sure.add(label.speaker)
    invited = label.type === 'question' || label.type === 'host'
  }
  return candidates.map((label) => (label?.type === 'person' && !sure.has(label.speaker) ? null : label))
}
