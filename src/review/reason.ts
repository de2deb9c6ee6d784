/** Words that agree and give no reason, in either language. */
const fillers =
  /^(?:ok(?:ay)?|o\.?k\.?|fine|good|right|correct|yes|yep|yeah|no|none|nil|n\/?a|done|sure|approved?|agreed?|accept(?:ed)?|waived?|ignored?|same|so|it|is|that|this|all|problem|never|mind|test)$/i
const chineseFillers =
  /^(?:好|的|了|可以|行|同意|没问题|没有问题|无|嗯|哦|是|对|知道|已阅|无误|通过|忽略|略|豁免|没事|确认|接受|正常|测试|这样|就)+$/

/**
 * Whether a reason says why: a waiver is published with its reason. Letters are needed, and more than a word of
 * agreement (ok, fine, 好的, 没问题), the same again or a key held down.
 */
export function givesReason(text: string): boolean {
  const words = text.match(/[\p{Letter}\p{Number}]+(?:[./'’][\p{Letter}\p{Number}]+)*/gu) ?? []
  const saying = words.filter((word) => !fillers.test(word) && !chineseFillers.test(word) && !/^(.)\1*$/u.test(word))
  const letters = saying.join('').match(/\p{Letter}/gu) ?? []
  return letters.some((letter) => /\p{Script=Han}/u.test(letter)) ? letters.length >= 2 : letters.length >= 3
}
