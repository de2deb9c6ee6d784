import { expectDefined } from '../../model/expect.ts'
import type { Inline } from '../../model/inline.ts'
import { escapeText, splitImpossible } from '../xml/escape.ts'
import type { Range } from './element-tree.ts'
import type { AnchorNode, Raw } from './nodes.ts'
import { type Mark, markKey, type Paragraph } from './paragraph.ts'
import type { RunStyle } from './run-style.ts'

/** How English looks that stands in place of Chinese. */
export interface Look {
  /** The properties of a run, as XML: '' where there are none. */
  runProperties(raw: string, prefix: string, paragraph: Paragraph): string
  /** The tag and the properties of a paragraph. */
  head(paragraph: Paragraph, text: string): string
  text(target: Inline): Inline
}

/** As in the Chinese file. */
export const chineseLook: Look = {
  runProperties: (raw) => raw,
  head: ({ head }, text) => text.slice(head.from, head.to),
  text: (target) => target,
}

/**
 * A paragraph with another text, as XML. Codes bring what they stand for to where they now are, text takes the formatting
 * of the code around it. `target` has each code of the paragraph once, and its pairs nest.
 *
 * @param render writes a stretch of the part, with the texts of paragraphs inside it replaced
 */
export function writeParagraph(
  paragraph: Paragraph,
  target: Inline,
  { text, look, render }: { readonly text: string; readonly look: Look; readonly render: (range: Range) => string },
): string {
  const { prefix, marks } = paragraph
  const out: string[] = []
  const raw = (pieces: Raw) => {
    for (const piece of pieces) out.push(typeof piece === 'string' ? piece : render(piece))
  }
  const anchors = (list: readonly AnchorNode[]) => {
    for (const anchor of list) raw(anchor.raw)
  }
  const whole = anchorsOf(paragraph)
  const inOrder = keepsOrder(paragraph, target)
  const styles: RunStyle[] = [paragraph.style]

  out.push(look.head(paragraph, text))
  raw(paragraph.start)
  anchors(inOrder ? paragraph.first : whole.filter(({ ends }) => !ends))
  for (const part of look.text(target)) {
    if (typeof part === 'string') {
      const style = expectDefined(styles.at(-1), 'the formatting of a text')
      out.push(runOf(part, look.runProperties(style.raw, prefix, paragraph), prefix))
      continue
    }
    const mark = expectDefined(marks.get(markKey(part)), 'the mark of a code')
    if (inOrder) anchors(mark.before)
    raw(mark.raw)
    if (inOrder) anchors(mark.after)
    if (part.type === 'open') styles.push(mark.style ?? paragraph.style)
    else if (part.type === 'close') styles.pop()
  }
  anchors(inOrder ? paragraph.last : whole.filter(({ ends }) => ends))
  raw(paragraph.end)
  out.push(`</${prefix}p>`)
  return out.join('')
}

function anchorsOf({ first, last, marks }: Paragraph): readonly AnchorNode[] {
  return [...first, ...[...marks.values()].flatMap(({ before, after }) => [...before, ...after]), ...last]
}

/** Whether every anchor that ends still stands behind the one that begins, now that codes may have moved. */
function keepsOrder({ first, last, marks }: Paragraph, target: Inline): boolean {
  const seen = new Set<string>()
  const all = new Set(
    first.concat([...marks.values()].flatMap(anchorsAt), last).map(({ pair, ends }) => `${ends} ${pair}`),
  )
  const fits = ({ pair, ends }: AnchorNode) => {
    if (ends) return seen.has(pair) || !all.has(`false ${pair}`)
    seen.add(pair)
    return true
  }
  const moved = target.flatMap((part) => {
    const mark = typeof part === 'string' ? undefined : marks.get(markKey(part))
    return mark === undefined ? [] : anchorsAt(mark)
  })
  return [...first, ...moved, ...last].every(fits)
}

const anchorsAt = ({ before, after }: Mark): readonly AnchorNode[] => [...before, ...after]

/** A text as one run: line ends and tabs are elements of their own. */
function runOf(text: string, properties: string, prefix: string): string {
  const pieces = text.split(/([\n\t\u2011])/).map((piece) => {
    if (piece === '\n') return `<${prefix}br/>`
    if (piece === '\t') return `<${prefix}tab/>`
    if (piece === '\u2011') return `<${prefix}noBreakHyphen/>`
    return piece === '' ? '' : `<${prefix}t xml:space="preserve">${escapeText(writable(piece))}</${prefix}t>`
  })
  return `<${prefix}r>${properties}${pieces.join('')}</${prefix}r>`
}

/** A text without the characters that XML cannot write. */
function writable(text: string): string {
  return splitImpossible(text)
    .filter((piece) => typeof piece === 'string')
    .join('')
}
