import { hasFormOfName, namePattern } from '../language/chinese/name-forms.ts'
import { titleInLabel } from '../language/chinese/titles.ts'
import type { RawBlock } from '../model/document.ts'
import { plain } from '../model/inline.ts'

/** The most lines between the first line of a document and a name under its title. */
const mostLines = 6

const office = new RegExp(`^[^，。：；！？,.:;!?]{0,30}${titleInLabel}$`, 'u')
const officeWithName = new RegExp(`^[^，。：；！？,.:;!?]{0,30}${titleInLabel}[ \\u3000]+${namePattern}$`, 'u')
/** When and where it was said: ——2024年3月5日在…会议上, （2025年1月9日）. */
const occasion = /^(?:[—–-]{1,3}|[（(]).{0,80}$/u

/**
 * The lines under the title of a document that say who it is by: 国务院总理　李　强, in one line or with the office in a
 * line of its own. Only headings and the occasion may stand before them, and an office by itself is none without a name.
 */
export function bylinesOf(blocks: readonly RawBlock[], headings: ReadonlyMap<number, number>): ReadonlySet<number> {
  const bylines = new Set<number>()
  for (let at = 1; at < Math.min(blocks.length, mostLines); at++) {
    const text = lineAt(blocks, at)
    if (officeWithName.test(text)) bylines.add(at)
    else if (office.test(text) && isName(lineAt(blocks, at + 1))) {
      bylines.add(at)
      bylines.add(at + 1)
      at++
    } else if (!headings.has(at) && !occasion.test(text)) break
  }
  return bylines
}

function lineAt(blocks: readonly RawBlock[], at: number): string {
  const block = blocks[at]
  const isLine = block !== undefined && (block.hint === undefined || block.hint === 'paragraph')
  return isLine ? plain(block.text).trim() : ''
}

/** 李强, or 李　强 with its characters set apart. */
function isName(text: string): boolean {
  return (
    hasFormOfName(text) ||
    (/^\p{Script=Han}(?:[ \u3000]+\p{Script=Han}){1,2}$/u.test(text) && hasFormOfName(text.replace(/[ \u3000]+/gu, '')))
  )
}
