/** A sentence as a page of this programme shows it; a side the page does not have is absent. */
export interface ShownRow {
  readonly id: string
  readonly block: string
  readonly source?: string
  readonly target?: string
  /** White space after the Chinese sentence. */
  readonly after: string
}

/** The sentences of a page in order, and per block the English as it stands once more for the view in columns. */
export interface ShownText {
  readonly rows: readonly ShownRow[]
  readonly copies: ReadonlyMap<string, readonly string[]>
}

interface Open {
  readonly tag: string
  readonly names: readonly string[]
}

interface Growing {
  id: string
  readonly block: string
  source?: string
  target?: string
  after: string
}

const piece =
  /<(?<closing>\/?)(?<tag>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+(?:="[^"<>]*")?)*)>|(?<text>[^<>&]+|&(?:amp|lt|gt|quot|#39);)/y
const voidTags: ReadonlySet<string> = new Set(['input', 'br', 'wbr'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/**
 * Reads the text back out of a page that this programme has written. Strict: markup it would not have written so is
 * null, not a guess. What a browser shows is what is read: there is no other way for text to stand in these pages.
 */
export function extractText(page: string): ShownText | null {
  const from = page.indexOf('<main')
  const to = page.indexOf('</main>')
  if (from < 0 || to < from) return null
  const rows: Growing[] = []
  const copies = new Map<string, string[]>()
  const open: Open[] = []
  const inside = (name: string) => open.some(({ names }) => names.includes(name))
  let block = ''
  let row: Growing | undefined
  piece.lastIndex = from
  while (piece.lastIndex < to) {
    const found = piece.exec(page)?.groups
    if (!found) return null
    const { closing, tag = '', attributes = '', text } = found
    if (text !== undefined) {
      const own = open.at(-1)?.names ?? []
      if (inside('s') && !add(own, unescaped(text))) return null
    } else if (closing) {
      const last = open.pop()
      if (last?.tag !== tag || attributes) return null
      if (last.names.includes('s')) row = undefined
    } else if (!voidTags.has(tag)) {
      const names = attribute(attributes, 'class').split(' ')
      if (names.includes('r')) block = attribute(attributes, 'id')
      if (names.includes('s')) {
        if (inside('s')) return null
        if (inside('en')) copies.set(block, [...(copies.get(block) ?? []), ''])
        else {
          row = { id: '', block, after: '' }
          rows.push(row)
        }
      }
      if (row && names.includes('z')) row.source ??= ''
      if (row && names.includes('e')) row.target ??= ''
      open.push({ tag, names })
    }
  }
  return open.length === 1 && open[0]?.tag === 'main' ? finished(rows, copies) : null

  /** Puts text where it belongs in the sentence that is open. */
  function add(own: readonly string[], text: string): boolean {
    if (row === undefined) {
      const copy = copies.get(block)
      if (!copy) return false
      copy.push((copy.pop() ?? '') + text)
    } else if (own.includes('n')) row.id += text
    else if (inside('z')) row.source = (row.source ?? '') + text
    else if (inside('e')) row.target = (row.target ?? '') + text
    else row.after += text
    return true
  }
}

/** Takes off the space that stands after every English sentence. */
function finished(rows: readonly Growing[], copies: ReadonlyMap<string, readonly string[]>): ShownText | null {
  const english = [...rows.map(({ target }) => target ?? ' '), ...[...copies.values()].flat()]
  if (english.some((text) => !text.endsWith(' '))) return null
  return {
    rows: rows.map((row) => (row.target === undefined ? row : { ...row, target: row.target.slice(0, -1) })),
    copies: new Map([...copies].map(([block, texts]) => [block, texts.map((text) => text.slice(0, -1))])),
  }
}

function attribute(attributes: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text.replace(/&([a-z0-9#]+);/g, (_whole, name: string) => entities[name] ?? '')
}
