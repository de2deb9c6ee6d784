/**
 * Thrown where a store cannot be reached or takes nothing now, through no fault of the programme: nothing was stored, and
 * the same may be tried again. `full`: it has no room; `read-only`: it takes no changes; `unreachable`: it does not answer.
 */
export class StoreUnavailable extends Error {
  readonly reason: 'full' | 'read-only' | 'unreachable'

  constructor(reason: StoreUnavailable['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}
