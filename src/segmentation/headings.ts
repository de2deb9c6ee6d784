import { namePattern } from '../language/chinese/name-forms.ts'
import { titleInLabel } from '../language/chinese/titles.ts'
import type { RawBlock } from '../model/document.ts'
import { expectDefined } from '../model/expect.ts'
import { plain } from '../model/inline.ts'
import { enumerationOf } from './enumeration.ts'
import { labelOf } from './labels.ts'
import { splitSentences } from './sentences.ts'

/** The longest heading line, in code points; and the most lines of one heading. */
const longestHeading = 60
const longestStopped = 40
const mostLines = 5

const endsSentence = /[。｡！!？?；;：:，,、…—.．][”’"'」』]*$/
/** A title may be a question or an exclamation; further down such a line is speech. */
const asksOrCalls = /^(?!.*(?:大家|各位|你们|您)好)[^。]+[？?！!]$/
const date = /^[（(]?(?:\d{2,4}[年./-]\d{1,2}[月./-]\d{1,2}日?|[二〇零一三四五六七八九]{4}年.{1,3}月)/
const byline =
  /^(?:(?:本报|本台|本网|本刊)?(?:记者|通讯员)[\s　]|本报记者|文[/／]|图[/／]|(?:作者|编辑|责编|责任编辑|来源|摄影|供稿|审核|校对)[\s　：:])/
/** Particulars such as 时间：… 地点：…, which are not headings. */
const particulars =
  /^(?:时间|地点|日期|主题|议题|出席|列席|参加|主持|嘉宾|主讲|发布人|主办|承办|名单|电话|联系人|网址|邮箱)[人单位]{0,2}\s*[:：]/
const signature = new RegExp(`^.{0,30}${titleInLabel}[ \\u3000]+${namePattern}$`, 'u')
const thanks = /^(?:谢谢|感谢|多谢|好的|大家好|再见)/
const bracketed = /^[（(【［[].*[）)】］\]]$/s

/** A line by its form alone: short, one sentence, and not ended as sentences are. */
function hasFormOfHeading(block: RawBlock, index: number): boolean {
  const text = plain(block.text).trim()
  if (block.hint !== undefined || [...text.slice(0, 200)].length > longestHeading) return false
  if (
    !/\p{Script=Han}{2}/u.test(text) ||
    (endsSentence.test(text) && !(index === 0 && asksOrCalls.test(text))) ||
    labelOf(text) !== null
  )
    return false
  if (particulars.test(text) || date.test(text) || byline.test(text) || signature.test(text) || thanks.test(text))
    return false
  if (bracketed.test(text) && enumerationOf(text) === null) return false
  return splitSentences(text).length === 1
}

/** 一、坚持稳中有进。 on a line of its own. */
function isStoppedSection(block: RawBlock): boolean {
  const text = plain(block.text).trim()
  return block.hint === undefined && [...text.slice(0, 200)].length <= longestStopped && /^[^。]+。$/.test(text)
}

function numbering(block: RawBlock | undefined): 'section' | 'subsection' | null {
  const form = block === undefined ? null : enumerationOf(plain(block.text))
  return form === 'item' ? null : form
}

/**
 * The levels of the blocks that are headings by their form and place, by index. 1 is the title: the first lines of the
 * document. A heading has text under it, so short lines at the end of a document, long runs of short lines, and numbered
 * lines that directly follow one another are not headings.
 */
export function headingLevels(blocks: readonly RawBlock[]): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  const formed = blocks.map(hasFormOfHeading)
  for (let at = 0; at < blocks.length; ) {
    const numbered = numbering(blocks[at])
    if (numbered !== null) {
      if (headsSection(blocks, formed, at)) levels.set(at, numbered === 'section' ? 2 : 3)
      at++
      continue
    }
    let end = at
    while (end < blocks.length && formed[end] && numbering(blocks[end]) === null) end++
    const lines = end - at
    if (
      lines > 0 &&
      lines <= mostLines &&
      end < blocks.length &&
      !isItem(blocks[at]) &&
      !isSignature(blocks, at, end)
    ) {
      for (let line = at; line < end; line++) levels.set(line, at === 0 ? 1 : 2)
    } else if (lines > 0 && at === 0 && blocks.length > 1) levels.set(0, 1)
    at = Math.max(end, at + 1)
  }
  return levels
}

/** Whether these blocks are the name of an office over a date, the end of a letter or notice. */
function isSignature(blocks: readonly RawBlock[], from: number, end: number): boolean {
  return from > 0 && date.test(plain(blocks[end]?.text ?? []).trim())
}

function isItem(block: RawBlock | undefined): boolean {
  return block !== undefined && enumerationOf(plain(block.text)) === 'item'
}

/** Whether a numbered line is a heading: text follows it, and the next line is not the next number. */
function headsSection(blocks: readonly RawBlock[], formed: readonly boolean[], at: number): boolean {
  const block = expectDefined(blocks[at], 'a block')
  const next = blocks[at + 1]
  const level = numbering(block)
  if (next === undefined || block.hint !== undefined) return false
  const neighbours = [at - 1, at + 1].filter((index) => numbering(blocks[index]) === level && formed[index])
  if (neighbours.length > 0) return false
  return formed[at] === true || (isStoppedSection(block) && numbering(next) !== level)
}
