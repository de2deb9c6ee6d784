import type { ApiToken } from './api-token.ts'
import type { CountSettings } from './counts.ts'
import type { HouseStyle } from './house-style.ts'
import type { OfficeSteps } from './office-steps.ts'
import type { StoredPasskey } from './passkey.ts'
import type { QualitySettings } from './quality.ts'
import type { RetentionSettings } from './retention.ts'

/** Settings that pages show. `timeZone` is an IANA name; `statement` is what a published page says of its standing. */
export interface WorkspaceSettings {
  readonly office: { readonly zh: string; readonly en: string }
  readonly contact: string
  readonly timeZone: string
  readonly address: string
  readonly statement: { readonly zh: string; readonly en: string }
  readonly style: HouseStyle
  readonly publishing: PublishingSettings
  readonly quality: QualitySettings
  readonly counts: CountSettings
  readonly steps: OfficeSteps
  readonly retention: RetentionSettings
}

/** What of the workspace is published with a document. */
export interface PublishingSettings {
  /** Whether pages, certificates and downloads name people, or only what they did. */
  readonly names: 'people' | 'roles'
  /** Whether the published glossary has proposed terms beside the approved ones. */
  readonly proposedTerms: boolean
}

/** What is to be changed of the settings; what is left out stays as it is. */
export type SettingsChange = Partial<Omit<WorkspaceSettings, 'style'>> & { readonly style?: Partial<HouseStyle> }

/** The secrets of an account. Only hashes are stored; an invitation is valid once, until an instant (UTC, ISO 8601). */
export interface Account {
  readonly password?: string
  readonly invitation?: { readonly hash: string; readonly expires: string }
  /** Tokens of the API; a new password ends them. */
  readonly tokens?: readonly (ApiToken & { readonly hash: string })[]
  /** What makes it sure beside the password that it is they; a new password leaves them. */
  readonly passkeys?: readonly StoredPasskey[]
}
