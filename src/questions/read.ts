import { jsonInText } from '../model/json-in-text.ts'
import { memberIn, membersOf } from '../model/names.ts'
import { type Question, questionCategories, questionKey, questionSeverities } from '../model/question.ts'
import { type AskedPair, mostQuestions } from './ask.ts'

/** In UTF-16 units: what is longer is a text, and no words of one. */
const longestQuote = 200

/**
 * The questions in a model's answer, by the ids of the pairs that were asked about. A pair that the answer does not have is
 * not among them, and may be asked about again: an answer that was cut off or cannot be read has none. Of an answer nothing
 * is taken but words that stand in the texts themselves, and names of kinds: whatever else a model wrote, or a text had it
 * write, goes nowhere.
 */
export function readQuestions(content: string, pairs: readonly AskedPair[]): ReadonlyMap<string, readonly Question[]> {
  const { answers } = membersOf(jsonInText(withoutThoughts(content)))
  const read = new Map<string, readonly Question[]>()
  for (const answer of listOf(answers)) {
    const { id, errors } = membersOf(answer)
    const pair = typeof id === 'string' || typeof id === 'number' ? pairs[Number(id) - 1] : undefined
    if (pair === undefined || !Array.isArray(errors) || read.has(pair.id)) continue
    const questions = errors.flatMap((error: unknown) => questionIn(error, pair) ?? [])
    const distinct = [...new Map(questions.map((question) => [questionKey(question), question])).values()]
    read.set(pair.id, distinct.slice(0, mostQuestions))
  }
  return read
}

/** A question whose words all stand in their texts; null for any other. */
function questionIn(error: unknown, pair: AskedPair): Question | null {
  const members = membersOf(error)
  const category = memberIn(questionCategories, members.category)
  const severity = memberIn(questionSeverities, members.severity)
  const source = quoteIn(members.source, pair.source)
  const target = quoteIn(members.target, pair.target)
  if (category === undefined || severity === undefined || source === null || target === null) return null
  if (source === '' && target === '') return null
  return { category, severity, ...(source !== '' && { source }), ...(target !== '' && { target }) }
}

/** What is quoted of a text, without the blanks around it; '' for nothing, null for what does not stand there. */
function quoteIn(quoted: unknown, text: string): string | null {
  if (quoted === undefined || quoted === null) return ''
  if (typeof quoted !== 'string') return null
  const words = quoted.trim()
  return words.length <= longestQuote && text.includes(words) ? words : null
}

function withoutThoughts(content: string): string {
  return content.slice(content.lastIndexOf('</think>') + 1)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
