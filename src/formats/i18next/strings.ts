import { type Refusal, refuse } from '../../model/refusal.ts'

/** A text of a JSON file: `from` is its opening quotation mark, `to` behind its closing one. */
export interface JsonText {
  readonly from: number
  readonly to: number
  readonly text: string
  /** The names on the way to it, outermost first; a place of a list is its number. */
  readonly path: readonly string[]
}

/** How deep lists and objects stand in one another; files of words have less than ten. */
const deepest = 100

/**
 * The texts of a JSON file (RFC 8259) in their order, with their places. Names are none of them. Refuses `file-malformed`,
 * at the place of what does not fit.
 */
export function textsOfJson(source: string): readonly JsonText[] | Refusal {
  const texts: JsonText[] = []
  const token = /\s*(?:([{}[\],:])|("[^"\\]*(?:\\.[^"\\]*)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y
  const open: ({ readonly type: 'object'; name: string } | { readonly type: 'list'; at: number })[] = []
  /** What may come next: a value, a name, a colon, or what follows a value. */
  let next: 'value' | 'first' | 'name' | 'colon' | 'end' = 'value'
  /** Behind the last token that fits. */
  let at = 0
  let fitting = 0
  const wrong = () => {
    const place = fitting + (source.slice(fitting).match(/\S/)?.index ?? source.length - fitting)
    const line = source.slice(0, place).split('\n').length
    const column = place - source.lastIndexOf('\n', place - 1)
    return refuse('file-malformed', { line: String(line), column: String(column) })
  }
  while (at < source.length) {
    fitting = at
    token.lastIndex = at
    const match = token.exec(source)
    if (match === null) {
      if (source.slice(at).trim() === '') break
      return wrong()
    }
    at = token.lastIndex
    const [whole, mark, string] = match
    const inner = open.at(-1)
    if (mark === '{' || mark === '[') {
      if (next !== 'value' && !(next === 'first' && inner?.type === 'list')) return wrong()
      if (open.length >= deepest) return wrong()
      open.push(mark === '{' ? { type: 'object', name: '' } : { type: 'list', at: 0 })
      next = 'first'
    } else if (mark === '}' || mark === ']') {
      const fits = inner?.type === (mark === '}' ? 'object' : 'list')
      if (!fits || (next !== 'first' && next !== 'end')) return wrong()
      open.pop()
      next = 'end'
    } else if (mark === ',') {
      if (next !== 'end' || inner === undefined) return wrong()
      if (inner.type === 'list') inner.at++
      next = inner.type === 'list' ? 'value' : 'name'
    } else if (mark === ':') {
      if (next !== 'colon') return wrong()
      next = 'value'
    } else if (inner?.type === 'object' && (next === 'first' || next === 'name')) {
      const name = string === undefined ? null : textIn(string)
      if (name === null) return wrong()
      inner.name = name
      next = 'colon'
    } else {
      if (next !== 'value' && next !== 'first') return wrong()
      if (string !== undefined) {
        const text = textIn(string)
        if (text === null) return wrong()
        const path = open.map((one) => (one.type === 'object' ? one.name : String(one.at)))
        texts.push({ from: at - string.length, to: at, text, path })
      } else if (whole.trim() === '') return wrong()
      next = 'end'
    }
  }
  fitting = at
  return open.length > 0 || next !== 'end' ? wrong() : texts
}

function textIn(written: string): string | null {
  try {
    const value: unknown = JSON.parse(written)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}
