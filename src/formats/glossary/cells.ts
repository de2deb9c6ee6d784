/** The texts of a cell. `divided`: some are parted as people write them, not by the `|` of our own files. */
export interface CellTexts {
  readonly texts: readonly string[]
  readonly divided: boolean
}

const divider = /[;；\r\n]/
/** What parts texts, or escapes what does: most cells have none of it. */
const special = /[\\|;；\r\n]/
const closings: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '“': '”', '《': '》' }

/**
 * Reads a cell of several texts, which `|`, a semicolon or a line end part. A semicolon in brackets or quotation marks
 * parts nothing; a backslash escapes a separator or a backslash behind it.
 */
export function textsOf(cell: string): CellTexts {
  if (!special.test(cell)) {
    const text = cell.trim()
    return { texts: text === '' ? [] : [text], divided: false }
  }
  const lastOf = new Map(Object.values(closings).map((closing) => [closing, cell.lastIndexOf(closing)]))
  const parts: { text: string; divided: boolean }[] = []
  const open: string[] = []
  let text = ''
  const end = (divided: boolean) => {
    parts.push({ text: text.trim(), divided })
    text = ''
    open.length = 0
  }
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charAt(at)
    if (unit === '\\' && special.test(cell.charAt(at + 1))) text += cell.charAt(++at)
    else if (unit === '|') end(false)
    else if (open.length === 0 && divider.test(unit)) end(true)
    else {
      const closing = closings[unit]
      if (closing !== undefined && (lastOf.get(closing) ?? -1) > at) open.push(closing)
      else if (unit === open.at(-1)) open.pop()
      text += unit
    }
  }
  end(false)
  const filled = parts.filter((part) => part.text !== '')
  return { texts: filled.map((part) => part.text), divided: filled.slice(0, -1).some(({ divided }) => divided) }
}

/** A cell that `textsOf` reads as these texts. */
export function cellOf(texts: readonly string[]): string {
  return texts.map(escaped).join('|')
}

/** A text as it stands in a cell; semicolons and line ends are escaped where they would part it. */
function escaped(text: string): string {
  const plain = text.replace(/[\\|]/g, '\\$&')
  const { texts } = textsOf(plain)
  return texts.length === 1 && texts[0] === text ? plain : plain.replace(/[;；\r\n]/g, '\\$&')
}
