import { isArticle } from '../../language/english/articles.ts'
import { isPreposition } from '../../language/english/function-words.ts'
import { headOf } from '../../language/english/noun-phrase.ts'
import { opensVerbPhrase } from '../../language/english/verbs.ts'
import type { Word } from '../../language/english/words.ts'

/** What a word of a rendering may be inflected as. */
type Part = 'head' | 'inner' | 'verb' | 'fixed'

/** A word of a rendering that is looked for. */
export interface Wanted extends Word {
  readonly part: Part
  /** In lower case. */
  readonly key: string
}

/** The words of a rendering, ready to be looked for. */
export interface Phrase {
  readonly words: readonly Wanted[]
  /** Nothing in it is a name: articles inside may come and go, and words be written as one. */
  readonly common: boolean
}

/** Makes a phrase of the words of a rendering. `verb` says that it is known to be one of a verb. */
export function phraseOf(
  rendering: readonly Word[],
  options: { readonly verb: boolean; readonly exact?: boolean },
): Phrase {
  const words = options.exact ? rendering : withoutArticle(rendering)
  const common = words.every(({ text }) => text === text.toLowerCase())
  const [first] = words
  const verbal =
    !options.exact &&
    common &&
    first !== undefined &&
    (options.verb || opensVerbPhrase(first.text) || takesObject(words))
  const head = verbal ? -1 : headOf(words)
  const partOf = (word: Word, at: number): Part => {
    if (options.exact) return 'fixed'
    if (verbal && (at === 0 || opensVerbPhrase(word.text))) return 'verb'
    if (at === head) return 'head'
    return common ? 'inner' : 'fixed'
  }
  return {
    words: words.map((word, at) => ({ ...word, part: partOf(word, at), key: word.text.toLowerCase() })),
    common,
  }
}

function withoutArticle(words: readonly Word[]): readonly Word[] {
  return words.length > 1 && isArticleWord(words[0]) ? words.slice(1) : words
}

export function isArticleWord(word: Word | undefined): boolean {
  return word !== undefined && isArticle(word.text.toLowerCase())
}

/** A word before an article governs it: sound the alarm. */
function takesObject([first, second]: readonly Word[]): boolean {
  return second?.gap === ' ' && isArticleWord(second) && !isPreposition(first?.text ?? '')
}
