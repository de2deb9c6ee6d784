import { escapeText } from '../../xml/escape.ts'
import { contentEndOf, nameOf, startOf, type XmlIndex } from '../../xml/scan/index.ts'
import type { Writing } from '../view/set-targets.ts'
import { isSingleTag, readableText } from '../view/texts.ts'
import type { XliffView } from '../view/view.ts'
import { filesOf } from './files.ts'
import { childrenOf } from './segments.ts'

/** The dialects whose tools read no more in a header than they wrote. */
const strict: ReadonlySet<string> = new Set(['sdlxliff', 'mqxliff', 'mxliff', 'txlf'])

/**
 * Says at the head of each file in it that its English is a draft: in the notes of XLIFF 2, in the header of XLIFF 1.2
 * where it is of no tool that has a form of its own.
 */
export function addDraftNotes(writing: Writing, view: XliffView, words: string): void {
  const { index, flavour } = view
  if (flavour.generation === 1 && strict.has(flavour.dialect)) return
  const prefix = nameOf(index, 0).name.replace(/[^:]*$/, '')
  const note = `<${prefix}note>${escapeText(words)}</${prefix}note>`
  for (const { node } of filesOf(view)) {
    const children = [...childrenOf(index, node)]
    const place = children.find(
      (child) => nameOf(index, child).local === (flavour.generation === 2 ? 'notes' : 'header'),
    )
    const isSaid = place !== undefined && [...childrenOf(index, place)].some((child) => isNote(index, child, words))
    if (isSaid) continue
    if (place !== undefined && !isSingleTag(index, place)) {
      const at = contentEndOf(index, place)
      writing.splices.push({ from: at, to: at, markup: note })
    } else if (place === undefined)
      addHolder(writing, children, flavour.generation === 2 ? 'notes' : 'header', { prefix, note })
  }
}

function isNote(index: XmlIndex, node: number, words: string): boolean {
  return nameOf(index, node).local === 'note' && readableText(index, node) === words
}

/** Notes stand before the first group or unit (2.1 §4.2.2.2), a header before the body. */
function addHolder(
  { index, splices }: Writing,
  children: readonly number[],
  local: 'notes' | 'header',
  { prefix, note }: { readonly prefix: string; readonly note: string },
): void {
  const before = children.find((child) => ['group', 'unit', 'body'].includes(nameOf(index, child).local))
  if (before === undefined) return
  const at = startOf(index, before)
  const indent = /[\r\n][ \t]*$/.exec(index.text.slice(Math.max(0, at - 200), at))?.[0] ?? ''
  splices.push({ from: at, to: at, markup: `<${prefix}${local}>${note}</${prefix}${local}>${indent}` })
}
