import type { Check, SegmentContext } from '../../src/checks/check.ts'
import { proofreading } from '../../src/checks/proofing.ts'
import { checkAcross } from '../../src/checks/registry.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Proofread } from '../../src/proofing/proofread.ts'
import { createRecogniser } from '../../src/terms/recognition/recognise.ts'
import type { Rules, Sentence } from './messages.ts'

/** Reads a document for what is too much work between two key presses: its English, and what takes all of it to see. */
export interface Reader {
  /** What is found in the document as it stands. */
  checkDocument(sentences: readonly Sentence[]): readonly Finding[]
  /** What is found in one of its sentences if it stood like this. */
  checkSentence(sentence: Sentence): readonly Finding[]
}

/** A reader by these rules; without a proofreader it reads only across the document. */
export function createDocumentChecker({ terms, words, style }: Rules, proofread: Proofread | null): Reader {
  const recognise = createRecogniser(terms)
  const check: Check = proofread === null ? () => [] : proofreading({ proofread, words })
  let known = new Map<string, { readonly context: SegmentContext; readonly findings: readonly Finding[] }>()

  const read = ({ id, kind, source, target }: Sentence) => {
    const before = known.get(id)
    if (before?.context.kind === kind && before.context.source === source && before.context.target === target)
      return before
    const context = { segment: id, kind, source, target, terms: recognise(source), style }
    return { context, findings: check(context) }
  }
  return {
    checkDocument(sentences) {
      const all = sentences.map(read)
      known = new Map(all.map((one) => [one.context.segment, one]))
      return [...all.flatMap(({ findings }) => findings), ...checkAcross(all.map(({ context }) => context))]
    },
    checkSentence(sentence) {
      const { context, findings } = read(sentence)
      const contexts = [...known.values()].map((one) => (one.context.segment === sentence.id ? context : one.context))
      return [...findings, ...checkAcross(contexts).filter(({ segment }) => segment === sentence.id)]
    },
  }
}
