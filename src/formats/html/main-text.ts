import { fileLimits } from '../../model/file-limits.ts'
import { plain } from '../../model/inline.ts'
import type { Page, PageElement } from './page.ts'
import type { PageBlock } from './page-block.ts'

/** Marks of blocks: private-use characters, one for each block. */
const firstMark = 0xe000
const lastMark = 0xf8ff
const anyMark = /[\ue000-\uf8ff]/g

/**
 * The blocks that look like the article of a page, by `defuddle`. It gets a page of our own writing, with the elements,
 * their names and the words, and no programs, addresses or other attributes; each block ends with a mark, and what comes
 * back tells by the marks which blocks stay. Null for a page that is too large, or that the library fails on.
 */
export async function mainText(page: Page, blocks: readonly PageBlock[]): Promise<readonly PageBlock[] | null> {
  if (blocks.length === 0 || blocks.length > lastMark - firstMark) return null
  const markup = outline(page, blocks)
  if (markup.length > fileLimits.judgedPage) return null
  const [{ DefuddleClass }, { parseHTML }] = await Promise.all([import('defuddle/node'), import('linkedom')])
  const { document } = parseHTML(markup)
  let content: string
  try {
    // Never `parseAsync`, which asks services of the web.
    content = new DefuddleClass(document, { url: 'http://localhost/', useAsync: false }).parse().content
  } catch {
    // The library is recursive, and throws on what it did not foresee: the page is then read whole.
    return null
  }
  const marks = new Set(content.match(anyMark))
  return blocks.filter((_, at) => marks.has(markOf(at)))
}

const markOf = (at: number) => String.fromCharCode(firstMark + at)

/** The page with its elements and the words of its blocks, each followed by its mark. */
function outline({ elements }: Page, blocks: readonly PageBlock[]): string {
  const out: string[] = ['<!DOCTYPE html>']
  const open: PageElement[] = []
  let next = 0
  const enter = (element: PageElement) => {
    open.push(element)
    out.push(`<${element.name}${attribute('id', element.id)}${attribute('class', element.classes.join(' '))}>`)
  }
  const leave = (place: number) => {
    for (let last = open.at(-1); last !== undefined && last.to <= place; last = open.at(-1)) {
      out.push(`</${last.name}>`)
      open.pop()
    }
  }
  for (const [at, block] of blocks.entries()) {
    for (let element = elements[next]; element !== undefined && element.from <= block.from; element = elements[next]) {
      leave(element.from)
      if (element.to >= block.to && isWritten(element)) enter(element)
      next++
    }
    leave(block.from)
    out.push(`${escaped(plain(block.text).replace(anyMark, ''))}${markOf(at)}`)
  }
  leave(Number.POSITIVE_INFINITY)
  return out.join('')
}

const isWritten = ({ name }: PageElement) => /^[a-z][a-z0-9]*$/.test(name) && name !== 'head' && name !== 'title'

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escaped(value)}"`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
