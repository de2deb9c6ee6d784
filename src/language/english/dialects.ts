import type { Dialect } from '../../model/house-style.ts'

/**
 * How British and American spelling differ, each way; what a pattern makes counts only where the dialect lists the word. By
 * hand from the pairs of SCOWL’s variants.
 */
const turns: readonly (readonly [british: RegExp, american: string, back: RegExp, british: string])[] = [
  [/our/, 'or', /or/, 'our'],
  [/is(e|ed|es|ing|er|ers|ation|ations|ational)$/, 'iz$1', /iz(e|ed|es|ing|er|ers|ation|ations|ational)$/, 'is$1'],
  [/ys(e|ed|es|ing|er|ers)$/, 'yz$1', /yz(e|ed|es|ing|er|ers)$/, 'ys$1'],
  [/tre(s|d)?$/, 'ter$1', /ter(s|ed)?$/, 'tre$1'],
  [/ll/, 'l', /l/, 'll'],
  [/ogue/, 'og', /og/, 'ogue'],
  [/ence/, 'ense', /ense/, 'ence'],
  [/ae/, 'e', /e/, 'ae'],
  [/oe/, 'e', /e/, 'oe'],
  [/mme/, 'm', /m/, 'mme'],
  [/l(ment|s|)$/, 'll$1', /ll(ment|s|)$/, 'l$1'],
  [/ey/, 'ay', /ay/, 'ey'],
  [/age/, 'ag', /ag/, 'age'],
  [/oul/, 'ol', /ol/, 'oul'],
  [/ph/, 'f', /f/, 'ph'],
  [/pp/, 'p', /p/, 'pp'],
  [/ium/, 'um', /um/, 'ium'],
]

/**
 * The same word as the dialect spells it, all in lower case; null where none is listed, or where it is British English in
 * the spelling of Oxford and the United Nations (organize). `isListed` tells whether the dialect has a spelling.
 */
export function spelledIn(dialect: Dialect, word: string, isListed: (spelling: string) => boolean): string | null {
  if (dialect === 'british' && /iz(?:e|ed|es|ing|er|ers|ation|ations|ational)$/.test(word)) return null
  for (const [british, american, back, other] of turns) {
    const turned = dialect === 'american' ? word.replace(british, american) : word.replace(back, other)
    if (turned !== word && isListed(turned)) return turned
  }
  return null
}
