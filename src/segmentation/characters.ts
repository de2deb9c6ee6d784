import { codePointName, invisibleIn, lookalikesIn, mixedWordsIn } from '../language/text/oddities.ts'
import type { RawBlock } from '../model/document.ts'
import { type ImportNotice, type ImportNoticeCode, notice } from '../model/import-notice.ts'
import { plain } from '../model/inline.ts'

/** Different characters that are named in a notice. */
const mostNamed = 5

/** What an importer is told of characters that are not what they look like: PDF and web pages put them into texts. */
export function noticesOfCharacters(blocks: readonly RawBlock[]): readonly ImportNotice[] {
  const texts = blocks.map(({ text }) => plain(text))
  return [
    ...counted(
      'characters-invisible',
      texts.flatMap(invisibleIn).map(({ text }) => codePointName(text)),
    ),
    ...counted(
      'characters-alike',
      texts.flatMap(lookalikesIn).map(({ text, ideograph }) => `${text} (${codePointName(text)}) ${ideograph}`),
    ),
    ...counted(
      'scripts-mixed',
      texts.flatMap(mixedWordsIn).map(({ text, letter }) => `${text} (${codePointName(letter)})`),
    ),
  ]
}

function counted(code: ImportNoticeCode, names: readonly string[]): readonly ImportNotice[] {
  if (names.length === 0) return []
  const distinct = [...new Set(names)]
  const rest = distinct.length > mostNamed ? ', …' : ''
  const examples = distinct.slice(0, mostNamed).join(', ').toWellFormed() + rest
  return [notice(code, { count: String(names.length), examples })]
}
