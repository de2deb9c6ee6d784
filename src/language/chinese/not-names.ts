import { entriesOf } from '../lists.ts'
import { notNames } from './data/not-names.ts'

const words = new Set(entriesOf(notNames))
const beginnings = [...words].filter((word) => word.endsWith('…')).map((word) => word.slice(0, -1))
const never = new RegExp(`^(?:${beginnings.join('|')})`)

/** Whether words that have the form of a person's name are a name nowhere: 向大家, 高质量. */
export function isNeverName(text: string): boolean {
  return never.test(text)
}

/** Whether words that have the form of a person's name head a topic where they stand before a colon: 任务. */
export function isTopic(text: string): boolean {
  return words.has(text) || isNeverName(text)
}
