/** The names of a table that has no others than its type says. */
export function namesOf<T extends object>(table: T): readonly Extract<keyof T, string>[] {
  // biome-ignore lint/plugin/no-cast: the compiler types keys as strings, since a table may have more than its type says
  return Object.keys(table) as Extract<keyof T, string>[]
}

/** A table with a value for each name. */
export function tableOf<Name extends string, T>(
  names: readonly Name[],
  memberOf: (name: Name) => T,
): Readonly<Record<Name, T>> {
  // biome-ignore lint/plugin/no-cast: every name has just got its value, which the compiler cannot see in entries
  return Object.fromEntries(names.map((name) => [name, memberOf(name)])) as Record<Name, T>
}

/** The one of `names` that a text is; a fault for another. For choices that offer these names and no others. */
export function nameIn<Name extends string>(names: readonly Name[], text: string): Name {
  const name = names.find((candidate) => candidate === text)
  if (name === undefined) throw new Error(`${text} is none of ${names.join(', ')}`)
  return name
}

/** The one of `names` that a value from outside is; undefined for anything else. */
export function memberIn<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((candidate) => candidate === value)
}

/** The members of a value from outside, each to be looked at; none for what is no object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {}
  // biome-ignore lint/plugin/no-cast: any member of an object may be asked for, and is unknown
  return value as Readonly<Record<string, unknown>>
}
