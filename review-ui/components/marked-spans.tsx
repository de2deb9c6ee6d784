import type { Span } from '../../src/model/finding.ts'
import { partsOf } from '../text/parts.ts'

/** A text with some of its words marked: the places that are looked for. */
export function MarkedSpans({ text, spans }: { text: string; spans: readonly Span[] }) {
  return partsOf(text, spans).map(({ from, text, found }) => (found ? <mark key={from}>{text}</mark> : text))
}
