/** How many days the office keeps what it needs no more; null: however old it is. */
export interface RetentionSettings {
  /** Webhooks and e-mails at their end. */
  readonly deliveries: number | null
  /** Notices that were seen. */
  readonly notices: number | null
  /** Who came in and who was refused, with network addresses. */
  readonly door: number | null
  /** The e-mail address, choices and tokens of a closed account. */
  readonly closed: number | null
}

export const usualRetention: RetentionSettings = { deliveries: 90, notices: 180, door: 365, closed: 30 }

export const retentionKinds = [
  'deliveries',
  'notices',
  'door',
  'closed',
] as const satisfies readonly (keyof RetentionSettings)[]

/** The most days that can be set: ten years. */
export const mostRetentionDays = 3650
