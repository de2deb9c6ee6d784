import { hasFormOfName, namePattern } from '../language/chinese/name-forms.ts'
import { titleInLabel } from '../language/chinese/titles.ts'

/**
 * The label of a speaker: the text before the first colon of a line, or in brackets at its beginning. A `person` with
 * `sure` false has the form of a name but no other evidence.
 */
export type Label =
  | { readonly type: 'question'; readonly speaker?: string }
  | { readonly type: 'answer' }
  | { readonly type: 'host'; readonly speaker: string }
  | { readonly type: 'person'; readonly speaker: string; readonly sure: boolean }

const beforeColon = /^\s*([^:：，,。！!？?；;“”"《》\n]{1,40})[:：](.*)$/su
/** 【云溪日报记者】 and [王小明], in transcripts on the web. */
const inBrackets = /^\s*[【[［]([^】\]］：:，,。]{1,40})[】\]］]\s*[:：]?(.*)$/su
const reporter = new RegExp(`记者(?:[ \\u3000]*${namePattern}|[（(][^（()）]{2,12}[）)])?$|記者$`, 'u')
/** 面对记者: 有记者: — a sentence about reporters, not a label. */
const aboutReporters = /^(?:面对|对于?|向|据|有|当|针对|接受|回答|关于|各位|参会|与会|本报记者[ \u3000]|本报通讯员)/
/** 林小舟 何静: the names after 本报记者: in a byline. */
const names = new RegExp(`^${namePattern}(?:[、,， \\u3000]+${namePattern})*$`, 'u')
const asks = /^(?:问|提问|记者问|现场提问|网友|网友提问|观众提问|問)$/
const answers = /^(?:答|答复|回答|答复如下)$/
const host = new RegExp(`^(?:[^、]{0,20})?主持人[ \\u3000]*(${namePattern})?$`, 'u')
const titleFirst = new RegExp(`^.{0,40}${titleInLabel}[ \\u3000]*(${namePattern}|[^\\s]+·[^\\s]+)$`, 'u')
const nameFirst = new RegExp(`^(${namePattern})[ \\u3000]*(?:${titleInLabel}|[（(][^（()）]{2,40}[）)])$`, 'u')
const office = /^.{0,20}发言人$/u

/** The label of a line; null if the text before the colon is anything else, such as a topic (关于立体交通网建设:). */
export function labelOf(line: string): Label | null {
  const match = inBrackets.exec(line) ?? beforeColon.exec(line)
  const label = match?.[1]?.trim()
  const words = match?.[2]?.trim() ?? ''
  if (label === undefined || label === '') return null
  if (asks.test(label)) return { type: 'question' }
  if (answers.test(label)) return { type: 'answer' }
  // 本报记者：林小舟 is a byline.
  if (reporter.test(label) && !aboutReporters.test(label) && !names.test(words))
    return { type: 'question', speaker: label }
  const presenter = host.exec(label)
  if (presenter !== null) return { type: 'host', speaker: presenter[1] ?? label }
  const titled = titleFirst.exec(label)?.[1] ?? nameFirst.exec(label)?.[1]
  if (titled !== undefined && hasFormOfName(titled)) return { type: 'person', speaker: titled, sure: true }
  if (office.test(label)) return { type: 'person', speaker: label, sure: true }
  return hasFormOfName(label) ? { type: 'person', speaker: label, sure: false } : null
}
