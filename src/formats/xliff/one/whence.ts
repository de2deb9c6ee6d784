import { nameOf } from '../../xml/scan/index.ts'
import { attributeIn } from '../../xml/scan/nodes.ts'
import { filesOf } from '../incoming/files.ts'
import { childrenOf } from '../incoming/segments.ts'
import { readableText } from '../view/texts.ts'
import type { XliffView } from '../view/view.ts'

/** The document that a file went out from, and the last entry that was in it. */
export interface Whence {
  readonly document: string
  readonly sequence: number
  readonly head: string
}

const author = 'Duizhao'

/** A note in the header of XLIFF 1.2, which tools leave as it is, and people need not read. */
export function whenceNote({ document, sequence, head }: Whence): string {
  return `<note from="${author}">${document} ${sequence} ${head}</note>`
}

/** What such a note says; null for any other note. */
function whenceOf(from: string, words: string): Whence | null {
  const [, document, sequence, head] = /^\s*([\w.-]{1,64}) ([1-9]\d{0,9}) ([0-9a-f]{2,128})\s*$/.exec(words) ?? []
  if (from !== author || document === undefined || head === undefined) return null
  return { document, sequence: Number(sequence), head }
}

/** Where a file of XLIFF 1.2 went out from; null where it does not say. */
export function whenceIn(view: XliffView): Whence | null {
  const { index } = view
  const [file] = filesOf(view)
  const header = file && [...childrenOf(index, file.node)].find((node) => nameOf(index, node).local === 'header')
  for (const note of header === undefined ? [] : childrenOf(index, header)) {
    const whence = whenceOf(attributeIn(index, note, 'from') ?? '', readableText(index, note))
    if (whence !== null) return whence
  }
  return null
}
