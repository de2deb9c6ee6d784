import { type Code, type Inline, isCode } from '../../src/model/inline.ts'

/**
 * A target whose codes stand at most once each and lie one within the other. Of a code that stands too often the first
 * stays; a pair that would end while another within it is open ends after that one. Words and their order stay.
 */
export function mendCodes(source: Inline, target: Inline): Inline {
  return nested(source, onceEach(source, target))
}

const keyOf = ({ type, id }: Code) => `${type} ${id}`

/** Without codes that the source does not have so often, and without ends before their beginnings. */
function onceEach(source: Inline, target: Inline): Inline {
  const left = new Map<string, number>()
  for (const part of source) if (isCode(part)) left.set(keyOf(part), (left.get(keyOf(part)) ?? 0) + 1)
  const begins = new Map(target.flatMap((part, at) => (isOf('open', part) ? [[part.id, at] as const] : [])).reverse())
  return target.filter((part, at) => {
    if (!isCode(part)) return true
    const count = left.get(keyOf(part)) ?? 0
    if (count === 0 || (part.type === 'close' && at < (begins.get(part.id) ?? 0) && left.has(`open ${part.id}`))) {
      return false
    }
    left.set(keyOf(part), count - 1)
    return true
  })
}

/** The same with each pair ended after those within it. Half of a pair has nothing to be nested in. */
function nested(source: Inline, target: Inline): Inline {
  const ends = new Set(target.flatMap((part) => (isOf('close', part) ? [part.id] : [])))
  const begins = new Set(target.flatMap((part) => (isOf('open', part) ? [part.id] : [])))
  const isPair = (id: string) =>
    begins.has(id) && ends.has(id) && source.some((part) => isOf('open', part) && part.id === id)
  const open: string[] = []
  const waiting = new Map<string, Code>()
  return target.flatMap((part): Inline => {
    if (!isCode(part) || part.type === 'alone' || !isPair(part.id)) return [part]
    if (part.type === 'open') {
      open.push(part.id)
      return [part]
    }
    waiting.set(part.id, part)
    const closed: Code[] = []
    for (let end = waiting.get(open.at(-1) ?? ''); end !== undefined; end = waiting.get(open.at(-1) ?? '')) {
      closed.push(end)
      waiting.delete(end.id)
      open.pop()
    }
    return closed
  })
}

function isOf(type: Code['type'], part: string | Code): part is Code {
  return isCode(part) && part.type === type
}
