import type { MemoryPair } from '../../../../src/model/match.ts'
import type { Term } from '../../../../src/model/term.ts'
import { chineseFor, englishFor } from '../../../../src/terms/extraction/other-side.ts'
import {
  addRendering,
  changeRendering,
  emptyForm,
  fieldsOfTerm,
  formOf,
  type TermForm,
} from '../../glossary/logic/form.ts'

type Pairs = readonly Pick<MemoryPair, 'source' | 'target'>[]

/** A new term of chosen words. The side that was not chosen is proposed from finished pairs; else it is empty. */
export function formOfWords(
  { source, target }: { readonly source: string; readonly target: string },
  sentence: string,
  pairs: Pairs,
): TermForm {
  const chinese = source === '' && target !== '' ? chineseFor(target, sentence, pairs) : source
  const english = target === '' && source !== '' ? englishFor(source, pairs) : target
  return { ...emptyForm, source: chinese, renderings: [{ key: 0, text: english, status: 'preferred' }] }
}

/** A term with English that it must not have. Where that is the preferred one, there is a line for another. */
export function formOfForbidden(term: Term, english: string): TermForm {
  const form = formOf(fieldsOfTerm(term))
  const line = form.renderings.find(({ text }) => text === english)
  if (line !== undefined) {
    const forbidden = changeRendering(form, line.key, { status: 'forbidden' })
    return line.status === 'preferred' ? addRendering(forbidden, 'preferred') : forbidden
  }
  const added = addRendering(form, 'forbidden')
  const last = added.renderings.at(-1)
  return last === undefined ? added : changeRendering(added, last.key, { text: english })
}
