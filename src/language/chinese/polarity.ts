import type { Span } from '../../model/finding.ts'
import { entriesOf } from '../lists.ts'
import { adversities, denials, notDenials, plainDenials, possibilities } from './data/polarity.ts'

const anyOf = (list: string) => new RegExp(entriesOf(list).join('|'), 'u')

const patterns = { denial: anyOf(denials), possibility: anyOf(possibilities), adversity: anyOf(adversities) } as const
export type Polarity = keyof typeof patterns

/** Whether anything in a Chinese text may say this. 去年 takes nothing away, and 5月 is May in English. */
export function mayExpress(text: string, polarity: Polarity): boolean {
  const own = text.includes('去年') ? text.replaceAll('去年', '') : text
  return patterns[polarity].test(own) || (polarity === 'possibility' && /5\s*月/u.test(own))
}

/** A verb and its denial side by side ask, and deny nothing: 能不能, 有没有. */
const asked = '(\\p{Script=Han})[不没]\\1'
const spared = new RegExp([asked, ...entriesOf(notDenials)].join('|'), 'gu')
const plain = new RegExp(entriesOf(plainDenials).join('|'), 'gu')

/** What denies in a Chinese text so plainly that its English denies, too. */
export function plainDenialsIn(text: string): readonly Span[] {
  const rest = text.replace(spared, (word) => ' '.repeat(word.length))
  return [...rest.matchAll(plain)].map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
}
