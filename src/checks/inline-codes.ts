import { codeLetters } from '../model/code-letters.ts'
import type { Finding, FindingCode } from '../model/finding.ts'
import { type Code, type Inline, plain } from '../model/inline.ts'
import type { Check } from './check.ts'

/** A code in its place in the plain text. */
interface Placed {
  readonly code: Code
  readonly at: number
}

/**
 * Codes of the source that the English lost, has more often, or has across each other. A code may move: only that each
 * stands once, and that pairs lie one within the other, is asked; the latter only where the source has it so.
 */
export const inlineCodes: Check = ({ segment, inline }) => {
  if (inline === undefined) return []
  const letters = codeLetters([...inline.source, ...inline.target])
  const source = placed(inline.source)
  const target = placed(inline.target)
  const finding = (code: FindingCode, about: Placed, params: Record<string, string>): Finding => ({
    code,
    severity: 'error',
    segment,
    ...(code === 'code-missing' ? { source: spanIn(source, about) } : { target: { from: about.at, to: about.at } }),
    params: { code: letters.get(about.code.id) ?? about.code.id, ...params },
  })
  return [
    ...oneAnId(beyond(source, target)).map((lost) =>
      finding('code-missing', lost, { text: wordsOf(inline.source, source, lost) }),
    ),
    ...oneAnId(beyond(target, source)).map((more) => finding('code-doubled', more, {})),
    ...(crossings(source).length > 0
      ? []
      : crossings(target).map(({ outer, over }) =>
          finding('code-crossed', outer, { other: letters.get(over) ?? over }),
        )),
  ]
}

function placed(inline: Inline): readonly Placed[] {
  let at = 0
  return inline.flatMap((part) => {
    if (typeof part !== 'string') return [{ code: part, at }]
    at += part.length
    return []
  })
}

const keyOf = ({ code: { type, id } }: Placed) => `${type} ${id}`

/** Those of the first that the second has less often: the last ones of each kind. */
function beyond(some: readonly Placed[], others: readonly Placed[]): readonly Placed[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1)
  return some.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0
    left.set(keyOf(one), count - 1)
    return count <= 0
  })
}

/** The beginning and the end of a pair are one thing to say. */
function oneAnId(some: readonly Placed[]): readonly Placed[] {
  return some.filter(({ code: { id } }, index) => some.findIndex(({ code }) => code.id === id) === index)
}

/** The ends of pairs that end while a pair within them is still open, or before they begin. */
function crossings(codes: readonly Placed[]): readonly { readonly outer: Placed; readonly over: string }[] {
  const ids = (type: Code['type']) => new Set(codes.flatMap(({ code }) => (code.type === type ? [code.id] : [])))
  const [opened, closed] = [ids('open'), ids('close')]
  const open: string[] = []
  return codes.flatMap((placed) => {
    const { type, id } = placed.code
    // Half of a pair stands in this sentence, and half in another: it has nothing to cross.
    if (type === 'alone' || !opened.has(id) || !closed.has(id)) return []
    if (type === 'open') {
      open.push(id)
      return []
    }
    const at = open.lastIndexOf(id)
    if (at < 0) return [{ outer: placed, over: id }]
    open.splice(at, 1)
    const inner = open[at]
    return inner === undefined ? [] : [{ outer: placed, over: inner }]
  })
}

/** Where a code of the source stands: a pair with the words that it holds. */
function spanIn(source: readonly Placed[], { code: { id }, at }: Placed) {
  const places = source.flatMap(({ code, at }) => (code.id === id ? [at] : []))
  return { from: Math.min(at, ...places), to: Math.max(at, ...places) }
}

const mostShown = 24

/** What tells people which code it is: the words that a pair holds, else what it stands for. */
function wordsOf(inline: Inline, source: readonly Placed[], lost: Placed): string {
  const { from, to } = spanIn(source, lost)
  const words = plain(inline).slice(from, to)
  const text = words.trim() === '' ? lost.code.data : words
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text
}
