import { expectDefined } from '../../model/expect.ts'
import { preferredRendering, type Term } from '../../model/term.ts'
import type { EngineCall, EngineRequest } from '../../ports/engine.ts'

/** The request of a call that has one. */
export function onlyRequest({ requests }: Pick<EngineCall, 'requests'>): EngineRequest {
  return expectDefined(requests[0], 'a request')
}

/**
 * A text on one line. Models trained on single paragraphs drop what follows a line break, and a line of a source could
 * otherwise pass for a line of their form.
 */
export function paragraph(text: string): string {
  return text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g, ' ').trim()
}

export interface TermPair {
  readonly source: string
  readonly target: string
}

/** The forms of terms that stand in a source, each with its preferred rendering. */
export function termPairs(source: string, terms: readonly Term[]): readonly TermPair[] {
  return terms.flatMap((term) => {
    const forms = term.source.filter((form) => source.includes(form))
    const target = paragraph(preferredRendering(term))
    return (forms.length > 0 ? forms : term.source.slice(0, 1)).map((form) => ({ source: paragraph(form), target }))
  })
}

/**
 * The thoughts that a model wrote before its answer removed: all up to their last end, since templates may open them
 * outside the answer; nothing is left of thoughts without an end. A document that speaks of thoughts itself could cut the
 * answer short so, hence for it only thoughts that are opened are.
 */
export function withoutThoughts(content: string, requests: readonly EngineRequest[]): string {
  const isInDocument = requests.some(({ source }) => source.includes('</think>'))
  const thoughts = isInDocument ? /^\s*<think>[\s\S]*?<\/think>/ : /^[\s\S]*<\/think>/
  return content.replace(thoughts, '').replace(/^\s*<think>[\s\S]*$/, '')
}

/** The answer of a model that was asked for one text and writes it alone. An empty one is none. */
export function readText(content: string, requests: readonly EngineRequest[]): ReadonlyMap<string, string> {
  const target = withoutThoughts(content, requests).trim()
  const [request] = requests
  return new Map(request && target !== '' ? [[request.id, target]] : [])
}
