import { peopleIn } from '../../../../src/language/chinese/people.ts'
import { namePairsIn } from '../../../../src/language/name-pairs.ts'
import { type Inline, plain } from '../../../../src/model/inline.ts'
import type { Row } from './row.ts'

/** The English of people named in a source, as other sentences write it that name nobody else. */
export function namesWritten(source: Inline, rows: readonly Pick<Row, 'segment'>[]): readonly string[] {
  const names = new Set(peopleIn(plain(source)).map(({ name }) => name))
  if (names.size === 0) return []
  const written = new Map<string, string>()
  for (const { segment } of rows) {
    if (segment.source === source || segment.target.length === 0) continue
    const text = plain(segment.source)
    const [name, ...others] = [...names].filter((one) => text.includes(one))
    if (name === undefined || others.length > 0 || written.has(name)) continue
    const [pair, ...more] = namePairsIn(plain(segment.target))
    if (pair && more.length === 0) written.set(name, pair.text)
  }
  return [...written.values()]
}
