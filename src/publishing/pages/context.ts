import type { Release, Withdrawal } from '../../model/release.ts'
import type { WorkspaceSettings } from '../../model/settings.ts'
import type { Digest, Fingerprint } from '../../ports/world.ts'
import type { Calendar } from '../words/dates.ts'
import type { Words } from '../words/words.ts'

/** The input of every part of a document's page. */
export interface PageContext {
  readonly release: Release
  /** The releases up to the newest one when the page is written, by number; `release` is among them. */
  readonly releases: readonly Release[]
  /** The withdrawals that the page knows of. */
  readonly withdrawals: readonly Withdrawal[]
  /** Whether this is the page of the newest release at the document's own address, which changes with the next one. */
  readonly latest: boolean
  readonly words: Words
  readonly calendar: Calendar
  readonly settings: WorkspaceSettings
  readonly digest: Digest
  readonly fingerprintOf: Fingerprint
  /** The way from the page to the root of the site: empty, or `../` several times. */
  readonly root: string
}

/** The language of the Chinese text as HTML and BCP 47 have it, by its script. */
export function chineseOf({ source }: Pick<Release, 'source'>): 'zh-Hans' | 'zh-Hant' {
  return source.language === 'zh-TW' ? 'zh-Hant' : 'zh-Hans'
}
