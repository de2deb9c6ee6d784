import type { Dialect } from '../../model/house-style.ts'
import type { Steps } from '../../model/steps.ts'
import type { Proofreader } from '../../proofing/proofread.ts'
import { type Recognition, recogniserOf } from '../../terms/recognition/recognise.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'

/** The terms of one state of the termbase, as documents are held against them. */
export interface HeldTerms {
  /** Which state of the termbase it is. */
  readonly head: string
  /** The terms in a source text, looked for once. */
  readonly recognition: (text: string) => Recognition
  /** The words of terms that the dictionary of a dialect lacks, looked up once. */
  readonly unlistedSteps: (dialect: Dialect) => Steps<readonly string[]>
}

export function holdTerms({ head, forms, words }: Termbase, isListed: Proofreader['isListed']): HeldTerms {
  const recognise = recogniserOf(forms)
  const recognitions = new Map<string, Recognition>()
  const lists = new Map<Dialect, readonly string[]>()
  return {
    head,
    recognition(text) {
      const known = recognitions.get(text) ?? recognise(text)
      recognitions.set(text, known)
      return known
    },
    *unlistedSteps(dialect) {
      const known = lists.get(dialect)
      if (known) return known
      const unlisted: string[] = []
      for (const word of words.keys()) {
        if (!isListed(dialect, word)) unlisted.push(word)
        yield
      }
      lists.set(dialect, unlisted)
      return unlisted
    },
  }
}

/** The same verdicts, each asked for once. */
export function rememberListed(isListed: Proofreader['isListed']): Proofreader['isListed'] {
  const verdicts = new Map<Dialect, Map<string, boolean>>()
  return (dialect, word) => {
    const known = verdicts.get(dialect) ?? new Map<string, boolean>()
    verdicts.set(dialect, known)
    const verdict = known.get(word) ?? isListed(dialect, word)
    known.set(word, verdict)
    return verdict
  }
}
