/** What other servers of the same workspace have done. */
export type News =
  /** Entries up to this sequence number are in a journal. */
  | { readonly type: 'appended'; readonly journal: string; readonly sequence: number }
  /** A value of the catalogue was set. */
  | { readonly type: 'stored'; readonly name: string }
  /** Something that is not stored, such as who is where; `body` is JSON. */
  | { readonly type: 'message'; readonly topic: string; readonly body: unknown }
  /** News may have been lost: whoever follows a journal or a value looks at it anew. */
  | { readonly type: 'gap' }

/** A name that this server holds. */
export interface Hold {
  /** Aborted if the hold is lost before it is let go, with the connection to the store: then another may have it. */
  readonly lost: AbortSignal
  release(): Promise<void>
}

/**
 * What the servers of one workspace agree on: what only one of them may do at a time, and what the others have done. What
 * a server holds is let go when it ends in any way. For one server alone it is a matter of its own process.
 */
export interface Coordination {
  /** Whether there may be other servers. */
  readonly shared: boolean
  /** Runs tasks of one name one after the other, over all servers. Throws `StoreUnavailable` where that cannot be known. */
  take<T>(name: string, task: () => Promise<T>): Promise<T>
  /** Holds a name until it is released; null if another server or a task here has it. */
  hold(name: string): Promise<Hold | null>
  /** Sends the others what is not stored; what is lost on the way is lost. Never throws. */
  tell(topic: string, body: unknown): void
  /** Calls `listener`, which must not throw, with what others have done. The result stops it. */
  listen(listener: (news: News) => void): () => void
}
