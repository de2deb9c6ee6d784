import type { Check, SegmentContext } from '../../src/checks/check.ts'
import { proofreading } from '../../src/checks/proofing.ts'
import { checkAcrossSteps, checkSegment } from '../../src/checks/registry.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Steps } from '../../src/model/steps.ts'
import type { Proofread } from '../../src/proofing/proofread.ts'
import { createRecogniser } from '../../src/terms/recognition/recognise.ts'
import type { Rules, Sentence, SentenceFindings, SentSentence } from './messages.ts'

/** Checks the sentences of a document for what is too much work between two key presses. */
export interface DocumentChecker {
  /** Takes sentences that are new or stand otherwise than before: they wait to be checked, in this order. */
  take(sentences: readonly SentSentence[]): void
  /** Takes the order of the document, and forgets what is not in it. */
  putInOrder(ids: readonly string[]): void
  /** The sentences that it holds, in no order, and the order of the document. */
  sentences(): readonly SentSentence[]
  order(): readonly string[]
  /** Checks the sentence that has waited longest; null when none waits. */
  checkNext(): (SentenceFindings & { readonly id: string; readonly serial: number }) | null
  waiting(): number
  /** What is found in the English of a sentence if it stood like this. */
  proofread(sentence: Sentence): readonly Finding[]
  /**
   * What comparing the sentences finds, by sentence, where that differs from what was said of it last; with one of them
   * as it is being typed, what concerns that one. Sentences that change meanwhile are compared as they were.
   */
  compareSteps(typed?: Sentence): Steps<readonly ComparedSentence[]>
}

export interface ComparedSentence {
  readonly id: string
  readonly serial: number
  readonly findings: readonly Finding[]
}

/** A checker by these rules; without a proofreader no English is read. */
export function createDocumentChecker({ terms, words, style }: Rules, proofread: Proofread | null): DocumentChecker {
  const recognise = createRecogniser(terms)
  const read: Check = proofread === null ? () => [] : proofreading({ proofread, words })
  const held = new Map<string, { readonly sentence: SentSentence; readonly context: SegmentContext }>()
  const waiting = new Set<string>()
  /** What was said last of sentences in which comparing has found something, and of which words. */
  const said = new Map<string, { readonly serial: number; readonly findings: string }>()
  let order: readonly string[] = []

  const contextOf = ({ id, kind, source, target, inline }: Sentence): SegmentContext => ({
    segment: id,
    kind,
    source,
    target,
    terms: recognise(source),
    style,
    ...(inline && { inline }),
  })
  return {
    take(sentences) {
      for (const sentence of sentences) {
        held.set(sentence.id, { sentence, context: contextOf(sentence) })
        waiting.delete(sentence.id)
        waiting.add(sentence.id)
      }
    },
    putInOrder(ids) {
      order = ids
      const present = new Set(ids)
      for (const id of held.keys()) {
        if (present.has(id)) continue
        held.delete(id)
        waiting.delete(id)
        said.delete(id)
      }
    },
    sentences: () => [...held.values()].map(({ sentence }) => sentence),
    order: () => order,
    checkNext() {
      for (const id of waiting) {
        waiting.delete(id)
        const known = held.get(id)
        if (known === undefined) continue
        const { sentence, context } = known
        return { id, serial: sentence.serial, segment: checkSegment(context), proof: read(context) }
      }
      return null
    },
    waiting: () => waiting.size,
    proofread: (sentence) => read(contextOf(sentence)),
    *compareSteps(typed) {
      const compared = order.flatMap((id) => held.get(id) ?? [])
      const contexts = compared.map(({ context }) => (context.segment === typed?.id ? contextOf(typed) : context))
      const findings = yield* checkAcrossSteps(contexts)
      const bySentence = Map.groupBy(findings, ({ segment }) => segment)
      return compared.flatMap(({ sentence: { id, serial } }) => {
        const found = bySentence.get(id)
        if (typed !== undefined) return found === undefined || typed.id !== id ? [] : [{ id, serial, findings: found }]
        const last = said.get(id)
        if (found === undefined && last === undefined) return []
        const now = { serial, findings: JSON.stringify(found ?? []) }
        if (last?.serial === now.serial && last.findings === now.findings) return []
        said.set(id, now)
        return [{ id, serial, findings: found ?? [] }]
      })
    },
  }
}
