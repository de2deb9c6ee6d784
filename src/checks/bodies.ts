import { bodyEndings } from '../language/chinese/data/body-endings.ts'
import { bodyNameLinks, bodyNouns } from '../language/english/data/body-nouns.ts'
import { wordsOf } from '../language/english/words.ts'
import { entriesOf } from '../language/lists.ts'
import type { Remark, Span } from '../model/finding.ts'
import { flatMapSteps, type Steps } from '../model/steps.ts'
import { covering } from '../terms/verification/spans.ts'
import { verifyTerm } from '../terms/verification/verify.ts'
import type { SegmentContext } from './check.ts'

interface Body extends Span {
  readonly name: string
}

const chinese = new RegExp(
  `(?<=^|[，,、。；;：:（(“\\s由在与和向到对自经])[\\u3400-\\u9fff]{2,14}?(?:${entriesOf(bodyEndings).join('|')})(?![城生法部分附系级内外])`,
  'g',
)
/** The words before the name in the same run of characters: 他来自…, 日前在…. */
const lead = /^.*[由在向到自](?=.{4})/
const heads = new Set(entriesOf(bodyNouns).map((noun) => noun.charAt(0).toUpperCase() + noun.slice(1)))
const links = new Set(entriesOf(bodyNameLinks))

/**
 * Across a document: the name of a body (a committee, a company) that is not a term and is translated otherwise than at
 * its first occurrence. Reported only where both languages name exactly one such body in either segment, and neither
 * rendering is a shorter form of the other.
 */
export function* bodies(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const firsts = new Map<string, { readonly segment: string; readonly text: string }>()
  return yield* flatMapSteps(contexts, ({ segment, source, target, terms }): readonly Remark[] => {
    const isTerm = covering(terms)
    const inTerm = (span: Span) =>
      isTerm(span) || terms.some(({ from, to }) => from < span.to && to > span.from && to >= span.to)
    const named = [...source.matchAll(chinese)].map((match): Body => {
      const name = match[0].replace(lead, '')
      const to = match.index + match[0].length
      return { name, from: to - name.length, to }
    })
    const [body] = named
    if (body === undefined || named.length > 1 || inTerm(body)) return []
    const isRendering = covering(terms.flatMap(({ term }) => verifyTerm(term, target).met))
    const bodySpans = englishBodies(target).filter((span) => !isRendering(span))
    const [span] = bodySpans
    if (span === undefined || bodySpans.length > 1) return []
    const text = target.slice(span.from, span.to)
    const first = firsts.get(body.name)
    if (first === undefined) {
      firsts.set(body.name, { segment, text })
      return []
    }
    if (isShorter(text, first.text) || isShorter(first.text, text)) return []
    return [
      {
        code: 'name-two-ways',
        severity: 'warning',
        segment,
        source: { from: body.from, to: body.to },
        target: span,
        params: { name: body.name, found: text, other: first.text, segment: first.segment },
        fix: first.text,
      },
    ]
  })
}

/** Runs of capitalised words, joined by link words, that contain the head noun of a body's name. */
function englishBodies(target: string): readonly Span[] {
  const words = wordsOf(target)
  const spans: Span[] = []
  for (let at = 0; at < words.length; at++) {
    if (!/^\p{Lu}/u.test(words[at]?.text ?? '') || links.has((words[at]?.text ?? '').toLowerCase())) continue
    let last = at
    let hasHead = false
    for (let next = at; next < words.length; next++) {
      const word = words[next]
      if (word === undefined || (next > at && word.gap !== ' ')) break
      if (/^\p{Lu}/u.test(word.text)) {
        last = next
        hasHead ||= heads.has(word.text)
      } else if (!links.has(word.text)) break
    }
    if (hasHead) spans.push({ from: words[at]?.from ?? 0, to: words[last]?.to ?? 0 })
    at = last
  }
  return spans
}

/** Whether every word of the short name is in the long one: the Commission, for the Health Commission. */
function isShorter(short: string, long: string): boolean {
  const others = new Set(wordsOf(long.toLowerCase()).map(({ text }) => text.replace(/'s$/, '')))
  return wordsOf(short.toLowerCase()).every(({ text }) => links.has(text) || others.has(text.replace(/'s$/, '')))
}
