import type { Code, Inline } from './inline.ts'

/** What is wrong with the codes of a target, beside those of its source. */
export interface CodeFault {
  /** `crossed`: ends before it begins, or between the two ends of another pair. `foreign`: the source has no such code. */
  readonly type: 'lost' | 'doubled' | 'foreign' | 'crossed'
  readonly code: Code
}

const keyOf = ({ type, id }: Code) => `${type} ${id}`
const codesIn = (inline: Inline) => inline.filter((part) => typeof part !== 'string')

/** The faults of the codes of a target: each code of the source stands in it once, and pairs nest. */
export function codeFaults(source: Inline, target: Inline): readonly CodeFault[] {
  const expected = new Map(codesIn(source).map((code) => [keyOf(code), code]))
  const seen = new Set<string>()
  const faults: CodeFault[] = []
  for (const code of codesIn(target)) {
    const key = keyOf(code)
    if (!expected.has(key)) faults.push({ type: 'foreign', code })
    else if (seen.has(key)) faults.push({ type: 'doubled', code })
    seen.add(key)
  }
  for (const [key, code] of expected) if (!seen.has(key)) faults.push({ type: 'lost', code })
  return [...faults, ...crossed(target)]
}

/** Codes that end where another pair is still open, or before they begin. A half whose other half is elsewhere crosses nothing. */
function crossed(target: Inline): readonly CodeFault[] {
  const codes = codesIn(target)
  const closes = new Set(codes.filter(({ type }) => type === 'close').map(({ id }) => id))
  const opens = new Set(codes.filter(({ type }) => type === 'open').map(({ id }) => id))
  const open: string[] = []
  return codes.flatMap((code): readonly CodeFault[] => {
    if (code.type === 'open' && closes.has(code.id)) open.push(code.id)
    if (code.type !== 'close' || !opens.has(code.id)) return []
    if (open.at(-1) === code.id) {
      open.pop()
      return []
    }
    const at = open.lastIndexOf(code.id)
    if (at !== -1) open.splice(at, 1)
    return [{ type: 'crossed', code }]
  })
}
