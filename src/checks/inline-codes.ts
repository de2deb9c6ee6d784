import { type CodeFault, codeFaults, type PlacedCode, placedCodes } from '../model/code-faults.ts'
import { codeLetters, codeName } from '../model/code-letters.ts'
import type { Finding, Span } from '../model/finding.ts'
import { type Inline, plain } from '../model/inline.ts'
import type { Check } from './check.ts'

/** Codes of the source that the English lost, has more often, or has across each other: each once for both ends of a pair. */
export const inlineCodes: Check = ({ segment, inline }) => {
  if (inline === undefined) return []
  const { source, target } = inline
  const letters = codeLetters(source)
  const nameOf = (id: string) => codeName(id, letters)
  const faults = codeFaults(source, target)
  const of = (...types: readonly CodeFault['type'][]) => faults.filter(({ type }) => types.includes(type))
  const common = ({ code: { id } }: PlacedCode) => ({
    severity: 'error' as const,
    segment,
    params: { code: nameOf(id) },
  })
  const here = ({ at }: PlacedCode) => ({ target: { from: at, to: at } })
  return [
    ...oneAnId(of('lost')).map((lost): Finding => {
      const span = spanIn(source, lost)
      const about = common(lost)
      const text = wordsOf(source, span, lost)
      return { code: 'code-missing', ...about, source: span, params: { ...about.params, text } }
    }),
    ...oneAnId(of('doubled', 'foreign')).map(
      (more): Finding => ({ code: 'code-doubled', ...common(more), ...here(more) }),
    ),
    ...faults.flatMap((fault): readonly Finding[] => {
      if (fault.type !== 'crossed') return []
      const about = common(fault)
      return [
        { code: 'code-crossed', ...about, ...here(fault), params: { ...about.params, other: nameOf(fault.over) } },
      ]
    }),
  ]
}

/** The beginning and the end of a pair are one thing to say. */
function oneAnId(some: readonly PlacedCode[]): readonly PlacedCode[] {
  return some.filter(({ code: { id } }, index) => some.findIndex(({ code }) => code.id === id) === index)
}

/** Where a code of the source stands: a pair with the words that it holds. */
function spanIn(source: Inline, { code: { id }, at }: PlacedCode): Span {
  const places = placedCodes(source).flatMap(({ code, at }) => (code.id === id ? [at] : []))
  return { from: Math.min(at, ...places), to: Math.max(at, ...places) }
}

const mostShown = 24

/** What tells people which code it is: the words that a pair holds, else what it stands for. */
function wordsOf(source: Inline, { from, to }: Span, { code }: PlacedCode): string {
  const words = plain(source).slice(from, to)
  const text = words.trim() === '' ? code.data : words
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text
}
