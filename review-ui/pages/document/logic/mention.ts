import { comparable } from '../../../../src/language/text/fold.ts'

/** Somebody who can be asked to look. */
export interface Mentionable {
  readonly id: string
  readonly name: string
}

/** Most people that are offered at once. */
const mostOffered = 8

/** What stands between an `@` and the cursor; null where nobody is being named. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly query: string } | null {
  const before = text.slice(0, caret)
  const from = before.lastIndexOf('@')
  if (from < 0 || /[\p{Script=Latin}\p{N}]$/u.test(before.slice(0, from))) return null
  const query = before.slice(from + 1)
  return query.length <= 40 && /^[\p{L}\p{M}\p{N} .'’·-]*$/u.test(query) ? { from, query } : null
}

/** The people whose name begins with what was typed, then those in whose name a later word does. */
export function offeredPeople(query: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const wanted = comparable(query)
  const first = people.filter(({ name }) => comparable(name).startsWith(wanted))
  const later = people.filter(
    (person) => !first.includes(person) && wanted !== '' && ` ${comparable(person.name)}`.includes(` ${wanted}`),
  )
  return [...first, ...later].slice(0, mostOffered)
}

/** The text with a name in place of what was typed of it, and where the cursor is then. */
export function withMention(
  text: string,
  { from, caret }: { readonly from: number; readonly caret: number },
  { name }: Mentionable,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(caret)
  const named = `${text.slice(0, from)}@${name}${rest.startsWith(' ') ? '' : ' '}`
  return { text: named + rest, caret: named.length + (rest.startsWith(' ') ? 1 : 0) }
}

/**
 * The people whom a text names after an `@`: the longest name that stands there. Of several with one name those that were
 * chosen from the list, or else all of them.
 */
export function mentionedIn(
  text: string,
  people: readonly Mentionable[],
  chosen: readonly string[],
): readonly string[] {
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length)
  const named = new Set<string>()
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = names.find((one) => text.startsWith(one, at + 1))
    if (name !== undefined) named.add(name)
  }
  return [...named].flatMap((name) => {
    const ids = people.filter((person) => person.name === name).map(({ id }) => id)
    const some = ids.filter((id) => chosen.includes(id))
    return some.length > 0 ? some : ids
  })
}
