import type { Pair } from './pairs.ts'

/** Words with which the sentence continues after a quotation that ended in a mark of its own: “……？”的疑问、“……！”这一口号. */
const goesOn = new RegExp(
  `^(?:${[
    '[的地得]',
    '等(?![到待着我你他她])',
    '之(?![后前]|所以)',
    '这(?:[二两三四五六七八九十几些个种类句番段条项首部]|样(?!一来|[，,])|一(?![年天刻切晚夜路]))',
    '那(?:[些个种句番段]|样的)',
    '一(?:[词语句类说题文书话]|番话)',
    '为(?:主题|题|名|口号|目标|代表|核心|导向|内容|宗旨|契机|标志)',
    '[两三四五六七八九十几][个大种道句类项]',
    '以及|及其',
    '和(?![谐平])',
    '与(?![此会])',
    '或(?!许)',
    '是(?!否|以)',
    '字样',
  ].join('|')})`,
)

/** The attribution after a quotation: “……。”老王说。 or “……。”老王说，“……。” */
const attribution =
  /^[^\s，,。！!？?；;：:“”"「」]{1,20}(?:[说說道问問答喊]|表示|介绍|介紹|回忆|回憶|感慨|感叹|坦言|强调|強調|指出)(?:[。！!]|[，,：:]\s*[“"「])/

/** Words before an ellipsis inside a pattern: 从……到……、既……又……. */
const leadsUp = /[从到当既又越以把将对由和与在让]/

/** An ellipsis in a count: 第一、第二……第十. */
const counts = /[第一二三四五六七八九十百千万\d]/

/**
 * Whether the sentence continues at `at`, directly after the closing mark of `quote`, whose text ended in `mark`.
 * Question and exclamation marks inside a quotation that is part of a sentence end the quotation only
 * (围绕“怎么看？”“怎么办？”两个问题).
 */
export function continuesAfterQuote(line: string, at: number, quote: Pair, mark: string): boolean {
  const rest = line.slice(at, at + 32)
  if (/^[—–]/.test(rest) || goesOn.test(rest)) return true
  if (quote.embedded) return !/[。｡．.]/.test(mark) && !/^\s/.test(rest)
  return attribution.test(rest)
}

/** Whether the sentence continues after an ellipsis at `from` to `to`. */
export function continuesAfterEllipsis(line: string, from: number, to: number): boolean {
  const before = line[from - 1]
  if (before !== undefined && leadsUp.test(before)) return true
  if (counts.test(before ?? '') && counts.test(line[to] ?? '')) return true
  return goesOn.test(line.slice(to, to + 8)) || /^\s*[a-z]/.test(line.slice(to, to + 8))
}
