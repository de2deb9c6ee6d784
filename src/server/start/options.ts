import type { Tell } from '../notices.ts'
import type { ProviderTimes } from '../provider/provider-sessions.ts'
import type { PublicAddress } from '../public-address.ts'

export interface StartOptions {
  /** Folder of the workspace; made if it is not there. */
  readonly workspace: string
  /** The address of a PostgreSQL that has the journals and settings, for several servers; without it they are in the folder. */
  readonly database?: string
  /** Port on 127.0.0.1; if it is taken, any free one. 0 for any. */
  readonly port: number
  /** The public address, where a proxy stands before the server. */
  readonly address?: PublicAddress
  /** The proxies that are trusted; of this machine alone unless given, and none without a public address. */
  readonly proxies?: readonly string[]
  /** The header in which the trusted proxies say who somebody is; nobody signs in that way unless given. */
  readonly signInHeader?: string
  /** Whether to serve the review room, or the API alone. */
  readonly room: boolean
  /** Whether a new workspace gets the sample and its people. */
  readonly sample?: boolean
  /**
   * Whether the first people who never set a password get new one-time links: `once` if they have no valid link,
   * `again` also if they have, which becomes invalid; `again` unless given.
   */
  readonly invite?: 'none' | 'once' | 'again'
  /** How often sessions are held against the provider that began them; as usual unless given. */
  readonly providerTimes?: ProviderTimes
  readonly log: 'silent' | Tell
}
