import { indefiniteBefore, isArticle } from '../language/english/articles.ts'
import { capitalisedLike } from '../language/english/capitals.ts'
import { wordsOf } from '../language/english/words.ts'

const articleBefore = /(?<![\p{L}\p{N}’'-])(the|an?) /giu

/**
 * A text whose articles fit the settled English right after them: `a` and `an` by its first word, and no second article
 * before one of its own.
 */
export function mendArticles(text: string, settled: readonly string[]): string {
  return [...new Set(settled)].reduce((mended, english) => {
    const [first, second] = wordsOf(english)
    if (first === undefined || first.from > 0) return mended
    const hasArticle = isArticle(first.text)
    const wanted = hasArticle ? null : indefiniteBefore(first.text, second?.gap === ' ' && !second.afterSpace)
    return mended.replace(articleBefore, (article, word: string, at: number) => {
      const end = at + article.length + english.length
      if (!mended.startsWith(english, at + article.length) || /^[\p{L}\p{N}]/u.test(mended.slice(end, end + 2))) {
        return article
      }
      if (hasArticle) return ''
      return wanted === null || word.toLowerCase() === 'the' ? article : `${capitalisedLike(word, wanted)} `
    })
  }, text)
}
