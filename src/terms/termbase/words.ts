import { tokensOf } from '../../language/english/tokens.ts'
import { foldLookalikes } from '../../language/text/fold.ts'
import type { Term } from '../../model/term.ts'

/** The words of a term's renderings, in small letters, each once; none of forbidden ones or of a retired term. */
export function wordsOfTerm({
  status,
  renderings,
  laterMention = '',
  abbreviation = '',
  inflections = [],
}: Term): ReadonlySet<string> {
  const words = new Set<string>()
  if (status === 'retired') return words
  const texts = renderings.flatMap(({ status, text }) => (status === 'forbidden' ? [] : [text]))
  for (const text of [...texts, laterMention, abbreviation, ...inflections])
    for (const { type, lower } of tokensOf(foldLookalikes(text).text)) if (type === 'word') words.add(lower)
  return words
}
