import type { Finding } from '../../src/model/finding.ts'
import type { Sentence } from './messages.ts'
import { shiftFindings } from './shift-findings.ts'

/** What was found in a sentence that stood like this. */
export interface CheckedSentence {
  readonly sentence: Sentence
  readonly findings: readonly Finding[]
}

/** What has been said of a sentence, stored or being typed, as far as it holds for the sentence as it stands. */
export function latestFindings(
  document: ReadonlyMap<string, CheckedSentence>,
  typed: CheckedSentence | null,
  sentence: Sentence,
): readonly Finding[] {
  const stored = document.get(sentence.id)
  const exact = [typed, stored].find((said) => said && sameSentence(said.sentence, sentence))
  const said = exact ?? (typed?.sentence.id === sentence.id ? typed : stored)
  return said?.sentence.source === sentence.source
    ? shiftFindings(said.findings, said.sentence.target, sentence.target)
    : []
}

export function sameSentence(a: Sentence, b: Sentence): boolean {
  return a.id === b.id && a.kind === b.kind && a.source === b.source && a.target === b.target
}
