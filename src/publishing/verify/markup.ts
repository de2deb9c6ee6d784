/** A piece of the markup that this programme writes: a tag, or text. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'end'; readonly tag: string }
  | { readonly type: 'start'; readonly tag: string; readonly attributes: string }

const piece =
  /<(?<closing>\/?)(?<tag>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+(?:="[^"<>]*")?)*)>|(?<text>[^<>&]+|&(?:amp|lt|gt|quot|#39);)/y
const voidTags: ReadonlySet<string> = new Set(['input', 'br', 'wbr'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/**
 * Hands the pieces of a page's `main` to `read`, which says whether it understands them. False for any markup that this
 * programme would not have written. What is read is what a browser shows, since its pages contain text in no other way.
 */
export function readMain(page: string, read: (piece: Piece) => boolean): boolean {
  const from = page.indexOf('<main')
  const to = page.indexOf('</main>')
  if (from < 0 || to < from) return false
  piece.lastIndex = from
  while (piece.lastIndex < to) {
    const next = piece.exec(page)?.groups
    if (!next) return false
    const { closing, tag = '', attributes = '', text } = next
    if (text !== undefined ? !read({ type: 'text', text: unescaped(text) }) : !readTag(closing, tag, attributes, read))
      return false
  }
  return true
}

function readTag(
  closing: string | undefined,
  tag: string,
  attributes: string,
  read: (piece: Piece) => boolean,
): boolean {
  if (closing) return attributes === '' && read({ type: 'end', tag })
  return voidTags.has(tag) || read({ type: 'start', tag, attributes })
}

/** The value of an attribute; empty where there is none. */
export function attribute(attributes: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text.replace(/&([a-z0-9#]+);/g, (_whole, name: string) => entities[name] ?? '')
}
