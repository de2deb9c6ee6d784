/** What goes and what stays if the data of somebody is erased, and how far that is. */
export interface ErasureView {
  /** Whether the account is open: it has to be closed before. */
  readonly open: boolean
  /** Who asked for it; null where nobody has, or too long ago. */
  readonly askedBy: { readonly id: string; readonly name: string; readonly at: string } | null
  /** Whether another administrator has to agree. */
  readonly takesTwo: boolean
  readonly goes: {
    readonly password: boolean
    readonly passkeys: number
    readonly tokens: number
    /** An open one-time link. */
    readonly link: boolean
    readonly identities: number
    /** The e-mail address, and what was chosen to be told. */
    readonly choices: boolean
    readonly absence: boolean
    readonly sessions: number
    /** Notes of who came in, with network addresses. */
    readonly door: number
    readonly notices: number
    /** E-mails on their way. */
    readonly mails: number
  }
  /** What stands in records whose entries are chained by their hashes. */
  readonly stays: {
    /** Entries on the account, with name, login and what else was set. */
    readonly record: number
    readonly acts: number
    readonly documents: number
    readonly signatures: number
    /** Documents of theirs that have releases. */
    readonly published: number
    /** Work that they still have. */
    readonly work: number
  }
}
