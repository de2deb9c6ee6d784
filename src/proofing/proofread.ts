import { tokensOf } from '../language/english/tokens.ts'
import type { BlockKind } from '../model/document.ts'
import type { Dialect } from '../model/house-style.ts'
import { agreement } from './agreement/agreement.ts'
import { allowedBy } from './allowed.ts'
import { articles } from './article-rule.ts'
import { confused } from './confused.ts'
import { dashes } from './dashes.ts'
import { createDictionary, type Dictionary, type DictionaryFiles } from './dictionary.ts'
import { marks } from './marks.ts'
import { nounNumber } from './noun-number.ts'
import type { ProofItem } from './proof-item.ts'
import { spelling } from './spelling.ts'
import { verbForms } from './verb-forms.ts'

/** How a text is read: the English of the house, the words of its terms and names, and what block it stands in. */
export interface ProofOptions {
  readonly dialect: Dialect
  readonly words: readonly string[]
  readonly kind: BlockKind
}

/** Proofreads one segment: total on any text, and in a time that grows with its length alone. */
export type Proofread = (text: string, options: ProofOptions) => readonly ProofItem[]

/** A proofreader, and what it needs no leave for. */
export interface Proofreader {
  readonly proofread: Proofread
  /** Whether the dialect's dictionary has a word as it is: such words need not be among those allowed. */
  isListed(dialect: Dialect, word: string): boolean
}

/** A proofreader over the dictionaries of both dialects. Making one takes a third of a second; it is made once. */
export function createProofreader(dictionaries: Readonly<Record<Dialect, DictionaryFiles>>): Proofreader {
  const dictionary = createDictionary(dictionaries)
  return { proofread: proofreadBy(dictionary), isListed: dictionary.writes }
}

function proofreadBy(dictionary: Dictionary): Proofread {
  return (text, { dialect, words, kind }) => {
    const tokens = tokensOf(text)
    // Headlines drop articles and verbs, and so do names with titles: there only letters and marks are read.
    const sentences =
      kind === 'heading' || kind === 'byline' || kind === 'cell' ? [] : [agreement, verbForms, nounNumber]
    const items = [
      ...spelling(text, tokens, { dialect, allowed: allowedBy(words), dictionary }),
      ...articles(text, tokens),
      ...confused(text, tokens, dictionary),
      ...sentences.flatMap((rule) => rule(text, tokens, dictionary)),
      ...marks(text),
      ...dashes(text, dialect),
    ]
    return items.sort((a, b) => a.span.from - b.span.from)
  }
}
