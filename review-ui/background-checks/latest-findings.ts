import type { Finding } from '../../src/model/finding.ts'
import type { Sentence } from './messages.ts'
import { shiftFindings } from './shift-findings.ts'

/** What was found in a sentence that stood like this. */
export interface CheckedSentence {
  readonly sentence: Sentence
  readonly findings: readonly Finding[]
}

/** The latest findings in a sentence, as stored or as typed, moved to where they are in its present text. */
export function latestFindings(
  document: ReadonlyMap<string, CheckedSentence>,
  typed: CheckedSentence | null,
  sentence: Sentence,
): readonly Finding[] {
  const stored = document.get(sentence.id)
  const exact = [typed, stored].find((checked) => checked && sameSentence(checked.sentence, sentence))
  const checked = exact ?? (typed?.sentence.id === sentence.id ? typed : stored)
  return checked?.sentence.source === sentence.source
    ? shiftFindings(checked.findings, checked.sentence.target, sentence.target)
    : []
}

export function sameSentence(a: Sentence, b: Sentence): boolean {
  return a.id === b.id && a.kind === b.kind && a.source === b.source && a.target === b.target
}
