export const roles = ['translator', 'reviser', 'approver', 'terminologist', 'administrator'] as const
export type Role = (typeof roles)[number]

/** When a person is away, both days included, and who stands in for them; null if nobody does. */
export interface Absence {
  readonly from: string
  readonly until: string
  readonly standIn: string | null
}

/** A person with an account. `id` is given once; four eyes are checked by id, never by name. */
export interface Person {
  readonly id: string
  /** What they sign in with. */
  readonly login: string
  /** Display name, as published. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly active: boolean
  /** When they are away, as they said last. */
  readonly away?: Absence
  /** Of somebody whose data was erased: the number by which they are called. They have neither name nor login any more. */
  readonly erased?: number
}

/** How somebody whose data was erased is called wherever a name stands: in both languages, since one text goes to all. */
export function erasedName(number: number): string {
  return `前成员${number} former member ${number}`
}

/** Who is who, as the people journal has it. `singlePerson` suspends four eyes, and every certificate says so. */
export interface People {
  readonly people: readonly Person[]
  readonly singlePerson: boolean
}
