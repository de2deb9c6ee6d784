/** How a model of the loopback service treats texts. */
export interface GoogleModelOptions {
  /** Translations of whole texts, which go before those of words. */
  readonly translations: ReadonlyMap<string, string>
  /** English of words. Without it a text that is not known whole has no translation. */
  readonly words?: ReadonlyMap<string, string>
  /** Whether HTML is translated with regard to `translate="no"`, without, with such elements lost, or not taken at all. */
  readonly html?: 'heeds' | 'ignores' | 'drops' | 'refuses'
  /** Whether a glossary is applied. */
  readonly glossary?: 'applies' | 'ignores'
  /** Whether English in a text is copied as it is, or written anew. */
  readonly english?: 'copies' | 'rewrites'
}

const punctuation: Readonly<Record<string, string>> = { '，': ',', '。': '.', '、': ',', '；': ';', '：': ':' }
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A plain text in English: words that are known, English as it is, figures, and nothing for the rest. */
export function translatePlain(source: string, model: GoogleModelOptions, glossary?: ReadonlyMap<string, string>) {
  const whole = glossary?.get(source) ?? model.translations.get(source)
  if (whole !== undefined || model.words === undefined) return whole
  const pieces = piecesOf(source, glossary ? new Map([...model.words, ...glossary]) : model.words)
  const written = pieces.map((piece) => (/^[A-Za-z]/.test(piece.source) ? english(piece.source, model) : piece.english))
  return written
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .trim()
}

function english(text: string, { english: by = 'copies' }: GoogleModelOptions): string {
  return by === 'copies' ? text : text.toLowerCase().split(' ').toReversed().join(' ')
}

/** HTML in English, with what real answers have: entities for apostrophes, and blanks inside elements. */
export function translateHtml(source: string, model: GoogleModelOptions): string | undefined {
  const whole = model.translations.get(textOf(source))
  if (whole !== undefined) return escaped(whole)
  if (model.words === undefined) return undefined
  return source
    .split(/(<span translate="no">.*?<\/span>)/)
    .map((part) => {
      const held = /^<span translate="no">(.*)<\/span>$/.exec(part)?.[1]
      if (held !== undefined && model.html === 'drops') return ''
      if (held === undefined) return escaped(translatePlain(textOf(part), model) ?? '')
      const inner = model.html === 'ignores' ? escaped(english(textOf(held), { ...model, english: 'rewrites' })) : held
      return `<span translate="no"> ${inner} </span>`
    })
    .join('')
}

interface Piece {
  readonly source: string
  readonly english: string
}

/** The text in words, the longest first, English stretches and figures; other characters are left out. */
function piecesOf(source: string, words: ReadonlyMap<string, string>): readonly Piece[] {
  const longest = longestOf(words)
  const pieces: Piece[] = []
  for (let at = 0; at < source.length; ) {
    const stretch = /^[A-Za-z][\w'’&<>"-]*(?: [A-Za-z][\w'’&<>"-]*)*|^\d[\d.,]*/.exec(source.slice(at))?.[0]
    const word = stretch ?? wordAt(source, at, words, longest)
    const character = source[at] ?? ''
    const piece = word ?? character
    pieces.push({ source: piece, english: words.get(piece) ?? stretch ?? punctuation[character] ?? '' })
    at += piece.length
  }
  return pieces
}

const longestKnown = new WeakMap<ReadonlyMap<string, string>, number>()

function longestOf(words: ReadonlyMap<string, string>): number {
  let longest = longestKnown.get(words)
  if (longest === undefined) {
    longest = 1
    for (const { length } of words.keys()) longest = Math.max(longest, length)
    longestKnown.set(words, longest)
  }
  return longest
}

function wordAt(source: string, at: number, words: ReadonlyMap<string, string>, longest: number): string | undefined {
  for (let length = Math.min(longest, source.length - at); length > 0; length -= 1) {
    const word = source.slice(at, at + length)
    if (words.has(word)) return word
  }
  return undefined
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

function textOf(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => {
    return Object.entries(entities).find(([, written]) => written === entity)?.[0] ?? entity
  })
}
