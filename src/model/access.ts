/** What happened at the door, beside the chained records of what people did: who came in, who was refused. */
export const accessTypes = [
  'signed-in',
  'sign-in-refused',
  'provider-refused',
  'passkey-refused',
  'signed-out',
  'link-refused',
  'password-refused',
  'too-many-tries',
  'act-refused',
] as const
export type AccessType = (typeof accessTypes)[number]

export interface AccessNote {
  /** The instant, in UTC, ISO 8601 with milliseconds. */
  readonly at: string
  readonly type: AccessType
  /** The id of the person it concerns; null where nobody of that name has an account. What was typed is not kept. */
  readonly person: string | null
  /** The network address that asked. */
  readonly address: string
  /** Of `act-refused`, the route. */
  readonly route?: string
}
