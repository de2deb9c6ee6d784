import type { Block } from '../../model/document.ts'
import { type Code, type CodeKind, isCode } from '../../model/inline.ts'
import type { DocumentState } from '../../model/state.ts'
import { piecesOf } from '../../segmentation/pieces.ts'

/** A stretch of text of one look, with all that goes round it: nothing crosses, whatever the codes do. */
export interface TextRun {
  readonly text: string
  readonly language: 'en' | 'zh'
  readonly marks: ReadonlySet<CodeKind>
  /** An address of the web or of mail, where the text is a link to one. */
  readonly href?: string
}

/** A block of a document as people read it. */
export interface ReadingBlock extends Pick<Block, 'kind' | 'level'> {
  readonly runs: readonly TextRun[]
}

/** The English of a document, block by block, with Chinese where there is none. */
export function englishBlocks({ document, segments }: DocumentState): readonly ReadingBlock[] {
  return document.blocks.map((block) => {
    const { pieces } = piecesOf(block, (id) => segments.get(id)?.target)
    return { ...shapeOf(block), runs: runsOf(pieces.map(({ text, language }) => ({ parts: text, language }))) }
  })
}

/** The Chinese of a block. */
export function chineseRuns(block: Block): readonly TextRun[] {
  return runsOf(
    block.parts.map((part) => ({ parts: part.type === 'segment' ? part.source : [part.source], language: 'zh' })),
  )
}

function shapeOf({ kind, level }: Block): Pick<Block, 'kind' | 'level'> {
  return { kind, ...(level !== undefined && { level }) }
}

function runsOf(
  pieces: readonly { readonly parts: readonly (string | Code)[]; readonly language: 'en' | 'zh' }[],
): readonly TextRun[] {
  const runs: TextRun[] = []
  const open: Code[] = []
  for (const { parts, language } of pieces) {
    for (const part of parts) {
      if (isCode(part) && part.type === 'open') open.push(part)
      else if (isCode(part) && part.type === 'close') {
        const at = open.findLastIndex(({ id }) => id === part.id)
        if (at >= 0) open.splice(at, 1)
      } else {
        const text = isCode(part) ? textOfCode(part) : part
        if (text === '') continue
        const marks = new Set(open.map(({ kind }) => kind ?? 'other'))
        if (isCode(part) && part.kind === 'footnote') marks.add('superscript')
        const href = open.map(hrefOf).findLast((address) => address !== undefined)
        add(runs, { text, language, marks, ...(href !== undefined && { href }) })
      }
    }
  }
  return runs
}

/** Adds a run to the one before it if they look the same. */
function add(runs: TextRun[], run: TextRun): void {
  const last = runs.at(-1)
  if (last !== undefined && looksLike(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else runs.push(run)
}

function looksLike(one: TextRun, other: TextRun): boolean {
  const sameMarks = one.marks.size === other.marks.size && [...one.marks].every((mark) => other.marks.has(mark))
  return sameMarks && one.language === other.language && one.href === other.href
}

/** Runs that all have one more mark. */
export function withMark(runs: readonly TextRun[], mark: CodeKind): readonly TextRun[] {
  const marked: TextRun[] = []
  for (const run of runs) add(marked, { ...run, marks: new Set([...run.marks, mark]) })
  return marked
}

/** Whether there is English among them that can be read. */
export function hasEnglish(runs: readonly TextRun[]): boolean {
  return runs.some(({ language, text }) => language === 'en' && text.trim() !== '')
}

/** What stands for a single code where its file's means are not at hand. */
function textOfCode({ kind, data }: Code): string {
  if (kind === 'footnote') return `[${data.match(/\d+/)?.[0] ?? '*'}]`
  // A break that is one in its format stands beside a line feed in the text.
  if (kind === 'break') return /^(?:line|page|column) break$|^break$/.test(data) ? '\n' : ''
  if (kind === 'picture' || kind === 'formula') return `[${kind}]`
  return ''
}

/** The address of a link: no other scheme than that of the web and of mail ever becomes one. */
function hrefOf({ kind, data }: Code): string | undefined {
  if (kind !== 'link') return undefined
  return /(?:https?:\/\/|mailto:)[^\s"'<>()\\]+/i.exec(data)?.[0]
}
